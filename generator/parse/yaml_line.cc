#include "parse/yaml_line.h"

#include <algorithm>
#include <optional>

namespace katern::parse {
namespace {

constexpr std::string_view kSpace = " \t";

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kSpace, at), text.size());
}

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || kSpace.find(text[at]) != text.npos;
}

/// The colon that ends a key: one before a space or the end of the line, outside quotes, before a comment.
std::size_t find_colon(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
    const std::size_t close = closing_quote(text.substr(at));
    if (close == text.npos) return text.npos;
    const std::size_t after = skip_spaces(text, at + close + 1);
    return after < text.size() && text[after] == ':' && ends_word(text, after + 1) ? after : text.npos;
  }
  if (at < text.size() && (text[at] == '[' || text[at] == '{')) return text.npos;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (text[i] == ':' && ends_word(text, i + 1)) return i;
    if (text[i] == '#' && i > at && ends_word(text, i - 1)) return text.npos;
  }
  return text.npos;
}

YamlLine read_line(std::string_view text, std::size_t index) {
  YamlLine line;
  line.text = text;
  line.index = index;
  line.indent = line.content = line.value = skip_spaces(text, 0);
  if (line.content == text.size() || text[line.content] == '#') return line;
  line.role = YamlLine::Role::entry;
  while (line.content < text.size() && text[line.content] == '-' && ends_word(text, line.content + 1)) {
    line.dash = line.content;
    line.content = skip_spaces(text, line.content + 1);
  }
  line.colon = find_colon(text, line.content);
  line.value = line.has_key() ? skip_spaces(text, line.colon + 1) : line.content;
  return line;
}

bool begins_block(std::string_view value) {
  return !value.empty() && (value[0] == '|' || value[0] == '>') &&
         value.find_first_not_of("+-0123456789", 1) == value.npos;
}

/// What is still open at the end of a line, or of several.
struct Opening {
  char quote = 0;
  std::size_t brackets = 0;

  bool any() const { return quote != 0 || brackets > 0; }

  void read(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (quote == '"' && c == '\\') {
        ++i;
      } else if (quote != 0) {
        if (c == quote) quote = 0;  // a doubled single quote closes and opens again
      } else if (c == '"' || c == '\'') {
        if (i == 0 || std::string_view(" \t[{,:'\"").find(text[i - 1]) != text.npos) quote = c;
      } else if (c == '[' || c == '{') {
        ++brackets;
      } else if ((c == ']' || c == '}') && brackets > 0) {
        --brackets;
      } else if (c == '#' && i > 0 && ends_word(text, i - 1)) {
        return;
      }
    }
  }
};

bool begins_open(std::string_view value) {
  return !value.empty() && std::string_view("\"'[{").find(value.front()) != value.npos;
}

bool may_continue(const YamlLine& line, std::size_t parent) {
  if (line.role == YamlLine::Role::blank) return true;
  const char first = line.text[line.indent];
  return line.indent > parent || first == ']' || first == '}';
}

/// A quote that is closed only after so many lines is taken as never closed: keeps hostile text linear.
constexpr std::size_t kFarthestClose = 400;

/// The last line of a value whose quotes or brackets span lines, or nothing when they are never closed.
std::optional<std::size_t> end_of_opened(const std::vector<YamlLine>& lines, std::size_t first) {
  const YamlLine& head = lines[first];
  Opening opening;
  opening.read(head.text.substr(head.value));
  std::size_t last = first;
  while (opening.any()) {
    if (++last == lines.size() || last - first > kFarthestClose) return {};
    if (!may_continue(lines[last], head.has_key() ? head.parent_column() : 0)) return {};
    opening.read(lines[last].text.substr(lines[last].indent));
  }
  return last;
}

std::size_t end_of_block(const std::vector<YamlLine>& lines, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < lines.size()) {
    const YamlLine& next = lines[last + 1];
    const bool blank = skip_spaces(next.text, 0) == next.text.size();
    if (!blank && next.indent <= lines[first].parent_column()) break;
    ++last;
  }
  return last;
}

/// Lines without a key or dash below a plain value, deeper than what they belong to, carry it on.
std::size_t end_of_plain(const std::vector<YamlLine>& lines, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < lines.size()) {
    const YamlLine& next = lines[last + 1];
    if (next.role != YamlLine::Role::entry || next.has_key() || next.dash != YamlLine::npos) break;
    if (next.indent <= lines[first].parent_column()) break;
    ++last;
  }
  return last;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r");
  return last == text.npos ? std::string_view() : text.substr(0, last + 1);
}

std::string_view YamlLine::value_text() const {
  const std::string_view rest = text.substr(std::min(value, text.size()));
  std::size_t end = rest.size();
  for (std::size_t i = rest.find('#'); i != rest.npos; i = rest.find('#', i + 1)) {
    if (i > 0 && !ends_word(rest, i - 1)) continue;
    end = i;
    break;
  }
  return trimmed(rest.substr(0, end));
}

std::size_t closing_quote(std::string_view value) {
  const char quote = value.front();
  for (std::size_t i = 1; i < value.size(); ++i) {
    if (quote == '"' && value[i] == '\\') {
      ++i;
    } else if (value[i] == quote) {
      if (quote == '"' || i + 1 >= value.size() || value[i + 1] != '\'') return i;
      ++i;
    }
  }
  return value.npos;
}

std::string in_quotes(std::string_view text) {
  const bool plain = text.find_first_of("\"\\") == text.npos;
  std::string out(1, plain ? '"' : '\'');
  for (const char c : text) {
    out += c;
    if (!plain && c == '\'') out += c;
  }
  out += out.front();
  return out;
}

std::vector<YamlLine> read_yaml_lines(const SourceLines& source) {
  std::vector<YamlLine> lines;
  lines.reserve(source.size());
  for (std::size_t i = 0; i < source.size(); ++i) lines.push_back(read_line(source.line(i), i));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != YamlLine::Role::entry) continue;
    const std::string_view value = lines[i].value_text();
    std::size_t last = i;
    YamlLine::Role role = YamlLine::Role::continuation;
    if (begins_block(value)) {
      last = end_of_block(lines, i);
      role = YamlLine::Role::block;
    } else if (begins_open(value)) {
      const std::optional<std::size_t> end = end_of_opened(lines, i);
      lines[i].leaves_open = !end;
      last = end.value_or(i);
    } else if (!value.empty()) {
      last = end_of_plain(lines, i);
    }
    while (i < last) lines[++i].role = role;
  }
  return lines;
}

}  // namespace katern::parse
