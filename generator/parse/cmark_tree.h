#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string_view>

#include "parse/cmark_arena.h"

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

/// A parsed text: CommonMark with GFM's tables, strikethrough, autolinks and task lists, and footnotes. Any thread, but
/// made, walked and destroyed on the same one.
class CmarkTree {
 public:
  /// `citations`: `@key` becomes a node of its own, see citation_extension().
  explicit CmarkTree(std::string_view text, bool citations = false);

  cmark_node* root() const { return root_; }

 private:
  CmarkArena arena_;
  cmark_node* root_;
};

/// A walk over a node and all below it, each entered and left. Leaves are only entered.
class CmarkWalk {
 public:
  explicit CmarkWalk(cmark_node* root) : iterator_(cmark_iter_new(root)) {}
  ~CmarkWalk() { cmark_iter_free(iterator_); }
  CmarkWalk(const CmarkWalk&) = delete;
  CmarkWalk& operator=(const CmarkWalk&) = delete;

  bool step() { return (event_ = cmark_iter_next(iterator_)) != CMARK_EVENT_DONE; }
  bool entering() const { return event_ == CMARK_EVENT_ENTER; }
  cmark_node* node() const { return cmark_iter_get_node(iterator_); }

 private:
  cmark_iter* iterator_;
  cmark_event_type event_ = CMARK_EVENT_NONE;
};

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
