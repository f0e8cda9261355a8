#include "text/pattern.h"

#include <string>

#include "support/catch.h"

using katern::text::Pattern;

TEST_CASE("A pattern holds for the whole text") {
  const auto pattern = Pattern::compile("[A-Z]{3}");
  REQUIRE(pattern);
  CHECK(pattern->matches("ABC") == Pattern::Match::yes);
  CHECK(pattern->matches("ABCD") == Pattern::Match::no);
  CHECK(pattern->matches("abc") == Pattern::Match::no);
}

TEST_CASE("A pattern knows letters beyond ASCII") {
  const auto pattern = Pattern::compile("\\p{L}+");
  REQUIRE(pattern);
  CHECK(pattern->matches("beëindigd") == Pattern::Match::yes);
}

TEST_CASE("What is no regular expression is refused") {
  for (const char* text : {"(", "[a-", "a{2", "*", "\\"}) {
    INFO(text);
    CHECK_FALSE(Pattern::compile(text));
  }
}

TEST_CASE("A pattern that explodes is stopped") {
  const auto pattern = Pattern::compile("(a+)+b");
  REQUIRE(pattern);
  CHECK(pattern->matches(std::string(900, 'a')) == Pattern::Match::too_hard);
}

TEST_CASE("A pattern that would need much stack is stopped") {
  const auto pattern = Pattern::compile("(?:(?:(a|b)*c|d)*e|f)*");
  REQUIRE(pattern);
  CHECK(pattern->matches(std::string(1000, 'f') + "x") == Pattern::Match::too_hard);
  CHECK(pattern->matches(std::string(1000, 'f')) != Pattern::Match::no);
}
