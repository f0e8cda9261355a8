#include "schema/mended_line.h"

namespace katern::schema {
namespace {

using parse::Node;

std::string indent(std::uint32_t columns) { return std::string(columns, ' '); }

// The line that a value ends on, as far as its node tells.
std::uint32_t last_line(const Node& node) {
  if (node.kind == Node::Kind::sequence && !node.items.empty()) return last_line(node.items.back());
  if (node.kind == Node::Kind::mapping && !node.members.empty()) return last_line(node.members.back().value);
  return node.at.line;
}

bool reads_as_plain(std::string_view text, bool in_list) {
  constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@` \t";
  if (text.empty() || text == "~" || text == "null" || text == "---" || text == "...") return false;
  const bool dashed = text.size() > 1 && (text[0] == '-' || text[0] == '?' || text[0] == ':') && text[1] != ' ';
  if (kIndicators.find(text.front()) != std::string_view::npos && !dashed) return false;
  if (text.back() == ':' || text.back() == ' ') return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (text.find_first_of("\n\t\r") != std::string_view::npos) return false;
  return !in_list || text.find_first_of(",[]{}") == std::string_view::npos;
}

}  // namespace

LineStart LineStart::of_member(const LineStart& before, const Node& mapping, std::size_t member) {
  const Node::Member& own = mapping.members[member];
  const std::uint32_t line = own.key_at.line;
  const bool shares_before = member > 0 && last_line(mapping.members[member - 1].value) >= line;
  const bool shares_after = member + 1 < mapping.members.size() && mapping.members[member + 1].key_at.line <= line;
  // A flow mapping begins at its brace, a block mapping at its first key.
  const bool flow = mapping.at != mapping.members.front().key_at;
  LineStart start;
  if (line == 0 || shares_before || shares_after || flow || own.value.at.line != line) return start;
  start.before_ = member == 0 && before.before_ ? *before.before_ : indent(own.key_at.column - 1);
  *start.before_ += own.key + ": ";
  return start;
}

LineStart LineStart::of_item(const Node& list, std::size_t item, std::uint32_t key_line) {
  const Node& own = list.items[item];
  const bool shares_before = item > 0 && last_line(list.items[item - 1]) >= own.at.line;
  const bool shares_after = item + 1 < list.items.size() && list.items[item + 1].at.line <= own.at.line;
  LineStart start;
  const bool bracket = list.at.line == key_line;
  if (bracket || own.at.line <= key_line || own.at.column < 3 || shares_before || shares_after) return start;
  start.before_ = indent(own.at.column - 3) + "- ";
  return start;
}

std::string LineStart::with(std::string_view value) const {
  return before_ ? *before_ + yaml_scalar(value) : std::string();
}

std::string LineStart::with_list(std::string_view items) const {
  return before_ ? *before_ + "[" + std::string(items) + "]" : std::string();
}

std::string LineStart::with_group(std::string_view fields) const {
  return before_ ? *before_ + "{" + std::string(fields) + "}" : std::string();
}

std::string yaml_scalar(std::string_view text, bool in_list) {
  if (reads_as_plain(text, in_list)) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (c == '\r') {
      quoted += "\\r";
    } else {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
  }
  quoted += '"';
  return quoted;
}

}  // namespace katern::schema
