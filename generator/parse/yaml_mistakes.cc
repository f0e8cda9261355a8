#include "parse/yaml_mistakes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parse/control_characters.h"
#include "parse/yaml_line.h"
#include "text/utf8.h"

namespace katern::parse {
namespace {

constexpr std::size_t kLongestMend = 300;
/// A file that is wrong on every line need not say so on every line.
constexpr std::size_t kMostFindings = 20;

/// What a detector sees: one line, those around it, and the lines of the file for places.
struct Scene {
  SourceLines& source;
  std::string_view file;
  const std::vector<YamlLine>& lines;
  const YamlLine& line;

  Diagnostic finding(Code code, std::size_t column, std::string_view marked) const {
    return finding(code, column, marked, marked);
  }
  Diagnostic finding(Code code, std::size_t column, std::string_view marked, std::string_view value) const {
    const Position at = source.position(source.start_of(line.index) + column);
    const std::size_t length = text::length(text::prefix(marked, 60));
    return Diagnostic(code, {std::string(file), at, static_cast<std::uint32_t>(length)})
        .with("value", text::prefix(value, 60));
  }
  Diagnostic with_value(Diagnostic finding, std::string_view value) const {
    std::string mended(line.before_value());
    if (line.has_key() && line.value == line.colon + 1) mended += ' ';
    return std::move(finding).mend(short_enough(mended.append(value)));
  }
  static std::string short_enough(std::string text) { return text.size() <= kLongestMend ? std::move(text) : ""; }
};

using Found = std::optional<Diagnostic>;

/// `'t Hart`: an apostrophe that YAML takes for a quote.
bool begins_with_apostrophe(std::string_view value) {
  if (value.size() < 2 || value[0] != '\'') return false;
  const std::size_t end = std::min(value.find_first_of(" -", 1), value.size());
  return end <= 3;
}

Found unclosed(const Scene& scene) {
  const YamlLine& line = scene.line;
  if (!line.leaves_open) return {};
  const std::string_view value = line.value_text();
  const char first = value.front();
  if (begins_with_apostrophe(value)) {
    return scene.with_value(scene.finding(Code::yaml_apostrophe, line.value, value), in_quotes(value));
  }
  if (first == '[' || first == '{') {
    const std::string closing(1, first == '[' ? ']' : '}');
    return scene.with_value(scene.finding(Code::yaml_bracket_open, line.value, value).with("closing", closing),
                            std::string(value) + closing);
  }
  return scene.with_value(scene.finding(Code::yaml_quote_open, line.value, value), std::string(value) + first);
}

Found text_after_quote(const Scene& scene) {
  const std::string_view value = scene.line.value_text();
  if (value.empty() || (value.front() != '"' && value.front() != '\'')) return {};
  const std::size_t close = closing_quote(value);
  if (close == value.npos || close + 1 == value.size()) return {};
  const bool wrapped = value.size() > 2 && value.back() == value.front();
  const std::string_view inner = wrapped ? value.substr(1, value.size() - 2) : value;
  return scene.with_value(scene.finding(Code::yaml_text_after_quote, scene.line.value + close, value.substr(close)),
                          in_quotes(inner));
}

Found unknown_escape(const Scene& scene) {
  const std::string_view value = scene.line.value_text();
  if (value.empty() || value.front() != '"') return {};
  const std::size_t close = closing_quote(value);
  for (std::size_t i = value.find('\\'); i != value.npos && i + 1 < value.size(); i = value.find('\\', i + 2)) {
    if (std::string_view("0abtnvfre \"/\\N_LPxuU\t").find(value[i + 1]) != value.npos) continue;
    const std::string_view inner = value.substr(1, std::min(close, value.size()) - 1);
    return scene.with_value(scene.finding(Code::yaml_backslash, scene.line.value + i, value.substr(i, 2)),
                            std::string("'").append(inner).append("'"));
  }
  return {};
}

Found reserved_start(const Scene& scene) {
  const std::string_view value = scene.line.value_text();
  if (value.empty() || std::string_view("@`%*&!|>]},").find(value.front()) == value.npos) return {};
  const bool block = (value[0] == '|' || value[0] == '>') && value.find_first_not_of("+-0123456789", 1) == value.npos;
  if (block || (!scene.line.has_key() && (value[0] == ']' || value[0] == '}'))) return {};
  return scene.with_value(
      scene.finding(Code::yaml_reserved_start, scene.line.value, value).with("sign", value.substr(0, 1)),
      in_quotes(value));
}

Found colon_in_value(const Scene& scene) {
  const YamlLine& line = scene.line;
  const std::string_view value = line.value_text();
  if (!line.has_key() || value.empty() || std::string_view("\"'[{|>").find(value.front()) != value.npos) return {};
  std::size_t colon = value.find(": ");
  if (colon == value.npos && value.back() == ':') colon = value.size() - 1;
  if (colon == value.npos) return {};
  return scene.with_value(scene.finding(Code::yaml_colon_in_value, line.value + colon, ":", value), in_quotes(value));
}

Found list_beside_key(const Scene& scene) {
  const std::string_view value = scene.line.value_text();
  if (!scene.line.has_key() || !value.starts_with("- ")) return {};
  return scene.finding(Code::yaml_list_beside_key, scene.line.value, value);
}

bool looks_like_key(std::string_view text) {
  return !text.empty() && (std::isalnum(static_cast<unsigned char>(text.front())) != 0 || text.front() == '_');
}

const YamlLine* next_entry(const Scene& scene) {
  for (std::size_t i = scene.line.index + 1; i < scene.lines.size(); ++i) {
    if (scene.lines[i].role != YamlLine::Role::blank) return &scene.lines[i];
  }
  return nullptr;
}

Found colon_without_space(const Scene& scene) {
  const YamlLine& line = scene.line;
  const std::string_view value = line.value_text();
  const std::size_t colon = value.find(':');
  if (line.has_key() || colon == value.npos || !looks_like_key(value) || value.substr(colon).starts_with("://"))
    return {};
  if (value.find(' ') < colon) return {};
  if (line.dash != YamlLine::npos) {
    const YamlLine* next = next_entry(scene);
    if (next == nullptr || !next->has_key() || next->indent != line.content) return {};
  }
  const std::size_t column = line.value + colon;
  std::string mended(line.text);
  mended.insert(column + 1, 1, ' ');
  return scene.finding(Code::yaml_colon_space, column, value.substr(colon, 2), value)
      .mend(Scene::short_enough(std::move(mended)));
}

/// The key of the list that a line stands in by its column; nothing where it stands in none.
std::optional<std::string_view> list_around(const Scene& scene) {
  bool beside_item = false;
  for (std::size_t i = scene.line.index; i-- > 0;) {
    const YamlLine& above = scene.lines[i];
    if (above.role != YamlLine::Role::entry || above.indent > scene.line.indent) continue;
    if (above.indent < scene.line.indent) {
      const bool opens = beside_item && above.has_key() && above.value_text().empty();
      return opens ? std::optional(above.key_text()) : std::nullopt;
    }
    if (above.dash == YamlLine::npos) return {};
    beside_item = true;
  }
  return {};
}

Found dash_missing(const Scene& scene) {
  const YamlLine& line = scene.line;
  const auto key = list_around(scene);
  if (!key || line.has_key() || line.dash != YamlLine::npos || !looks_like_key(line.value_text())) return {};
  std::string mended(line.text);
  mended.insert(line.indent, "- ");
  return scene.finding(Code::field_list_without_dash, line.content, line.value_text())
      .with("field", text::prefix(*key, 60))
      .with("example", "- " + std::string(text::prefix(line.value_text(), 60)))
      .mend(Scene::short_enough(std::move(mended)));
}

Found colon_missing(const Scene& scene) {
  const YamlLine& line = scene.line;
  const std::string_view value = line.value_text();
  if (line.has_key() || line.dash != YamlLine::npos || !looks_like_key(value)) return {};
  Diagnostic found = scene.finding(Code::yaml_colon_missing, line.content, value);
  const std::size_t space = value.find(' ');
  const bool begins_with_name = value.front() >= 'a' && value.front() <= 'z' && space != value.npos;
  if (!begins_with_name) return found;
  std::string mended(line.text);
  mended.insert(line.content + space, 1, ':');
  return std::move(found).mend(Scene::short_enough(std::move(mended)));
}

using Detector = Found (*)(const Scene&);

constexpr Detector kDetectors[] = {unclosed,        text_after_quote,    unknown_escape, reserved_start, colon_in_value,
                                   list_beside_key, colon_without_space, dash_missing,   colon_missing};

struct Misplaced {
  std::size_t line = 0;
  std::size_t column = 0;  ///< where the line should begin
};

/// The first line that begins at a column where nothing is open.
std::optional<Misplaced> find_misplaced(const std::vector<YamlLine>& lines) {
  std::vector<std::size_t> open;
  bool may_go_deeper = true;
  for (const YamlLine& line : lines) {
    if (line.role != YamlLine::Role::entry) continue;
    std::optional<std::size_t> left;
    while (!open.empty() && open.back() > line.indent) {
      left = open.back();
      open.pop_back();
    }
    const bool deeper = open.empty() || open.back() < line.indent;
    if (deeper && left) return Misplaced{line.index, *left};
    if (deeper && !may_go_deeper) return Misplaced{line.index, open.back()};
    if (deeper) open.push_back(line.indent);
    if (line.content > line.indent && line.has_key()) open.push_back(line.content);
    may_go_deeper = line.value_text().empty();
  }
  return {};
}

Found wrong_indentation(const Scene& scene, std::size_t column) {
  const std::string_view rest = scene.line.text.substr(scene.line.indent);
  return scene.finding(Code::yaml_indentation, 0, scene.line.text.substr(0, scene.line.indent), trimmed(rest))
      .with("spaces", static_cast<long long>(column))
      .mend(Scene::short_enough(std::string(column, ' ').append(rest)));
}

bool check_controls(SourceLines& lines, std::string_view file, Report& report) {
  const std::size_t control = find_control(lines.text());
  if (control == std::string_view::npos) return true;
  report.add(Diagnostic(Code::yaml_control_character, {std::string(file), lines.position(control), 1}));
  return false;
}

/// Whether more of this line may stand on the lines below it: a key without a value, a block, an open bracket.
bool may_go_on(std::string_view line) {
  const std::string_view text = trimmed(line);
  if (text.ends_with(':') || text.starts_with('-')) return true;
  const std::size_t colon = text.find(": ");
  if (colon == text.npos) return true;
  const std::string_view value = text.substr(text.find_first_not_of(' ', colon + 1));
  if (value.find_first_of("|>#&!") == 0) return true;
  if (value.find_first_of("[{") == 0) return value.back() != ']' && value.back() != '}';
  return value.find_first_of("'\"") == 0 && closing_quote(value) == value.npos;
}

/// Whether a line that is indented is a field that belongs at the start of its line: nothing above it can hold it.
bool belongs_at_start(const SourceLines& lines, std::size_t index, std::string_view rest) {
  if (rest.find(": ") == rest.npos && !trimmed(rest).ends_with(':')) return false;
  for (std::size_t above = index; above-- > 0;) {
    const std::string_view line = lines.line(above);
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == line.npos || line[start] == '#') continue;
    if (may_go_on(line.substr(start))) return false;
    if (start == 0) return true;
  }
  return true;
}

bool check_indentation(SourceLines& lines, std::size_t index, std::string_view file, Report& report) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  const std::string_view line = lines.line(index);
  std::size_t at = 0;
  std::string mended;
  std::optional<std::pair<std::size_t, Code>> odd;
  while (at < line.size()) {
    const bool no_break = line.substr(at).starts_with(kNoBreakSpace);
    if (line[at] != ' ' && line[at] != '\t' && !no_break) break;
    if (line[at] != ' ' && !odd) odd.emplace(at, no_break ? Code::yaml_odd_space : Code::yaml_tab);
    mended += line[at] == '\t' ? "  " : " ";
    at += no_break ? kNoBreakSpace.size() : 1;
  }
  if (!odd || at == line.size()) return true;
  if (belongs_at_start(lines, index, line.substr(at))) mended.clear();
  mended += line.substr(at, kLongestMend);
  const Position place = lines.position(lines.start_of(index) + odd->first);
  report.add(Diagnostic(odd->second, {std::string(file), place, 1}).mend(mended));
  return false;
}

/// `-naam` among the items of a list: YAML would take it as more text of the item before.
void check_dashes(SourceLines& source, std::string_view file, Report& report) {
  const std::vector<YamlLine> lines = read_yaml_lines(source);
  std::vector<const YamlLine*> open;
  for (const YamlLine& line : lines) {
    if (line.role != YamlLine::Role::entry) continue;
    if (report.findings().size() >= kMostFindings) return;
    while (!open.empty() && open.back()->indent > line.indent) open.pop_back();
    const bool in_list = !open.empty() && open.back()->indent == line.indent && open.back()->dash != YamlLine::npos;
    if (in_list && line.dash == YamlLine::npos && line.text[line.content] == '-') {
      std::string mended(line.text);
      mended.insert(line.content + 1, 1, ' ');
      report.add(Scene{source, file, lines, line}
                     .finding(Code::yaml_dash_space, line.content, line.text.substr(line.content))
                     .mend(Scene::short_enough(std::move(mended))));
    } else if (open.empty() || open.back()->indent < line.indent) {
      open.push_back(&line);
    } else {
      open.back() = &line;
    }
  }
}

bool may_lack_dash_space(std::string_view line) {
  const std::size_t dash = line.find_first_not_of(' ');
  if (dash == line.npos || line[dash] != '-' || dash + 1 >= line.size()) return false;
  return line[dash + 1] != ' ' && line[dash + 1] != '-' && line[dash + 1] != '\t';
}

}  // namespace

bool check_yaml_text(SourceLines& lines, std::string_view file, Report& report) {
  if (!check_controls(lines, file, report)) return false;
  bool parsable = true;
  bool dashes = false;
  for (std::size_t i = 0; i < lines.size() && report.findings().size() < kMostFindings; ++i) {
    const std::string_view line = lines.line(i);
    if (!check_indentation(lines, i, file, report)) parsable = false;
    if (line.starts_with('%')) {
      report.add(Diagnostic(Code::yaml_directive, {std::string(file), lines.position(lines.start_of(i)), 1})
                     .with("value", text::prefix(line, 40)));
      parsable = false;
    }
    dashes = dashes || may_lack_dash_space(line);
  }
  const std::size_t before = report.findings().size();
  if (parsable && dashes) check_dashes(lines, file, report);
  return parsable && report.findings().size() == before;
}

void explain_yaml_failure(SourceLines& source, std::string_view file, std::size_t offset, Report& report) {
  const std::vector<YamlLine> lines = read_yaml_lines(source);
  const std::optional<Misplaced> misplaced = find_misplaced(lines);
  const std::size_t failed = source.line_at(offset);
  for (const YamlLine& line : lines) {
    if (line.role != YamlLine::Role::entry) continue;
    if (line.index > failed) break;
    const Scene scene{source, file, lines, line};
    for (const Detector detect : kDetectors) {
      if (Found found = detect(scene)) return report.add(std::move(*found));
    }
    if (misplaced && misplaced->line == line.index) return report.add(*wrong_indentation(scene, misplaced->column));
  }
  report.add(Diagnostic(Code::yaml_syntax, {std::string(file), source.position(offset), 1}));
}

}  // namespace katern::parse
