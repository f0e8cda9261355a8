#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr const char* kData = R"({"n": null, "a": "a"})";

std::string written(std::string_view text) {
  const Rendered result = Theme({{"page.txt", std::string(text)}}, kData).render();
  CHECK(result.findings == "");
  return result.text;
}

TEST_CASE("None writes nothing, also when filters have touched it") {
  CHECK(written("[{{ n }}]") == "[]");
  for (const char* filter : {"upper", "lower", "title", "capitalize", "trim", "e", "forceescape", "striptags", "string",
                             "plain_text", "excerpt", "urlize", "urlencode", "slug", "replace('o', '0')", "wordwrap",
                             "indent", "truncate(20)", "format"}) {
    CHECK(written("[{{ n | " + std::string(filter) + " }}]") == "[]");
  }
}

TEST_CASE("None within a text adds nothing to it") {
  CHECK(written("{{ [n, 1] | join('-') }}") == "-1");
  CHECK(written("{{ 'van' | replace('a', n) }}") == "vn");
  CHECK(written("{{ '<%s>' | format(n) }}") == "<>");
  CHECK(written("{{ '<%s>' % n }}") == "<>");
  CHECK(written("{{ a ~ n }}") == "a");
}

TEST_CASE("None is still none for what asks") {
  CHECK(written("{{ n is none }} {{ n | default('x', true) }} {{ n | json }} {{ [n] }}") == "True x null [None]");
}

TEST_CASE("As in Jinja, none can be the word None") {
  CHECK(render("{{ n }} {{ n | upper }} {{ [n, 1] | join('-') }} {{ '%s' % n }}", kData).text ==
        "None NONE None-1 None");
}

}  // namespace
}  // namespace katern::templating
