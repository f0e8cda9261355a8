// Any bytes as a body: nothing crashes, holes lie in the HTML, and no tag gets through that the writer does not make.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parse/markdown.h"

namespace {

// Closed, and exactly what generator/parse writes: whatever else stands behind a `<` came from the text. Pictures,
// figures, components and citations are holes, whose tags the render room and the theme write later.
constexpr std::array<std::string_view, 31> kTags{
    "a",       "blockquote", "br",  "code",  "del",   "div",   "em", "h1",    "h2", "h3",
    "h4",      "h5",         "h6",  "hr",    "img",   "input", "li", "ol",    "p",  "pre",
    "section", "span",       "strong", "sup", "table", "tbody", "td",    "th", "thead", "tr", "ul"};

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

void check_tags(std::string_view html) {
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const std::size_t start = at + (html.substr(at).starts_with("</") ? 2 : 1);
    std::size_t end = start;
    while (end < html.size() && is_name(html[end])) ++end;
    const std::string_view name = html.substr(start, end - start);
    if (std::find(kTags.begin(), kTags.end(), name) == kTags.end()) std::abort();
  }
}

void check_holes(const katern::parse::Body& body) {
  using Kind = katern::parse::Body::Hole::Kind;
  std::size_t last = 0;
  for (const auto& hole : body.holes) {
    if (hole.offset < last || hole.offset > body.html.size()) std::abort();
    last = hole.offset;
    const std::size_t known = hole.kind == Kind::link        ? body.links.size()
                              : hole.kind == Kind::image     ? body.images.size()
                              : hole.kind == Kind::component ? body.components.size()
                                                             : body.citations.size();
    if (hole.index >= known) std::abort();
    if (hole.kind == Kind::link && !std::string_view(body.html).substr(0, hole.offset).ends_with(" href=\""))
      std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  katern::parse::MarkdownOptions options;
  options.components = {"quote", "figuur"};
  options.smart_punctuation = (data[0] & 1U) == 0;
  options.holes = (data[0] & 2U) == 0;
  options.heading_ids = (data[0] & 4U) == 0;
  options.citations = (data[0] & 8U) != 0;
  katern::Report report;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto body = katern::parse::parse_markdown(text, "x.md", report, 1, options);
  check_holes(body);
  check_tags(body.html);
  return 0;
}
