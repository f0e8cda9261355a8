#include "text/zone.h"

#include "support/catch.h"

using katern::text::is_zone;

TEST_CASE("Time zones are known by their IANA names") {
  CHECK(is_zone("Europe/Amsterdam"));
  CHECK(is_zone("America/Curacao"));
  CHECK(is_zone("UTC"));
  CHECK_FALSE(is_zone("Europe/Amsterdm"));
  CHECK_FALSE(is_zone(""));
}
