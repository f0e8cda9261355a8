#include "parse/cmark_tree.h"

#include <mutex>

#include "parse/cmark_citations.h"

namespace katern::parse {
namespace {

/// While it parses inlines, cmark-gfm (up to gfm.13 at least) keeps the characters that extensions react to in a table
/// of its own process, sets them at the start and clears them at the end. Two parsers at work at once would make each
/// other miss `~~` and links, differently from run to run. So this phase, about half of cmark's time, is one at a time.
std::mutex& inline_phase() {
  static std::mutex mutex;
  return mutex;
}

/// Made in the arena in use, as is all that the parser needs; both go with it.
cmark_node* parse_with(const CmarkSyntax& syntax, std::string_view text, bool citations = false) {
  // SOURCEPOS keeps the lines right behind code spans that are broken over lines.
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS, CmarkArena::allocator());
  for (cmark_syntax_extension* extension : {syntax.table_extension, syntax.strikethrough_extension,
                                            syntax.autolink_extension, syntax.task_list_extension}) {
    if (extension != nullptr) cmark_parser_attach_syntax_extension(parser, extension);
  }
  if (citations) cmark_parser_attach_syntax_extension(parser, citation_extension());
  cmark_parser_feed(parser, text.data(), text.size());
  const std::lock_guard lock(inline_phase());
  return cmark_parser_finish(parser);
}

/// The types are numbers that only the extensions know; a small table shows them.
CmarkSyntax load_syntax() {
  cmark_gfm_core_extensions_ensure_registered();
  CmarkSyntax syntax;
  syntax.table_extension = cmark_find_syntax_extension("table");
  syntax.strikethrough_extension = cmark_find_syntax_extension("strikethrough");
  syntax.autolink_extension = cmark_find_syntax_extension("autolink");
  syntax.task_list_extension = cmark_find_syntax_extension("tasklist");
  const CmarkArena arena(0);
  cmark_node* table = cmark_node_first_child(parse_with(syntax, "| ~~a~~ |\n| - |\n"));
  cmark_node* row = cmark_node_first_child(table);
  cmark_node* cell = cmark_node_first_child(row);
  syntax.table = cmark_node_get_type(table);
  syntax.table_row = cmark_node_get_type(row);
  syntax.table_cell = cmark_node_get_type(cell);
  syntax.strikethrough = cmark_node_get_type(cmark_node_first_child(cell));
  return syntax;
}

}  // namespace

const CmarkSyntax& cmark_syntax() {
  // cmark-gfm registers extensions in lists of the whole process and not for several threads; the language makes the
  // first call here the only one.
  static const CmarkSyntax syntax = load_syntax();
  return syntax;
}

// A tree takes some twenty times the bytes of its text.
CmarkTree::CmarkTree(std::string_view text, bool citations)
    : arena_(text.size() * 20), root_(parse_with(cmark_syntax(), text, citations)) {}

}  // namespace katern::parse
