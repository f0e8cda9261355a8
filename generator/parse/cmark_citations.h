#pragma once

#include <cmark-gfm.h>
#include <string_view>

namespace katern::parse {

/// An extension of cmark-gfm for `@key` and `@{key}`, as Pandoc has them
/// (https://pandoc.org/MANUAL.html#extension-citations): not behind a letter or digit, and so in no e-mail address. Code,
/// addresses and escapes are left to cmark. A key becomes a node of type HTML_INLINE, since tables take no types that they
/// do not know; is_cited_key() tells it from raw HTML. Its literal is the text as written.
cmark_syntax_extension* citation_extension();

bool is_cited_key(cmark_node* node);

/// What such a node holds, with the line and column that cmark counted.
struct CitedKey {
  std::string_view key;
  int line = 0;
  int column = 0;
};
CitedKey cited_key_of(cmark_node* node);

}  // namespace katern::parse
