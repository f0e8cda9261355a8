#include "parse/markdown.h"

#include <algorithm>

#include "parse/cmark_tree.h"
#include "parse/control_characters.h"
#include "parse/markdown_caps.h"
#include "parse/markdown_renderer.h"
#include "parse/source_lines.h"

namespace katern::parse {
namespace {

bool holds_control(const Body& body) {
  const auto holds = [](const std::string& text) { return find_control(text) != text.npos; };
  return holds(body.html) ||
         std::any_of(body.images.begin(), body.images.end(),
                     [&](const Image& image) { return holds(image.alt) || holds(image.title); }) ||
         std::any_of(body.citations.begin(), body.citations.end(), [&](const Citation& citation) {
           return std::any_of(citation.cites.begin(), citation.cites.end(),
                              [&](const Citation::Cite& cite) { return holds(cite.prefix) || holds(cite.suffix); });
         });
}

// Code is allowed to speak of a control character; so a reference to one is a mistake only where it became one.
void refuse_controls(std::string_view text, const Body& body, std::string_view file, std::uint32_t first_line,
                     Report& report) {
  std::size_t at = find_control(text);
  if (at == text.npos) {
    at = find_control_reference(text);
    if (at == text.npos || !holds_control(body)) return;
  }
  report.add(
      Diagnostic(Code::markdown_control_character, {std::string(file), SourceLines(text, first_line).position(at), 1}));
}

}  // namespace

Body parse_markdown(std::string_view text, std::string_view file, Report& report, std::uint32_t first_line,
                    const MarkdownOptions& options) {
  if (auto excess = find_excess(text, file, first_line)) {
    report.add(*std::move(excess));
    return {};
  }
  const CmarkTree tree(text, options.citations);
  Body body = MarkdownRenderer(text, file, report, first_line, options).render(tree.root());
  refuse_controls(text, body, file, first_line, report);
  return body;
}

}  // namespace katern::parse
