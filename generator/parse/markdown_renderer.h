#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/body.h"
#include "parse/cmark_tree.h"
#include "parse/heading_ids.h"
#include "parse/markdown.h"
#include "parse/punctuation.h"
#include "parse/source_lines.h"

namespace katern::parse {

/// Writes a tree of cmark-gfm as a Body, in one walk without recursion. One per body.
class MarkdownRenderer {
 public:
  MarkdownRenderer(std::string_view text, std::string_view file, Report& report, std::uint32_t first_line,
                   const MarkdownOptions& options);

  Body render(cmark_node* root);

 private:
  // markdown_renderer.cc: the walk, and what is neither a link, a table nor a footnote
  void visit(cmark_node* node, bool entering);
  void visit_extension(cmark_node* node, bool entering, int type);
  void paragraph(cmark_node* node, bool entering);
  void heading(cmark_node* node, bool entering);
  void list(cmark_node* node, bool entering);
  void item(cmark_node* node, bool entering);
  void text(cmark_node* node);
  void text(cmark_node* node, std::string_view text);
  void code(cmark_node* node);
  void line_break(bool hard);
  void running_text(std::string_view text);
  void wrap(bool entering, std::string_view tag);
  void start_line();

  // markdown_citations.cc
  bool skips(cmark_node* node);
  void cited_text(cmark_node* node);
  void cited_key(cmark_node* node);
  void add_citation(Citation citation);
  Position key_position(cmark_node* node);
  /// Tells of two keys in brackets with no semicolon between.
  void miss_semicolon(cmark_node* before, cmark_node* key);
  std::string typeset(std::string_view text);

  // markdown_code.cc
  void code_block(cmark_node* node);
  bool component(cmark_node* node, std::string_view name);

  // markdown_links.cc
  void link(cmark_node* node, bool entering);
  void open_link(cmark_node* node);
  bool refuse_link(cmark_node* node, std::string_view url);
  void list_link(cmark_node* node, std::string_view url, bool external);
  void image(cmark_node* node, bool entering);
  void close_image(cmark_node* node);
  void write_image(std::string_view url, std::string_view title);
  /// A title with its marks replaced.
  std::string typographic(std::string_view title) const;

  // markdown_html.cc
  void raw_block(cmark_node* node);
  void raw_inline(cmark_node* node);
  void refuse_html(std::string_view html, Position at);

  // markdown_tables.cc
  void table(cmark_node* node, bool entering);
  void name_of_heading(const Heading& heading);
  void table_row(cmark_node* node, bool entering);
  void table_cell(cmark_node* node, bool entering);

  // markdown_footnotes.cc
  void check_footnotes(cmark_node* text_node, std::string_view text);
  void footnote_reference(cmark_node* node);
  void footnote_definition(cmark_node* node, bool entering);
  void open_footnotes(cmark_node* first_definition);
  void footnote_back_links();
  void close_footnotes();
  void append_id(std::string_view kind, std::size_t note, unsigned time);

  Position block_position(cmark_node* node);
  /// Where an inline node begins. cmark counts columns from the start of a paragraph also on its later lines, so they
  /// are held against the text: there must be one of `first`, or else `needle` is looked for on the line.
  Position inline_position(cmark_node* node, std::string_view first, std::string_view needle);
  /// The same for something in `block` that cmark counted to stand there.
  Position inline_position(cmark_node* block, int line, int column, std::string_view first, std::string_view needle);
  /// For nodes that cmark gives no place: where `needle` comes next in the block.
  Position search(cmark_node* block, std::string_view needle);
  Place place(Position at, std::size_t length = 0) const;
  void add(Diagnostic finding);

  std::string_view file_;
  Report& report_;
  const MarkdownOptions& options_;
  const CmarkSyntax& syntax_;
  SourceLines lines_;
  std::uint32_t first_line_;
  Body body_;
  std::string& html_;
  Punctuation punctuation_;
  HeadingIds ids_;
  std::size_t findings_ = 0;
  std::size_t searches_ = 0;
  std::size_t searched_ = 0;  ///< the end of what was found last

  std::string* plain_ = nullptr;  ///< while in a heading: its text as well
  std::string heading_text_;
  std::vector<Heading::Cited> heading_citations_;
  std::size_t heading_start_ = 0;  ///< into html_, behind `<h2`
  std::size_t heading_holes_ = 0;

  cmark_node* image_ = nullptr;  ///< while in a picture: what is inside is its alt text
  std::string alt_;
  bool link_open_ = false;             ///< while in a link that was written
  std::vector<std::string> raw_tags_;  ///< whose closing tags need no finding of their own

  struct Table {
    std::vector<std::string_view> classes;
    std::size_t column = 0;
    bool header = false;
    bool body_open = false;
    bool rows_named = false;  ///< the corner is empty, so the first column says what the rows are
    bool heads = false;       ///< the cell that is being written
  };
  Table table_;
  std::size_t tables_ = 0;

  cmark_node* resume_at_ = nullptr;  ///< behind a citation: what is before this node was read with it
  std::size_t resume_from_ = 0;      ///< bytes of that node's text that were read with it

  std::size_t notes_ = 0;             ///< whose texts were begun
  std::vector<unsigned> referred_;    ///< by number of the note: how often so far
  std::vector<unsigned> back_links_;  ///< by number of the note: how often in all
  bool back_linked_ = false;
};

}  // namespace katern::parse
