#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>
#include <string_view>

namespace katern::parse {

/// What cmark-gfm calls the nodes of its extensions; it hands these out when they are registered.
struct CmarkSyntax {
  cmark_syntax_extension* table_extension = nullptr;
  cmark_syntax_extension* strikethrough_extension = nullptr;
  cmark_syntax_extension* autolink_extension = nullptr;
  cmark_syntax_extension* task_list_extension = nullptr;
  int table = 0;
  int table_row = 0;
  int table_cell = 0;
  int strikethrough = 0;
};

const CmarkSyntax& cmark_syntax();

struct CmarkFree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

using CmarkTree = std::unique_ptr<cmark_node, CmarkFree>;
using CmarkIterator = std::unique_ptr<cmark_iter, CmarkFree>;

/// CommonMark with GFM's tables, strikethrough, autolinks and task lists, and footnotes. Any thread.
CmarkTree parse_tree(std::string_view text);

inline bool is_inline(const cmark_node* node) {
  const auto type =
      static_cast<unsigned>(cmark_node_get_type(const_cast<cmark_node*>(node)));  // NOLINT: C without const
  return (type & static_cast<unsigned>(CMARK_NODE_TYPE_MASK)) == static_cast<unsigned>(CMARK_NODE_TYPE_INLINE);
}

/// The text of a text, code, HTML, code block or footnote reference node; empty for others.
inline std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

}  // namespace katern::parse
