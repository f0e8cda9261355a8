#include "xml/document.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace katern;

TEST_CASE("well-formed documents pass") {
  for (const char* good : {
           "<a/>",
           "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n",
           "<a b='1' c=\"'>'\"><!-- - --><![CDATA[<&]]>tekst &amp; &#233; &#xE9;</a>",
           "<a xmlns:p='urn:x'><p:b p:c='1'/><b xml:lang='nl'/></a>",
           "<a><?pi iets?></a>",
           "<één/>",
       }) {
    CAPTURE(good);
    CHECK(xml::is_well_formed(good));
  }
}

TEST_CASE("what XML forbids is found, with its place") {
  struct Case {
    const char* why;
    std::string bad;
    Position at;
  };
  const std::vector<Case> cases = {
      {"nothing", "", {1, 1}},
      {"no element", "tekst", {1, 1}},
      {"not closed", "<a>\n<b>", {2, 3}},
      {"closed wrongly", "<a><b></a></b>", {1, 9}},
      {"two roots", "<a/>\n<b/>", {2, 2}},
      {"text after the root", "<a/>tekst", {1, 5}},
      {"unknown entity", "<a>\n é &euro;</a>", {2, 4}},
      {"bare ampersand", "<a>R&D</a>", {1, 5}},
      {"bare ampersand at the end", "<a>R&", {1, 5}},
      {"character that may not be", "<a>&#0;</a>", {1, 4}},
      {"surrogate", "<a>&#xD800;</a>", {1, 4}},
      {"number that is none", "<a>&#x;</a>", {1, 4}},
      {"control character", "<a>\x01</a>", {1, 4}},
      {"noncharacter", "<a>\xEF\xBF\xBF</a>", {1, 4}},
      {"NUL", std::string("<a>\0</a>", 8), {1, 4}},
      {"not UTF-8", "<a>\xE9</a>", {1, 4}},
      {"less-than in an attribute", "<a b='<'/>", {1, 7}},
      {"attribute twice", "<a b='1' b='2'/>", {1, 2}},
      {"attribute without quotes", "<a b=1/>", {1, 6}},
      {"prefix of nothing", "<a><p:b/></a>", {1, 5}},
      {"prefix of a brother", "<a><b xmlns:p='urn:x'/><p:c/></a>", {1, 25}},
      {"attribute with a prefix of nothing", "<a p:b='1'/>", {1, 2}},
      {"end of CDATA in text", "<a>]]></a>", {1, 4}},
      {"dashes in a comment", "<a><!-- -- --></a>", {1, 9}},
      {"comment not closed", "<a><!-- ", {1, 8}},
      {"DOCTYPE", "<!DOCTYPE a>\n<a/>", {1, 1}},
      {"late declaration", " <?xml version='1.0'?><a/>", {1, 4}},
      {"another encoding", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", {1, 3}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto found = xml::find_malformed(c.bad);
    REQUIRE(found);
    CAPTURE(found->reason);
    CHECK(found->at.line == c.at.line);
    CHECK(found->at.column == c.at.column);
  }
}

TEST_CASE("a hostile document is refused, and soon") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK_FALSE(xml::is_well_formed(deep));
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  CHECK(xml::is_well_formed(deep));
  std::string wide = "<a";
  for (int i = 0; i < 10'000; ++i) wide += " xmlns:p" + std::to_string(i) + "='u'";
  CHECK_FALSE(xml::is_well_formed(wide + "/>"));
}
