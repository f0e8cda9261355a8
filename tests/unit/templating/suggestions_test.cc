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

TEST_CASE("A name that is known but has no value tells what was not found, and what is near to it") {
  CHECK(finding("{% set s = x.titl %}{{ s }}") == "value-undefined 1:24 titel <titl>");
  CHECK(finding("{% set s = x['titl'] %}{{ s }}") == "value-undefined 1:27 titel <titl>");
  CHECK(finding("{% set s = x | attr('titl') %}{{ s }}") == "value-undefined 1:34 titel <titl>");
  CHECK(finding("{% set s = xx %}{{ s }}") == "value-undefined 1:20 x <xx>");
  CHECK(finding("{% with s = x.titl %}{{ s }}{% endwith %}") == "value-undefined 1:25 titel <titl>");
  CHECK(finding("{% macro kaart(item) %}{{ item }}{% endmacro %}{{ kaart(x.tite) }}") ==
        "value-undefined 1:27 titel <tite>");
  CHECK(finding("{% macro kaart(item) %}{{ item }}{% endmacro %}{{ kaart() }}") == "value-undefined 1:27 <item>");
}

TEST_CASE("An undefined value in a list or an object keeps what is near to it") {
  CHECK(finding("{{ [x.titl] | join }}") == "value-undefined 1:15 titel <titl>");
  CHECK(finding("{% set d = {'a': x.titl} %}{{ d.a }}") == "value-undefined 1:31 titel <titl>");
  CHECK(finding("{{ [x] | map(attribute='titl') | join }}") == "value-undefined 1:34 titel <titl>");
  CHECK(finding("{{ '%s' | format(x.titl) }}") == "value-undefined 1:11 titel <titl>");
  CHECK(finding("{{ range(*[x.titl]) }}") == "value-undefined 1:4 titel <titl>");
  CHECK(finding("{% set s = l[9] %}{{ s }}") == "value-undefined 1:22 <l[9]>");
}

TEST_CASE("What is looked up again is told by its own name") {
  CHECK(finding(
            "{% for n in ['titl', 'title'] %}{% set s = x[n] %}{% if n == 'title' %}{{ s }}{% endif %}{% endfor %}") ==
        "value-undefined 1:75 titel <title>");
}

TEST_CASE("Asking whether something is there leaves no trace and works as before") {
  CHECK(finding("{{ x.titl is defined }}{{ xx is undefined }}{{ x.titl | default('') }}{{ x['titl'] | d(1) }}") == "");
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
