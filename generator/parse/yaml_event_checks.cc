#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <optional>
#include <string>

#include "parse/control_characters.h"
#include "parse/yaml_events.h"
#include "parse/yaml_line.h"
#include "text/utf8.h"

namespace katern::parse {
namespace {

constexpr std::size_t kMostFindings = 20;
constexpr std::size_t kLongestMend = 300;

/// The bytes of a code in double quotes that stands for a control character; 0 where it stands for something else.
std::size_t control_code_length(std::string_view code) {
  if (code.size() < 2) return 0;
  if (std::string_view("0abevfrN_").find(code[1]) != code.npos) return 2;
  const std::size_t digits = code[1] == 'x' ? 2 : code[1] == 'u' ? 4 : code[1] == 'U' ? 8 : 0;
  if (digits == 0 || code.size() < 2 + digits) return 0;
  std::uint32_t character = 0;
  std::from_chars(code.data() + 2, code.data() + 2 + digits, character, 16);
  return is_control(character) ? 2 + digits : 0;
}

/// `#1`, and not `# a remark`, `#` or `###`.
bool is_meant_as_text(std::string_view comment) {
  return comment.size() > 1 && comment[0] == '#' && std::string_view(" \t#").find(comment[1]) == comment.npos;
}

/// The line with quotes around all that stands from `column` on.
std::string line_with_quotes(std::string_view line, std::size_t column) {
  return std::string(line.substr(0, column)) + in_quotes(trimmed(line.substr(column)));
}

/// A value between braces that commas cut in pieces, of which one begins at `column`: `Jansen, A. B.` of
/// `{naam: Jansen, A. B., rol: spreker}`. Up to the next field or the closing brace.
std::optional<std::string_view> value_cut_by_comma(std::string_view line, std::size_t column) {
  constexpr std::string_view kColon = ": ";
  const std::string_view before = trimmed(line.substr(0, column));
  const std::size_t colon = before.rfind(kColon);
  if (!before.ends_with(',') || colon == before.npos) return std::nullopt;
  const std::size_t start = line.find_first_not_of(' ', colon + kColon.size());
  if (before.find_first_of("{}[]\"'", start) != before.npos) return std::nullopt;
  std::size_t end = line.find_first_of(",}", column);
  while (end < line.size() && line[end] == ',') {
    const std::size_t next = line.find_first_of(",:}", end + 1);
    if (next == line.npos || line[next] == ':') break;
    end = next;
  }
  return end == line.npos ? std::nullopt : std::optional(trimmed(line.substr(start, end - start)));
}

/// As it was meant: 1.5 for 1,5, and a text in quotes.
std::string without_loose_comma(std::string_view value) {
  const std::size_t comma = value.find(',');
  const auto digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  };
  if (!digits(value.substr(0, comma)) || !digits(value.substr(comma + 1))) return in_quotes(value);
  return std::string(value).replace(comma, 1, ".");
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kCurlyQuotes{{
    {"“", "”"},
    {"„", "”"},
    {"„", "“"},
    {"‘", "’"},
}};

}  // namespace

bool YamlEvents::leaves_quote_open() const {
  const char first = byte_at(last_scalar_);
  return (first == '"' || first == '\'') && closing_quote(lines_.text().substr(last_scalar_)) == std::string_view::npos;
}

std::string YamlEvents::quoted_from(std::size_t offset) {
  const std::size_t index = lines_.line_at(offset);
  const std::string_view line = lines_.line(index);
  const std::size_t column = offset - lines_.start_of(index);
  const std::string_view value = trimmed(line.substr(std::min(column, line.size())));
  const bool plain = value.find_first_of("[]{}#\"'") == std::string_view::npos && value.size() <= kLongestMend;
  return plain ? std::string(line.substr(0, column)) + in_quotes(value) : std::string();
}

void YamlEvents::check_left_out(const Key& key) {
  if (!lines_.text().substr(key.offset).starts_with(key.text)) return;  // a key in quotes
  const std::string_view line = lines_.line(lines_.line_at(key.offset));
  const std::size_t column = key.offset - lines_.start_of(lines_.line_at(key.offset));
  std::string_view rest = line.substr(std::min(column + key.text.size(), line.size()));
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  if (!rest.starts_with(':')) {
    if (const auto value = value_cut_by_comma(line, column)) return refuse_comma(line, key.offset - column, *value);
    report_.add(
        Diagnostic(Code::yaml_colon_missing, place(key.offset, text::length(key.text))).with("value", key.text));
    return;
  }
  const std::size_t hash = rest.find_first_not_of(": \t");
  if (hash == std::string_view::npos || !is_meant_as_text(rest.substr(hash))) return;
  const std::size_t at = static_cast<std::size_t>(rest.data() - line.data()) + hash;
  const std::string_view value = trimmed(line.substr(at));
  report_.add(Diagnostic(Code::yaml_value_is_comment, place(key.offset - column + at, text::length(value)))
                  .with("value", value)
                  .mend(line_with_quotes(line, at)));
}

void YamlEvents::refuse_comma(std::string_view line, std::size_t start_of_line, std::string_view value) {
  const auto column = static_cast<std::size_t>(value.data() - line.data());
  std::string mended = std::string(line).replace(column, value.size(), without_loose_comma(value));
  report_.add(Diagnostic(Code::yaml_comma_in_value, place(start_of_line + column, text::length(value)))
                  .with("value", value)
                  .mend(mended.size() <= kLongestMend ? mended : ""));
}

void YamlEvents::check_quotes(std::string_view value, std::size_t offset) {
  for (const auto& [opening, closing] : kCurlyQuotes) {
    if (!value.starts_with(opening) || !value.ends_with(closing)) continue;
    if (value.size() < opening.size() + closing.size()) continue;
    const std::string_view inner = value.substr(opening.size(), value.size() - opening.size() - closing.size());
    if (inner.find(opening) != std::string_view::npos || inner.find(closing) != std::string_view::npos) return;
    Diagnostic finding = Diagnostic(Code::yaml_curly_quotes, place(offset, text::length(value)))
                             .with("value", value)
                             .with("inner", inner);
    const std::size_t index = lines_.line_at(offset);
    const std::string_view line = lines_.line(index);
    const std::size_t column = offset - lines_.start_of(index);
    if (line.substr(column).starts_with(value)) {
      finding.mended_line =
          std::string(line.substr(0, column)) + in_quotes(inner) + std::string(line.substr(column + value.size()));
    }
    report_.add(std::move(finding));
    return;
  }
}

void YamlEvents::refuse_control_codes(std::string_view value, std::size_t offset) {
  // Of \N and \_ yaml-cpp makes bytes that are no UTF-8. Only what stands between double quotes has codes.
  if (find_control(value) == value.npos && !text::first_invalid_utf8(value)) return;
  const std::string_view text = lines_.text();
  for (std::size_t at = text.find('\\', offset); at != text.npos; at = text.find('\\', at + 2)) {
    const std::size_t length = control_code_length(text.substr(at));
    if (length == 0) continue;
    report_.add(Diagnostic(Code::yaml_control_code, place(at, length)).with("value", text.substr(at, length)));
    return;
  }
}

void YamlEvents::check_comment(std::string_view value, std::size_t offset) {
  const std::string_view text = lines_.text();
  std::size_t end = offset;
  for (const char c : value) {  // a value over several lines has other white space
    if (c == ' ' || c == '\n') continue;
    while (end < text.size() && text[end] != c) ++end;
    ++end;
  }
  const std::size_t hash = text.find_first_not_of(" \t", end);
  if (hash == text.npos || hash == end || text[hash] != '#') return;
  const std::size_t index = lines_.line_at(hash);
  const std::string_view line = lines_.line(index);
  const std::size_t column = hash - lines_.start_of(index);
  if (!is_meant_as_text(line.substr(column))) return;
  const std::string_view comment = trimmed(line.substr(column));
  Diagnostic finding =
      Diagnostic(Code::yaml_comment_in_value, place(hash, text::length(comment))).with("value", comment);
  if (offset >= lines_.start_of(index)) finding.mended_line = line_with_quotes(line, offset - lines_.start_of(index));
  report_.add(std::move(finding));
}

void YamlEvents::refuse_doubled_keys(const Node& mapping) {
  std::vector<std::size_t> order(mapping.members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t index) -> const std::string& { return mapping.members[index].key; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size() && report_.findings().size() < kMostFindings; ++i) {
    if (key(order[i]) != key(order[first])) {
      first = i;
      continue;
    }
    const Node::Member& again = mapping.members[order[i]];
    report_.add(Diagnostic(Code::yaml_key_doubled,
                           {std::string(file_), again.key_at, static_cast<std::uint32_t>(text::length(again.key))})
                    .with("value", again.key)
                    .with("line", static_cast<long long>(mapping.members[order[first]].key_at.line)));
  }
}

}  // namespace katern::parse
