#include "text/utf8.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace katern;

TEST_CASE("well-formed text has no invalid byte") {
  for (const std::string text : {"", "kort", "precies acht en nog wat langer", "é", "geïnteresseerd in coördinatoren",
                                 "€ 2.000", "\xF0\x9F\x98\x80 en verder", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"}) {
    CAPTURE(text);
    CHECK_FALSE(text::first_invalid_utf8(text));
  }
}

TEST_CASE("the first byte that is not UTF-8 is found wherever it stands") {
  struct Case {
    const char* why;
    std::string bad;
  };
  const std::vector<Case> cases = {
      {"lone continuation byte", "\x80"},
      {"overlong slash", "\xC0\xAF"},
      {"overlong in three bytes", "\xE0\x80\xAF"},
      {"overlong in four bytes", "\xF0\x80\x80\xAF"},
      {"surrogate", "\xED\xA0\x80"},
      {"past the last code point", "\xF4\x90\x80\x80"},
      {"lead byte that never occurs", "\xFF"},
      {"Windows-1252", "\xE9n"},
      {"sequence broken off", "\xE2\x82"},
      {"four bytes broken off", "\xF0\x9F\x98"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    for (std::size_t before = 0; before < 20; ++before) {
      CHECK(text::first_invalid_utf8(std::string(before, 'a') + c.bad) == before);
      CHECK(text::first_invalid_utf8("é" + std::string(before, 'a') + c.bad + "bb") == before + 2);
    }
  }
}

TEST_CASE("length counts code points") {
  CHECK(text::length("") == 0);
  CHECK(text::length("reünie") == 6);
  CHECK(text::length("€\xF0\x9F\x98\x80") == 2);
}

TEST_CASE("code points are read and written alike") {
  const std::string written = "aé€\xF0\x9F\x98\x80";
  const std::vector<char32_t> expected = {U'a', U'é', U'€', 0x1F600};
  std::string again;
  std::size_t at = 0;
  for (const char32_t c : expected) {
    CHECK(text::next(written, at) == c);
    text::append(again, c);
  }
  CHECK(at == written.size());
  CHECK(again == written);
}

TEST_CASE("a damaged byte reads as the replacement character, one byte at a time") {
  std::size_t at = 0;
  CHECK(text::next("\xE2\x82", at) == 0xFFFD);
  CHECK(at == 1);
}

TEST_CASE("what is no code point is written as the replacement character") {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0x110000}}) {
    std::string out;
    text::append(out, c);
    CHECK(out == "\xEF\xBF\xBD");
  }
}

TEST_CASE("a prefix never splits a character") {
  CHECK(text::prefix("reünie", 3) == "reü");
  CHECK(text::prefix("reünie", 0).empty());
  CHECK(text::prefix("reünie", 99) == "reünie");
}
