#include <algorithm>
#include <span>

#include "parse/markdown_renderer.h"
#include "text/escape.h"

namespace katern::parse {
namespace {

/// How many citations of a heading stand in the names of the tables below it; keeps hostile text linear.
constexpr std::size_t kMostInName = 8;

/// Classes, since the pages' content security policy allows no inline style.
std::string_view class_for(char alignment) {
  switch (alignment) {
    case 'l': return "align-left";
    case 'c': return "align-center";
    case 'r': return "align-right";
    default: return {};
  }
}

}  // namespace

void MarkdownRenderer::table(cmark_node* node, bool entering) {
  if (!entering) {
    start_line();
    if (table_.body_open) html_ += "</tbody>\n";
    html_ += options_.table_wrappers ? "</table>\n</div>\n" : "</table>\n";
    return;
  }
  table_ = {};
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
  const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
  for (std::uint16_t i = 0; i < columns; ++i) table_.classes.push_back(class_for(static_cast<char>(alignments[i])));
  start_line();
  if (options_.table_wrappers) {
    // The number keeps the names of a page's regions apart.
    html_ += "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"";
    text::append_html(html_, options_.words.table);
    html_ += ' ' + std::to_string(++tables_);
    if (!body_.headings.empty()) {
      html_ += ": ";
      name_of_heading(body_.headings.back());
    }
    html_ += "\">\n";
  }
  html_ += "<table>\n";
}

void MarkdownRenderer::name_of_heading(const Heading& heading) {
  const std::string_view text = heading.text;
  std::size_t done = 0;
  for (const Heading::Cited& cited :
       std::span(heading.citations).first(std::min(heading.citations.size(), kMostInName))) {
    text::append_html(html_, text.substr(done, cited.offset - done));
    done = cited.offset;
    body_.holes.push_back({html_.size(), Body::Hole::Kind::citation_text, cited.citation});
  }
  text::append_html(html_, text.substr(done));
}

void MarkdownRenderer::table_row(cmark_node* node, bool entering) {
  table_.header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  table_.column = 0;
  if (!entering) {
    html_ += table_.header ? "</tr>\n</thead>\n" : "</tr>\n";
    return;
  }
  if (table_.header) {
    html_ += "<thead>\n";
  } else if (!table_.body_open) {
    html_ += "<tbody>\n";
    table_.body_open = true;
  }
  html_ += "<tr>\n";
}

void MarkdownRenderer::table_cell(cmark_node* node, bool entering) {
  if (!entering) {
    html_ += table_.heads ? "</th>\n" : "</td>\n";
    return;
  }
  // A cell of the head without words heads nothing; in the corner it means that the first column is a head as well.
  const bool empty = cmark_node_first_child(node) == nullptr && options_.table_wrappers;
  const bool first = table_.column == 0;
  if (table_.header && first) table_.rows_named = empty;
  table_.heads = !empty && (table_.header || (first && table_.rows_named));
  punctuation_.begin_block();
  html_ += table_.heads ? "<th" : "<td";
  if (table_.heads && options_.table_wrappers) html_ += table_.header ? " scope=\"col\"" : " scope=\"row\"";
  const std::string_view name = table_.column < table_.classes.size() ? table_.classes[table_.column] : "";
  ++table_.column;
  if (!name.empty()) {
    html_ += " class=\"";
    html_ += name;
    html_ += '"';
  }
  html_ += '>';
}

}  // namespace katern::parse
