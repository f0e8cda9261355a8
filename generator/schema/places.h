#pragma once

#include <string>
#include <string_view>

#include "diagnostics/place.h"
#include "parse/node.h"

namespace katern::schema {

/// Where a value stands; marked whole when it is a plain scalar.
Place place_of(std::string_view file, const parse::Node& node);
/// Where a key stands.
Place place_of_key(std::string_view file, const parse::Node::Member& member);

/// A text as messages quote it: on one line, and cut off when it is long.
std::string shown(std::string_view text);

/// "a, b, c".
template <class Names>
std::string joined(const Names& names) {
  std::string all;
  for (const std::string_view name : names) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  return all;
}

}  // namespace katern::schema
