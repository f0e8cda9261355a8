#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "templating/html_context.h"

namespace katern::templating {

/// Where a block stands, in the outermost template that has it. Each block that replaces it begins there as well, and
/// must end so that the outermost template can go on.
struct BlockPlace {
  HtmlContext begin;
  HtmlContext end;         ///< where that template goes on
  std::string_view owner;  ///< the name of that template

  bool operator==(const BlockPlace& other) const { return begin == other.begin && end == other.end; }

  /// Whether that template can go on after a block that ends there.
  bool can_end(const HtmlContext& there) const { return HtmlContext::join(end, there) == end; }
};

/// By the names of the blocks.
using BlockPlaces = std::map<std::string, BlockPlace, std::less<>>;

}  // namespace katern::templating
