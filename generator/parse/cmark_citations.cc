#include "parse/cmark_citations.h"

#include <cmark-gfm-extension_api.h>
#include <cstdint>
#include <new>
#include <string>

#include "parse/cmark_arena.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace katern::parse {
namespace {

/// A key longer than this is none; keeps hostile text linear.
constexpr std::size_t kLongestKey = 200;

constexpr std::string_view kMarks = ":.#$%&-+?<>~/";

/// Where the bytes of a node's key are, and where cmark counted it to be. Lives in the arena, as the node does.
struct Found {
  int line;
  int column;
  std::size_t start;  ///< of the key in the node's literal
  std::size_t length;
};

bool is_mark(char32_t c) { return c < 0x80 && kMarks.find(static_cast<char>(c)) != std::string_view::npos; }

/// The bytes from the parser's offset on that a key could be made of.
std::string candidate(cmark_inline_parser* parser) {
  std::string bytes;
  bool braced = false;
  while (cmark_inline_parser_is_eof(parser) == 0 && bytes.size() < kLongestKey + 3) {
    const auto c = static_cast<char>(cmark_inline_parser_peek_char(parser));
    const auto byte = static_cast<unsigned char>(c);
    if (bytes.empty() && c == '{') braced = true;
    const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool fits = byte >= 0x80 || letter || kMarks.find(c) != kMarks.npos || c == '@';
    if (braced ? byte <= ' ' : !fits) break;
    bytes += c;
    if (braced && c == '}') break;
    cmark_inline_parser_advance_offset(parser);
  }
  return bytes;
}

struct Span {
  std::size_t start = 0;
  std::size_t length = 0;
  std::size_t end = 0;  ///< with the brace
};

Span key_in(std::string_view bytes) {
  if (bytes.starts_with('{')) {
    const bool closed = bytes.size() > 2 && bytes.ends_with('}');
    return closed ? Span{1, bytes.size() - 2, bytes.size()} : Span{};
  }
  std::size_t length = 0;
  bool word_before = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = text::next(bytes, at);
    const bool word = text::is_word(c);
    if (!word && !(word_before && is_mark(c))) break;
    word_before = word;
    if (word) length = at;
  }
  return {0, length, length};
}

bool stands_behind_word(cmark_inline_parser* parser, int offset) {
  std::string before;
  for (int at = offset - 1; at >= 0 && before.size() < 4; --at) {
    const auto c = static_cast<char>(cmark_inline_parser_peek_at(parser, at));
    before.insert(before.begin(), c);
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) break;
  }
  if (before.empty()) return false;
  std::size_t at = 0;
  const char32_t c = text::next(before, at);
  return text::is_word(c) || c == '@' || c == '/' || c == '.';
}

cmark_node* match(cmark_syntax_extension* /*self*/, cmark_parser* /*parser*/, cmark_node* /*parent*/,
                  unsigned char character, cmark_inline_parser* parser) {
  if (character != '@') return nullptr;
  const int offset = cmark_inline_parser_get_offset(parser);
  if (stands_behind_word(parser, offset)) return nullptr;
  const Found place{cmark_inline_parser_get_line(parser), cmark_inline_parser_get_column(parser), 0, 0};
  cmark_inline_parser_set_offset(parser, offset + 1);
  const std::string bytes = candidate(parser);
  const Span key = key_in(bytes);
  const bool handle = key.end < bytes.size() && bytes[key.end] == '@';  // @name@server.nl
  if (key.length == 0 || key.length > kLongestKey || handle) {
    cmark_inline_parser_set_offset(parser, offset);
    return nullptr;
  }
  cmark_inline_parser_set_offset(parser, offset + 1 + static_cast<int>(key.end));
  cmark_mem* memory = CmarkArena::allocator();
  cmark_node* node = cmark_node_new_with_mem(CMARK_NODE_HTML_INLINE, memory);
  cmark_node_set_literal(node, ("@" + bytes.substr(0, key.end)).c_str());
  auto* found = new (memory->calloc(1, sizeof(Found))) Found(place);
  found->start = key.start + 1;
  found->length = key.length;
  cmark_node_set_user_data(node, found);
  return node;
}

}  // namespace

cmark_syntax_extension* citation_extension() {
  static cmark_syntax_extension* const extension = [] {
    cmark_syntax_extension* made = cmark_syntax_extension_new("citation");
    cmark_llist* characters = cmark_llist_append(cmark_get_default_mem_allocator(), nullptr,
                                                 reinterpret_cast<void*>(std::uintptr_t{'@'}));  // NOLINT: C's way
    cmark_syntax_extension_set_special_inline_chars(made, characters);
    cmark_syntax_extension_set_match_inline_func(made, match);
    return made;
  }();
  return extension;
}

bool is_cited_key(cmark_node* node) { return cmark_node_get_user_data(node) != nullptr; }

CitedKey cited_key_of(cmark_node* node) {
  const auto* found = static_cast<const Found*>(cmark_node_get_user_data(node));
  const std::string_view literal = cmark_node_get_literal(node);
  return {literal.substr(found->start, found->length), found->line, found->column};
}

}  // namespace katern::parse
