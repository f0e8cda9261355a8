#include <algorithm>

#include "parse/markdown_renderer.h"
#include "parse/yaml.h"
#include "text/escape.h"
#include "text/words.h"

namespace katern::parse {

void MarkdownRenderer::code_block(cmark_node* node) {
  const char* info = cmark_node_get_fence_info(node);
  const std::string_view words(info == nullptr ? "" : info);
  const std::string_view name = words.substr(0, words.find_first_of(" \t"));
  start_line();
  if (!name.empty() && component(node, name)) return;
  html_ += options_.table_wrappers ? "<pre tabindex=\"0\"><code" : "<pre><code";
  if (!name.empty()) {
    html_ += " class=\"language-";
    text::append_html(html_, name);
    html_ += '"';
  }
  html_ += '>';
  text::append_html(html_, literal_of(node));
  html_ += "</code></pre>\n";
}

bool MarkdownRenderer::component(cmark_node* node, std::string_view name) {
  const auto& known = options_.components;
  const Position fence = block_position(node);
  if (std::find(known.begin(), known.end(), name) == known.end()) {
    if (const auto meant = text::nearest(name, known)) {
      add(Diagnostic(Code::component_name_near, place({fence.line, 0})).with("value", name).suggest(*meant));
    }
    return false;
  }
  auto data = parse_yaml(literal_of(node), file_, report_, fence.line + 1, {}, std::max(fence.column, 1U));
  if (!data) return true;
  body_.holes.push_back(
      {html_.size(), Body::Hole::Kind::component, static_cast<std::uint32_t>(body_.components.size())});
  body_.components.push_back({std::string(name), *std::move(data), fence});
  return true;
}

}  // namespace katern::parse
