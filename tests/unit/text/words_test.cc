#include "text/words.h"

#include "support/catch.h"

using namespace katern;

TEST_CASE("upper and lower case know more than ASCII") {
  CHECK(text::upper("één ijs") == "ÉÉN IJS");
  CHECK(text::lower("ÉÉN IJS") == "één ijs");
}

TEST_CASE("IJ is one letter at the beginning of a word") {
  CHECK(text::title_case("ijsselstein aan de IJSSEL") == "IJsselstein Aan De IJssel");
  CHECK(text::capitalize("ijs en weder") == "IJs en weder");
}

TEST_CASE("title case begins words where Jinja does") {
  CHECK(text::title_case("mbo's en (hbo) wo-instellingen") == "Mbo's En (Hbo) Wo-Instellingen");
  CHECK(text::title_case("’s avonds") == "’s Avonds");
  CHECK(text::title_case("  één  ") == "  Één  ");
  CHECK(text::title_case("").empty());
}

TEST_CASE("capitalize lowers the rest") {
  CHECK(text::capitalize("één TWEE") == "Één twee");
  CHECK(text::capitalize("").empty());
}

TEST_CASE("runs of white space become one space") {
  CHECK(text::collapse_spaces("  a \n\t b\r\nc  ") == "a b c");
  CHECK(text::collapse_spaces(" \n ").empty());
  CHECK(text::collapse_spaces("10\u00A0uur") == "10\u00A0uur");
}
