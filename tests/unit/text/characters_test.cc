#include "text/characters.h"

#include "support/catch.h"

namespace katern::text {
namespace {

TEST_CASE("white space is what Python strips") {
  for (const char32_t c : {U' ', U'\t', U'\n', U'\x1C', U'\u0085', U'\u00A0', U'\u2003', U'\u3000'}) CHECK(is_space(c));
  for (const char32_t c : {U'a', U'\0', U'\u200B', U'\uFEFF', U'_'}) CHECK_FALSE(is_space(c));
}

TEST_CASE("letters, digits and the underscore make words") {
  for (const char32_t c : {U'a', U'é', U'中', U'5', U'٣', U'½', U'_'}) CHECK(is_word(c));
  for (const char32_t c : {U'-', U'.', U'’', U'\u0301', U' '}) CHECK_FALSE(is_word(c));
  CHECK(is_digit(U'٣'));
  CHECK_FALSE(is_digit(U'½'));
}

TEST_CASE("controls, format characters and odd spaces are not printable") {
  for (const char32_t c : {U' ', U'é', U'€', U'😀'}) CHECK(is_printable(c));
  for (const char32_t c : {U'\n', U'\u00A0', U'\u00AD', U'\u202E', U'\uE000', U'\u2028'}) CHECK_FALSE(is_printable(c));
}

}  // namespace
}  // namespace katern::text
