// What cannot be written as text is an error, wherever somebody asks for its text.

#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr const char* kData = R"({"x": {"titel": "a"}})";

std::string findings(std::string_view text) { return render(text, kData).findings; }

TEST_CASE("A list or an object that holds an undefined value is not written") {
  CHECK(findings("{{ [x.titl] }}") == "value-undefined 1:4 titel");
  CHECK(findings("{{ [1, [x.titl]] }}") == "value-undefined 1:4 titel");
  CHECK(findings("{{ {'a': x.titl} }}") == "value-undefined 1:4 titel");
  CHECK(findings("{{ [x] | map(attribute='titl') | list }}") == "value-undefined 1:4 titel");
  CHECK(findings("{{ [x] | groupby('titl') }}") == "value-undefined 1:4 titel");
  CHECK(findings("{{ [1 if false] }}") == "value-undefined 1:4");
}

TEST_CASE("Nor is it joined, formatted or made a string") {
  CHECK(findings("{{ [x.titl] ~ '' }}") == "value-undefined 1:4 titel");
  CHECK(findings("{{ [x.titl] | string }}") == "value-undefined 1:15 titel");
  CHECK(findings("{{ [[x.titl]] | join }}") == "value-undefined 1:17 titel");
  CHECK(findings("{{ '%s' | format([x.titl]) }}") == "value-undefined 1:11 titel");
  CHECK(findings("{{ '%r' % [x.titl] }}").starts_with("value-undefined"));
}

TEST_CASE("A function, a macro and a loop have no text") {
  CHECK(findings("{{ joiner('|') }}") == "call-wrong-subject 1:4 joiner(…)");
  CHECK(findings("{{ range }}") == "call-wrong-subject 1:4 range(…)");
  CHECK(findings("{% macro m() %}{% endmacro %}{{ m }}") == "call-wrong-subject 1:33 m(…)");
  CHECK(findings("{% for i in [1] %}{{ loop }}{% endfor %}") == "call-wrong-subject 1:22 loop.index");
  CHECK(findings("{% for i in [1] %}{{ [loop] | string }}{% endfor %}") == "call-wrong-subject 1:31 loop.index");
}

TEST_CASE("A list of what has a text is written as Python writes it") {
  CHECK(render("{{ [1, 'a', none, {'b': 1.5}] }}").text == "[1, 'a', None, {'b': 1.5}]");
}

}  // namespace
}  // namespace katern::templating
