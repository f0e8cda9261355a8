#pragma once

#include <string>
#include <string_view>

#include "parse/markdown.h"
#include "support/catch.h"

namespace katern::parse {

/// A body with what was found in it.
struct Rendered {
  Body body;
  Report report;
};

inline Rendered render(std::string_view markdown, const MarkdownOptions& options = {}) {
  Rendered result;
  result.body = parse_markdown(markdown, "x.md", result.report, 1, options);
  return result;
}

/// The HTML of a text in which nothing is wrong.
inline std::string html_of(std::string_view markdown, const MarkdownOptions& options = {}) {
  Rendered result = render(markdown, options);
  INFO(markdown);
  for (const Diagnostic& finding : result.report.findings()) UNSCOPED_INFO(message(finding, Language::english));
  CHECK(result.report.empty());
  return std::move(result.body.html);
}

/// The HTML with `{link 0}` and the like where the holes are.
inline std::string with_holes(const Body& body) {
  std::string html = body.html;
  for (auto hole = body.holes.rbegin(); hole != body.holes.rend(); ++hole) {
    using Kind = Body::Hole::Kind;
    const char* kind = hole->kind == Kind::link            ? "link"
                       : hole->kind == Kind::image         ? "image"
                       : hole->kind == Kind::component     ? "component"
                       : hole->kind == Kind::citation_text ? "citation text"
                                                           : "citation";
    html.insert(hole->offset, "{" + std::string(kind) + " " + std::to_string(hole->index) + "}");
  }
  return html;
}

/// The only finding of a text.
inline Diagnostic finding_of(std::string_view markdown, const MarkdownOptions& options = {}) {
  const Rendered result = render(markdown, options);
  INFO(markdown);
  for (const Diagnostic& finding : result.report.findings()) UNSCOPED_INFO(message(finding, Language::english));
  REQUIRE(result.report.findings().size() == 1);
  return result.report.findings().front();
}

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace katern::parse
