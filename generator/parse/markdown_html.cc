#include <algorithm>
#include <array>
#include <utility>

#include "parse/cmark_citations.h"
#include "parse/markdown_renderer.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace katern::parse {
namespace {

/// What Markdown has for the tags that editors know best.
constexpr std::array<std::pair<std::string_view, std::string_view>, 32> kMarks{{
    {"a", "[tekst](adres)"},
    {"b", "**tekst**"},
    {"blockquote", "> tekst"},
    {"code", "`tekst`"},
    {"del", "~~tekst~~"},
    {"em", "*tekst*"},
    {"h1", "## tekst"},
    {"h2", "## tekst"},
    {"h3", "### tekst"},
    {"h4", "#### tekst"},
    {"h5", "##### tekst"},
    {"h6", "###### tekst"},
    {"hr", "---"},
    {"i", "*tekst*"},
    {"iframe", "```video"},
    {"img", "![tekst](bestand)"},
    {"li", "- tekst"},
    {"ol", "1. tekst"},
    {"pre", "```"},
    {"s", "~~tekst~~"},
    {"strike", "~~tekst~~"},
    {"strong", "**tekst**"},
    {"table", "| a | b |"},
    {"tbody", "| a | b |"},
    {"td", "| a | b |"},
    {"th", "| a | b |"},
    {"thead", "| a | b |"},
    {"tr", "| a | b |"},
    {"tt", "`tekst`"},
    {"ul", "- tekst"},
    {"video", "```video"},
    {"wbr", ""},
}};

std::string_view mark_for(std::string_view tag) {
  const auto found = std::find_if(kMarks.begin(), kMarks.end(), [&](const auto& mark) { return mark.first == tag; });
  return found == kMarks.end() ? std::string_view() : found->second;
}

struct Tag {
  std::string name;
  bool closing = false;
};

Tag tag_of(std::string_view html) {
  Tag tag;
  std::size_t at = html.find('<');
  if (at == html.npos) return tag;
  ++at;
  tag.closing = at < html.size() && html[at] == '/';
  if (tag.closing) ++at;
  for (; at < html.size() && tag.name.size() < 20; ++at) {
    const char c = html[at];
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') break;
    tag.name += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return tag;
}

std::string_view without_space(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_comment(std::string_view html) {
  return html.starts_with("<!--") && html.find("-->", 4) == html.size() - 3 && html.size() >= 7;
}

}  // namespace

void MarkdownRenderer::refuse_html(std::string_view html, Position at) {
  const Tag tag = tag_of(html);
  const bool told = std::find(raw_tags_.begin(), raw_tags_.end(), tag.name) != raw_tags_.end();
  if (tag.closing && told) return;
  const std::string_view shown = text::prefix(html.substr(0, html.find('\n')), 40);
  const std::string_view mark = mark_for(tag.name);
  const Code code = tag.name == "br" ? Code::raw_html_break : mark.empty() ? Code::raw_html : Code::raw_html_has_mark;
  add(Diagnostic(code, place(at, text::length(shown))).with("value", shown).with("mark", mark));
  if (!told && raw_tags_.size() < 50) raw_tags_.push_back(tag.name);
}

void MarkdownRenderer::raw_block(cmark_node* node) {
  const std::string_view html = without_space(literal_of(node));
  const Position at = block_position(node);
  if (is_comment(html)) return add(Diagnostic(Code::raw_html_comment, place(at)));
  refuse_html(html, at);
  start_line();
  html_ += "<p>";
  text::append_html(html_, html);
  html_ += "</p>\n";
}

void MarkdownRenderer::raw_inline(cmark_node* node) {
  if (is_cited_key(node)) return cited_key(node);
  const std::string_view html = literal_of(node);
  const Position at = inline_position(node, "<", html.substr(0, html.find('\n')));
  if (is_comment(html)) return add(Diagnostic(Code::raw_html_comment, place(at)));
  refuse_html(html, at);
  punctuation_.pass('x');
  running_text(html);
}

}  // namespace katern::parse
