#include "schema/places.h"

#include <algorithm>

#include "text/utf8.h"

namespace katern::schema {
namespace {

constexpr std::size_t kShown = 60;

}  // namespace

Place place_of(std::string_view file, const parse::Node& node) {
  const bool plain = node.kind == parse::Node::Kind::scalar && !node.quoted;
  const bool one_line = node.text.find('\n') == std::string::npos;
  return {std::string(file), node.at, plain && one_line ? static_cast<std::uint32_t>(text::length(node.text)) : 0};
}

Place place_of_key(std::string_view file, const parse::Node::Member& member) {
  return {std::string(file), member.key_at, static_cast<std::uint32_t>(text::length(member.key))};
}

std::string shown(std::string_view text) {
  const std::string_view start = text::prefix(text, kShown);
  std::string line(start);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (start.size() < text.size()) line += "…";
  return line;
}

}  // namespace katern::schema
