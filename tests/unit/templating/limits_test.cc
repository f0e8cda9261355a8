#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr Limits kSmall{.output_bytes = 2000, .loop_steps = 1000};
constexpr Limits kFewTurns{.output_bytes = 100'000, .loop_steps = 1000};

std::string findings(std::string_view text, const Limits& limits = {}) {
  return Theme({{"page.txt", std::string(text)}}, R"({"s": "tekst"})").with(limits).render().findings;
}

TEST_CASE("What calls itself without end stops at a depth") {
  CHECK(findings("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}") == "template-recursion 1:19");
  CHECK(findings("{% include 'page.txt' %}") == "template-recursion 1:1");
  CHECK(findings("{% block a %}{{ self.a() }}{% endblock %}") == "template-recursion 1:17");
}

TEST_CASE("A value nests only so deep") {
  CHECK(findings("{% set ns = namespace(x=[]) %}{% for i in range(100) %}{% set ns.x = [ns.x] %}{% endfor %}") ==
        "template-value-too-large 1:63");
  CHECK(findings("{% set ns = namespace() %}{% set ns.x = ns %}{{ ns.x.x is defined }}").empty());
  CHECK(findings("{% set ns = namespace() %}{% block a %}{% macro m() %}{{ m }}{% endmacro %}{% endblock %}").empty());
}

TEST_CASE("Turns of loops are counted over all loops") {
  CHECK(findings("{% for i in range(900) %}{% for j in range(900) %}{% endfor %}{% endfor %}", kFewTurns) ==
        "template-too-many-turns 1:26");
}

TEST_CASE("Calls and includes count, so that those that double end") {
  CHECK(findings("{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(40) }}")
            .starts_with("template-too-many-turns 1:"));
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 0; i < 40; ++i) {
    const std::string once = "{% include '" + std::to_string(i + 1) + ".txt' %}";
    files.emplace_back(std::to_string(i) + ".txt", once + once);
  }
  files.emplace_back("40.txt", "");
  CHECK(Theme(files, "{}").render().findings.starts_with("template-too-many-turns 1:"));
}

TEST_CASE("All that is written counts: values, numbers and the template's own text") {
  CHECK(findings("{% for i in range(900) %}{{ s }}{% endfor %}", kSmall) == "template-too-long 1:29");
  CHECK(findings("{% for i in range(900) %}{{ i }}{% endfor %}", kSmall) == "template-too-long 1:29");
  CHECK(findings("{% for i in range(900) %}tekst{% endfor %}", kSmall) == "template-too-long 1:26");
}

TEST_CASE("What is gathered in variables and calls shares the room of what is written") {
  CHECK(findings("{% set a %}{% for i in range(900) %}tekst{% endfor %}{% endset %}", kSmall) ==
        "template-too-long 1:37");
  CHECK(findings("{% macro m(n) %}{{ s * 50 }}{% if n %}{{ m(n - 1) | upper }}{% endif %}{% endmacro %}{{ m(9) }}",
                 kSmall) == "template-too-long 1:20");
  CHECK(findings("{% for i in range(900) %}{% set x = s ~ s ~ s %}{% endfor %}", kSmall) == "template-too-long 1:37");
}

TEST_CASE("What filters read and make counts by its size") {
  CHECK(findings("{% set a = s * 100 %}{% for i in range(900) %}{% set x = a | upper %}{% endfor %}", kSmall) ==
        "template-too-long 1:62");
  CHECK(findings("{% set a = s * 100 %}{% for i in range(900) %}{% set x = a | wordcount %}{% endfor %}", kSmall) ==
        "template-too-long 1:62");
  CHECK(findings("{% set a = range(100) %}{% for i in range(900) %}{% set x = a | sort %}{% endfor %}", kFewTurns) ==
        "template-too-many-turns 1:65");
  CHECK(findings("{% set a = range(90) %}{% for i in range(900) %}{% set x = a[1:] %}{% endfor %}", kSmall) ==
        "template-too-long 1:60");
  CHECK(findings("{% set a = s * 100 %}{{ ([a] * 50) | map('upper') | length }}", kSmall) == "template-too-long 1:38");
  CHECK(findings("{{ [1] | batch(900, 0) | length }}{{ [1] | batch(900, 0) | length }}", kSmall) ==
        "template-too-many-turns 1:44");
  CHECK(findings("{% set a = s * 100 %}{% for i in range(900) %}{% set x = a.upper() %}{% endfor %}", kSmall) ==
        "template-too-long 1:58");
}

TEST_CASE("Text that filters read counts as time, also where it is a list as text") {
  const std::string text = "{% set a = 'tekst' * 1000 %}";
  CHECK(findings(text + "{% for i in range(90) %}{% set x = a | trim %}{% endfor %}", kFewTurns) ==
        "template-too-many-turns 1:68");
  CHECK(findings(text + "{% for i in range(90) %}{% set x = a | wordwrap(1) | first %}{% endfor %}", kFewTurns) ==
        "template-too-many-turns 1:68");
  CHECK(findings("{% set a = [123456789] * 500 %}{% for i in range(90) %}{% set x = a | wordcount %}{% endfor %}",
                 kFewTurns) == "template-too-many-turns 1:71");
}

TEST_CASE("Comparing long lists and texts counts by what is compared") {
  const std::string lists = "{% set a = range(1000000) | list %}{% set b = range(1000000) | list %}";
  for (const char* comparison :
       {"a == b", "a != b", "a < b", "a in [b]", "a is eq b", "a is lt b", "a is in [b]", "[a, b] | sort | length"}) {
    INFO(comparison);
    CHECK(findings(lists + "{% for i in range(1000) %}{% set x = " + comparison + " %}{% endfor %}")
              .starts_with("template-too-many-turns 1:"));
  }
  CHECK(
      findings("{% set a = s * 1000000 %}{% set b = s * 1000000 %}{% for i in range(90000) %}{{ a == b }}{% endfor %}")
          .starts_with("template-too-many-turns 1:"));
  CHECK(findings("{% for i in range(900) %}{% set x = i == 3 or i in [1, 2] or s == 'q' %}{% endfor %}", kFewTurns)
            .empty());
}

TEST_CASE("What loop.changed compares counts as well") {
  CHECK(findings("{% set a = range(1000000) | list %}{% set b = range(1000000) | list %}"
                 "{% for i in range(1000) %}{{ loop.changed([a, b][i % 2]) }}{% endfor %}")
            .starts_with("template-too-many-turns 1:"));
}

TEST_CASE("Looking through long lists and texts counts") {
  CHECK(findings("{% set a = range(900000) %}{% for i in range(900000) %}{{ -1 in a }}{% endfor %}") ==
        "template-too-many-turns 1:59");
  CHECK(findings("{% set a = s * 1000000 %}{% for i in range(900000) %}{{ 'x' in a }}{% endfor %}") ==
        "template-too-many-turns 1:57");
}

TEST_CASE("What costs nothing is not counted") {
  CHECK(findings("{% set a = range(500) %}{% for i in range(200) %}{% if a | length and a | first is defined and a | "
                 "last and a | default(1) %}{% endif %}{% endfor %}",
                 kFewTurns) == "");
}

TEST_CASE("A list that is too long to be written out is an error") {
  const std::string list = "{% set a = [1] * 1000000 %}";
  CHECK(findings(list + "{{ (a ~ '') | length }}") == "template-too-long 1:32");
  CHECK(findings(list + "{{ a }}") == "template-too-long 1:31");
  CHECK(findings(list + "{{ a | upper }}") == "template-too-long 1:35");
  CHECK(findings(list + "{{ [a] | join }}") == "template-too-long 1:37");
  CHECK(findings(list + "{{ '%s' | format(a) }}") == "template-too-long 1:38");
}

TEST_CASE("A repeated list is bounded by the room it takes") {
  CHECK(findings("{{ ([1] * 60000000) | length }}") == "operator-too-large 1:5");
}

}  // namespace
}  // namespace katern::templating
