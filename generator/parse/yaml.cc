#include "parse/yaml.h"

#include <istream>
#include <streambuf>
#include <utility>

#include "parse/yaml_events.h"
#include "parse/yaml_mistakes.h"
#include "text/utf8.h"
#include "yaml-cpp/exceptions.h"
#include "yaml-cpp/parser.h"

namespace katern::parse {
namespace {

/// Lets yaml-cpp, which reads streams, read the text where it stands.
class TextBuffer final : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // NOLINT: the get area is never written to
    setg(begin, begin, begin + text.size());
  }
};

/// Whether the editor meant a second document, or just wrote what YAML cannot take as one.
bool is_marked(const SourceLines& lines, std::size_t offset) {
  for (std::size_t line = lines.line_at(offset) + 1; line-- > 0;) {
    const std::string_view text = lines.line(line);
    if (text.starts_with("---") || text.starts_with("...")) return true;
    if (lines.start_of(line) < offset && text.find_first_not_of(" \t") != text.npos && !text.starts_with('#')) break;
  }
  return false;
}

/// Says what yaml-cpp stumbled over. What was noticed beyond that place is of no worth.
void explain(SourceLines& lines, std::string_view file, std::size_t offset, Report& report) {
  Report explained;
  explain_yaml_failure(lines, file, offset, explained);
  for (const Diagnostic& noticed : report.findings()) {
    if (noticed.place.at.line < explained.findings().front().place.at.line) explained.add(noticed);
  }
  report = std::move(explained);
}

void run_parser(YamlEvents& events, SourceLines& lines, std::string_view file, Report& report) {
  TextBuffer buffer(lines.text());
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
    if (events.leaves_quote_open()) explain(lines, file, lines.text().size(), report);
  } catch (const YamlStopped&) {
    const std::optional<std::size_t> second = events.second_document();
    if (second && is_marked(lines, *second)) {
      report.add(Diagnostic(Code::yaml_second_document, {std::string(file), lines.position(*second), 3}));
    } else if (second) {
      explain(lines, file, *second, report);
    }
  } catch (const YAML::Exception& failure) {
    const int offset = failure.mark.pos;
    explain(lines, file, offset < 0 ? 0 : static_cast<std::size_t>(offset), report);
  }
}

std::optional<Node> read_document(std::string_view text, std::string_view file, Report& report, Position first,
                                  const YamlLimits& limits) {
  if (text.size() > limits.bytes) {
    report.add(Diagnostic(Code::yaml_too_large, {std::string(file), {first.line, 0}, 0})
                   .with("kb", static_cast<long long>(text.size() / 1024))
                   .with("limit", static_cast<long long>(limits.bytes / 1024)));
    return {};
  }
  SourceLines lines(text, first.line, first.column);
  if (const std::optional<std::size_t> bad = text::first_invalid_utf8(text)) {
    report.add(Diagnostic(Code::file_not_utf8, {std::string(file), lines.position(*bad), 1}));
    return {};
  }
  if (!check_yaml_text(lines, file, report)) return {};
  YamlEvents events(lines, file, report, limits);
  run_parser(events, lines, file, report);
  std::optional<Node> root = events.take();
  if (root && !root->is_empty()) return root;
  Node nothing;
  nothing.kind = Node::Kind::mapping;
  nothing.at = first;
  return nothing;
}

}  // namespace

std::optional<Node> parse_yaml(std::string_view text, std::string_view file, Report& report, std::uint32_t first_line,
                               const YamlLimits& limits, std::uint32_t first_column) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Report findings;
  std::optional<Node> root = read_document(text, file, findings, {first_line, first_column}, limits);
  if (findings.has_errors()) root.reset();
  report.merge(std::move(findings));
  return root;
}

}  // namespace katern::parse
