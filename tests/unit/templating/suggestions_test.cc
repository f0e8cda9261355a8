#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr const char* kData = R"({"x": {"titel": 1}, "l": [1, 2, 3], "xs": [{"naam": {"vol": "A"}}]})";

/// The only finding: its code, place and suggestion, and the name that it speaks of.
std::string finding(std::string_view text) {
  const Rendered result = Theme({{"page.txt", std::string(text)}}, kData).render();
  if (result.report.findings().size() != 1) return result.findings;
  const auto& arguments = result.report.findings().front().arguments;
  const std::string name = arguments.empty() ? "" : arguments.front().value;
  return result.findings + " <" + name + ">";
}

TEST_CASE("A name that is known but has no value tells what was not found") {
  CHECK(finding("{% set s = x.titl %}{{ s }}") == "value-undefined 1:24 <titl>");
  CHECK(finding("{% with s = x.titl %}{{ s }}{% endwith %}") == "value-undefined 1:25 <titl>");
  CHECK(finding("{% macro kaart(item) %}{{ item }}{% endmacro %}{{ kaart(x.tite) }}") == "value-undefined 1:27 <tite>");
  CHECK(finding("{% macro kaart(item) %}{{ item }}{% endmacro %}{{ kaart() }}") == "value-undefined 1:27 <item>");
}

TEST_CASE("What is asked of a value gets the nearest of what it has") {
  CHECK(finding("{{ x['titl'] }}") == "template-attribute-unknown 1:4 titel <titl>");
  CHECK(finding("{% for i in l %}{{ loop.indx }}{% endfor %}") == "template-attribute-unknown 1:20 index <indx>");
  CHECK(finding("{{ 'a'.uper() }}") == "template-attribute-unknown 1:4 upper <uper>");
  CHECK(finding("{{ x.itms() }}") == "template-attribute-unknown 1:4 items <itms>");
  CHECK(finding("{% for i in l %}{{ loop.cicle(1) }}{% endfor %}") == "template-attribute-unknown 1:20 cycle <cicle>");
}

TEST_CASE("An item beyond the end is told as it is written") {
  CHECK(finding("{{ l[9] }}") == "value-undefined 1:4 <l[9]>");
  CHECK(finding("{{ x[0] }}") == "value-undefined 1:4 <x[0]>");
}

TEST_CASE("Attributes, filters and tests that are named in arguments get the nearest as well") {
  CHECK(finding("{{ xs | join(attribute='naan') }}") == "template-attribute-unknown 1:9 naam <naan>");
  CHECK(finding("{{ xs | map(attribute='naan.vol') | list }}") == "template-attribute-unknown 1:9 naam <naan>");
  CHECK(finding("{{ xs | selectattr('naan') | list }}") == "template-attribute-unknown 1:9 naam <naan>");
  CHECK(finding("{{ xs | unique(attribute='naan') }}") == "template-attribute-unknown 1:9 naam <naan>");
  CHECK(finding("{{ xs | sum('naan') }}") == "template-attribute-unknown 1:9 naam <naan>");
  CHECK(finding("{{ l | map('uper') | list }}") == "template-filter-unknown 1:8 upper <uper>");
  CHECK(finding("{{ l | select('equalt', 1) | list }}") == "template-test-unknown 1:8 equalto <equalt>");
}

TEST_CASE("super and self are no values, and a template that uses them as such is told") {
  CHECK(finding("{% block a %}{% if super is defined %}{{ super() }}{% endif %}{% endblock %}") ==
        "template-name-unknown 1:20 super() <super>");
  CHECK(finding("{% block a %}{% set s = super %}{% endblock %}") == "template-name-unknown 1:25 super() <super>");
  CHECK(finding("{{ self.a is defined }}") == "template-name-unknown 1:4 self.block() <self>");
}

}  // namespace
}  // namespace katern::templating
