#include "text/xml_characters.h"

#include <string>

#include "support/catch.h"

using namespace katern;

namespace {

std::string without_forbidden(std::string text, std::size_t begin = 0) {
  text::remove_forbidden_in_xml(text, begin);
  return text;
}

}  // namespace

TEST_CASE("What XML forbids is taken out, and nothing else") {
  CHECK(without_forbidden("a\001b\tc\r\n\037d") == "ab\tc\r\nd");
  CHECK(without_forbidden("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBDé\177") == "\xEF\xBF\xBDé\177");
}

TEST_CASE("What stands before the beginning stays as it is") { CHECK(without_forbidden("a\001b\001", 2) == "a\001b"); }
