#include <string>
#include <vector>

#include "support/catch.h"
#include "text/words.h"

using namespace katern;

TEST_CASE("a slug is the ASCII of a Dutch title") {
  struct Case {
    const char* title;
    const char* slug;
  };
  const std::vector<Case> cases = {
      {"Practoraat Mediawijsheid", "practoraat-mediawijsheid"},
      {"Zorg & Technologie", "zorg-en-technologie"},
      {"R&D", "r-en-d"},
      {"Coördinatoren, geïnteresseerd in één café", "coordinatoren-geinteresseerd-in-een-cafe"},
      {"’s Avonds bij mbo'ers", "s-avonds-bij-mboers"},
      {"ĲSSELSTEIN en Ĳ", "ijsselstein-en-ij"},
      {"Straße Øresund Łódź Æ Œ", "strasse-oresund-lodz-ae-oe"},
      {"af\u00ADge\u00ADbro\u00ADken", "afgebroken"},
      {"e\u0301e\u0301n", "een"},
      {"  -- A -- b -- ", "a-b"},
      {"½ uur", "1-2-uur"},
      {"2026: wat nu?", "2026-wat-nu"},
      {"ａｂｃ", "abc"},
      {"Москва", ""},
      {"日本 mbo", "mbo"},
      {"\xF0\x9F\x98\x80", ""},
      {"../../etc/passwd", "etc-passwd"},
      {"", ""},
      {"&", "en"},
      {"a\xFFz", "a-z"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    CHECK(text::slugify(c.title) == c.slug);
    CHECK((text::slugify(c.title).empty() || text::is_slug(text::slugify(c.title))));
  }
}

TEST_CASE("a long slug is cut between words where it can be") {
  CHECK(text::slugify("een twee drie", 8) == "een-twee");
  CHECK(text::slugify("een twee drie", 10) == "een-twee");
  CHECK(text::slugify("een twee drie", 7) == "een");
  CHECK(text::slugify("eentweedrie", 4) == "eent");
  CHECK(text::slugify(std::string(500, 'a')).size() == 80);
}

TEST_CASE("a slug has lower case letters and digits with single hyphens between") {
  for (const char* good : {"a", "a-b", "2026", "a1-2b"}) CHECK(text::is_slug(good));
  for (const char* bad : {"", "-a", "a-", "a--b", "A", "a b", "a_b", "é", "a/b", ".."}) {
    CAPTURE(bad);
    CHECK_FALSE(text::is_slug(bad));
  }
  CHECK(text::is_slug("abc", 3));
  CHECK_FALSE(text::is_slug("abcd", 3));
}
