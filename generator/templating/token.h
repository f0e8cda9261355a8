#pragma once

#include <cstdint>
#include <string_view>

#include "templating/source.h"

namespace katern::templating {

enum class TokenKind : std::uint8_t {
  text,          ///< what stands outside the tags, white space control applied
  output_begin,  ///< {{
  output_end,
  tag_begin,  ///< {%
  tag_end,
  name,
  integer,
  number,
  string,  ///< with its quotes
  plus,
  minus,
  star,
  slash,
  double_slash,
  percent,
  double_star,
  tilde,
  left_paren,
  right_paren,
  left_bracket,
  right_bracket,
  left_brace,
  right_brace,
  comma,
  colon,
  dot,
  pipe,
  assign,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  broken,  ///< where the lexer found a mistake; nothing takes it
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  Span at;
  std::string_view text;  ///< in the source
};

}  // namespace katern::templating
