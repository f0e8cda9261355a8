#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

std::string made(std::string_view expression) {
  const Rendered result = render("{{ " + std::string(expression) + " }}", R"({"o": {"items": 1, "get": 2}})");
  return result.findings.empty() ? result.text : result.findings;
}

TEST_CASE("Methods of strings take Python's arguments") {
  CHECK(made("'a,b,c'.split(',', 1)") == "['a', 'b,c']");
  CHECK(made("' a b  c '.split(maxsplit=1)") == "['a', 'b  c ']");
  CHECK(made("'a b'.split(' ', maxsplit=0)") == "['a b']");
  CHECK(made("''.split()") == "[]");
  CHECK(made("''.split(',')") == "['']");
  CHECK(made("'Hoi'.startswith(('x', 'H'))") == "True");
  CHECK(made("'Hoi'.endswith(('x', 'y'))") == "False");
  CHECK(made("'aaa'.replace('a', 'b', 2)") == "bba");
  CHECK(made("'xxaxx'.strip('x') ~ 'xxaxx'.lstrip('x') ~ 'xxaxx'.rstrip('x')") == "aaxxxxa");
}

TEST_CASE("Methods do what the filters of their name do") {
  CHECK(made("'abc'.replace('', '-')") == "-a-b-c-");
  CHECK(made("('\\u00a0a\\u2003'.strip()) ~ '|' ~ '\\u00a0b'.lstrip() ~ '|' ~ 'c\\u00a0'.rstrip()") == "a|b|c");
  CHECK(made("'\\u00a0é\\u00a0ü'.split()") == "['é', 'ü']");
  CHECK(made("'ijs'.title() ~ 'straße'.upper()") == made("('ijs' | title) ~ ('straße' | upper)"));
}

TEST_CASE("A method with wrong arguments says so") {
  CHECK(made("'a'.split('')") == "call-bad-value 1:4");
  CHECK(made("'a'.split(',', 1, 2)") == "call-too-many-arguments 1:4");
  CHECK(made("'a'.split(maxsplt=1)") == "call-unknown-argument 1:4 maxsplit");
  CHECK(made("'a'.startswith(1)") == "call-wrong-argument 1:4");
  CHECK(made("'a'.replace('b')") == "call-missing-argument 1:4");
  CHECK(made("','.join([1])") == "call-wrong-argument 1:4");
}

TEST_CASE("A key does not hide the method of its name") {
  CHECK(made("o.items() | length") == "2");
  CHECK(made("o.get('items')") == "1");
  CHECK(made("o.get('x', 3) ~ o.get('x')") == "3None");
  CHECK(made("o.items") == "1");
}

}  // namespace
}  // namespace katern::templating
