#include <charconv>

#include "parse/markdown_renderer.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace katern::parse {
namespace {

/// cmark-gfm numbers the notes in the order of their first reference, and puts their texts last in that order.
std::size_t number_of(cmark_node* reference) {
  const std::string_view digits = literal_of(reference);
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

void count(std::vector<unsigned>& times, std::size_t number) {
  if (times.size() <= number) times.resize(number + 1);
  ++times[number];
}

}  // namespace

void MarkdownRenderer::check_footnotes(cmark_node* text_node, std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = text.find("[^"); at != text.npos; at = text.find("[^", end)) {
    end = text.find(']', at);
    if (end == text.npos) return;
    const std::string_view label = text.substr(at, end + 1 - at);
    if (label.size() == 3 || label.find(' ') != label.npos) continue;
    cmark_node* block = text_node;
    while (is_inline(block)) block = cmark_node_parent(block);
    add(Diagnostic(Code::footnote_without_text, place(search(block, label))).with("value", text::prefix(label, 60)));
  }
}

void MarkdownRenderer::append_id(std::string_view kind, std::size_t note, unsigned time) {
  html_ += options_.id_prefix;
  html_ += kind;
  html_ += std::to_string(note);
  if (time > 1) html_ += '-' + std::to_string(time);
}

void MarkdownRenderer::footnote_reference(cmark_node* node) {
  if (image_ != nullptr) return;
  const std::size_t note = number_of(node);
  count(referred_, note);
  html_ += "<sup class=\"footnote-ref\"";
  if (link_open_) {  // a link may hold no link
    html_ += " id=\"";
    append_id("fnref-", note, referred_[note]);
    html_ += "\">" + std::to_string(note) + "</sup>";
    return;
  }
  html_ += "><a href=\"#";
  append_id("fn-", note, 1);
  html_ += "\" id=\"";
  append_id("fnref-", note, referred_[note]);
  html_ += "\" role=\"doc-noteref\" aria-label=\"";
  text::append_html(html_, options_.words.footnote);
  html_ += ' ' + std::to_string(note) + "\">" + std::to_string(note) + "</a></sup>";
}

void MarkdownRenderer::open_footnotes(cmark_node* first_definition) {
  start_line();
  html_ += "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"";
  text::append_html(html_, options_.words.footnotes);
  html_ += "\">\n<ol>\n";
  // Notes refer to notes as well, also to earlier ones, whose links back are written before that is seen.
  back_links_ = referred_;
  for (cmark_node* definition = first_definition; definition != nullptr; definition = cmark_node_next(definition)) {
    for (CmarkWalk walk(definition); walk.step();) {
      const bool refers = cmark_node_get_type(walk.node()) == CMARK_NODE_FOOTNOTE_REFERENCE;
      if (refers && walk.entering()) count(back_links_, number_of(walk.node()));
    }
  }
}

void MarkdownRenderer::footnote_definition(cmark_node* node, bool entering) {
  if (entering) {
    if (notes_++ == 0) open_footnotes(node);
    back_linked_ = false;
    start_line();
    html_ += "<li id=\"";
    append_id("fn-", notes_, 1);
    html_ += "\">\n";
    return;
  }
  if (!back_linked_) {
    start_line();
    html_ += "<p>";
    footnote_back_links();
    html_ += "</p>\n";
  }
  html_ += "</li>\n";
}

void MarkdownRenderer::footnote_back_links() {
  back_linked_ = true;
  const unsigned times = notes_ < back_links_.size() ? back_links_[notes_] : 0;
  for (unsigned time = 1; time <= times; ++time) {
    html_ += " <a href=\"#";
    append_id("fnref-", notes_, time);
    html_ += "\" class=\"footnote-back\" role=\"doc-backlink\"";
    // The number is for a style sheet to draw: as text it would be a label that nobody can say (WCAG 2.5.3).
    if (time > 1) html_ += " data-time=\"" + std::to_string(time) + '"';
    html_ += " aria-label=\"";
    text::append_html(html_, options_.words.back);
    html_ += ' ' + std::to_string(notes_);
    if (time > 1) html_ += " (" + std::to_string(time) + ')';
    html_ += "\">↩</a>";
  }
}

void MarkdownRenderer::close_footnotes() {
  if (notes_ > 0) html_ += "</ol>\n</section>\n";
}

}  // namespace katern::parse
