#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

constexpr const char* kData = R"({
  "n": 7, "x": 2.5, "yes": true, "no": false, "nil": null, "name": "Ada",
  "items": [1, 2, 3], "empty": [], "page": {"title": "Titel", "tags": ["a", "b"], "items": [4]},
  "pairs": [["a", 1], ["b", 2]], "tree": [{"n": 1, "c": [{"n": 2, "c": []}]}, {"n": 3, "c": []}]
})";

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    const Rendered result = render(c.text, kData);
    INFO(c.text);
    INFO(result.findings);
    CHECK(result.findings.empty());
    CHECK(result.text == c.expected);
  }
}

TEST_CASE("Literals are written as Jinja writes them") {
  check_all({{"{{ 1 }}", "1"},
             {"{{ 1_000 }}", "1000"},
             {"{{ 0x1f }} {{ 0o17 }} {{ 0b11 }}", "31 15 3"},
             {"{{ 1.0 }} {{ 1e3 }} {{ 1e16 }} {{ 0.1 }}", "1.0 1000.0 1e+16 0.1"},
             {"{{ 'a' \"b\" }}", "ab"},
             {"{{ 'a\\n\\x41\\u00e9' }}", "a\nAé"},
             {"{{ true }} {{ False }} {{ none }}", "True False None"},
             {"{{ [1, 'a', 2.0] }}", "[1, 'a', 2.0]"},
             {"{{ (1,) }} {{ () }} {{ 1, 2 }}", "(1,) () (1, 2)"},
             {"{{ {'a': 1, \"b\": [2]} }}", "{'a': 1, 'b': [2]}"},
             {"{{ {'a': {'b': 1}}.a.b }}", "1"}});
}

TEST_CASE("Arithmetic means what it means in Python") {
  check_all({{"{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 // -2 }}", "3 -4 -4"},
             {"{{ 7 % 3 }} {{ -7 % 3 }} {{ 7 % -3 }}", "1 2 -2"},
             {"{{ 7 / 2 }} {{ 6 / 2 }}", "3.5 3.0"},
             {"{{ 2 ** 10 }} {{ 2 ** -1 }} {{ 2 ** 3 ** 2 }}", "1024 0.5 64"},
             {"{{ 1 + 2 * 3 - 4 }}", "3"},
             {"{{ -2 ** 2 }} {{ (-n)|abs }} {{ -n|abs }}", "4 7 7"},
             {"{{ 7.5 // 2 }} {{ -7.5 % 2 }}", "3.0 0.5"},
             {"{{ 'a' * 3 }} {{ [0] * 2 + [1] }} {{ 'a' + 'b' }}", "aaa [0, 0, 1] ab"},
             {"{{ 1 ~ 'a' ~ 2.0 ~ none }}", "1a2.0None"},
             {"{{ true + 1 }}", "2"}});
}

TEST_CASE("Comparisons chain, and logic gives back its operands") {
  check_all({{"{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }}", "True False"},
             {"{{ 1 == 1.0 }} {{ 'a' != 'b' }}", "True True"},
             {"{{ 2 in items }} {{ 5 not in items }} {{ 'd' in 'Ada' }} {{ 'title' in page }}", "True True True True"},
             {"{{ not 2 in items }}", "False"},
             {"{{ 0 or 'a' }} {{ 1 and 'b' }} {{ '' or 0 }}", "a b 0"},
             {"{{ 'a' if yes else 'b' }} {{ 'a' if no else 'b' }}[{{ 'a' if no }}]", "a b[]"},
             {"{{ yes and not no }}", "True"}});
}

TEST_CASE("Attributes, items and slices") {
  check_all({{"{{ page.title }} {{ page['title'] }} {{ page.tags[0] }} {{ page.tags.1 }}", "Titel Titel a b"},
             {"{{ items[-1] }} {{ name[0] }} {{ name[-1] }}", "3 A a"},
             {"{{ items[1:] }} {{ items[::-1] }} {{ name[:2] }} {{ name[::2] }} {{ items[-2:-1] }}",
              "[2, 3] [3, 2, 1] Ad Aa [2]"},
             {"{{ page.items }} {{ page.get('x', 1) }} {% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %}",
              "[4] 1 a1"},
             {"{{ page.x is defined }} {{ y is undefined }} {{ y|default('d') }}", "False True d"}});
}

TEST_CASE("Loops know where they are") {
  check_all(
      {{"{% for i in items %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }} {% endfor %}",
        "1032 2121 3210 "},
       {"{% for i in items %}{{ loop.first }}{{ loop.last }}{{ loop.length }} {% endfor %}",
        "TrueFalse3 FalseFalse3 FalseTrue3 "},
       {"{% for i in items %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba"},
       {"{% for i in [1, 1, 2] %}{{ loop.changed(i) }} {% endfor %}", "True False True "},
       {"{% for i in items %}{{ loop.previtem|default('-') }}{{ loop.nextitem|default('-') }} {% endfor %}",
        "-2 13 2- "},
       {"{% for i in empty %}x{% else %}leeg{% endfor %}", "leeg"},
       {"{% for i in items if i != 2 %}{{ i }}{% endfor %}", "13"},
       {"{% for i in items if i > 1 %}{{ loop.index }}/{{ loop.length }} {% endfor %}", "1/2 2/2 "},
       {"{% for i in items if i > 5 %}x{% else %}niets{% endfor %}", "niets"},
       {"{% for a, b in pairs %}{{ a }}{{ b }}{% endfor %}", "a1b2"},
       {"{% for k in page %}{{ k }} {% endfor %}{% for c in 'hé' %}{{ c }}.{% endfor %}", "title tags items h.é."},
       {"{% for t in tree recursive %}{{ t.n }}:{{ loop.depth }}{% if t.c %}({{ loop(t.c) }}){% endif %} {% endfor %}",
        "1:1(2:2 ) 3:1 "},
       {"{% for i in items %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13"},
       {"{% for i in items %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% endfor %}", "1"},
       {"{% for i in items %}{% for j in items %}{{ loop.index }}{% endfor %}{{ loop.index }} {% endfor %}",
        "1231 1232 1233 "},
       {"{% for i in items %}{% set outer = loop %}{% for j in [1] %}{{ outer.index }}{% endfor %}{% endfor %}",
        "123"}});
}

TEST_CASE("What is set in a loop stays in the loop, unless it is set in a namespace") {
  check_all({{"{% set x = 1 %}{% for i in items %}{{ x }}{% set x = 9 %}{{ x }} {% endfor %}{{ x }}", "19 19 19 1"},
             {"{% set ns = namespace(a=0) %}{% for i in items %}{% set ns.a = ns.a + i %}{% endfor %}{{ ns.a }}", "6"},
             {"{% if yes %}{% set x = 2 %}{% endif %}{{ x }}", "2"},
             {"{% set a, b = 1, 2 %}{{ a }}{{ b }}", "12"},
             {"{% set t %}<{{ n }}>{% endset %}{{ t }}{% set t | upper %}a{% endset %}{{ t }}", "<7>A"},
             {"{% with a = 1, b = n %}{{ a }}{{ b }}{% set a = 5 %}{% endwith %}{{ a is defined }}", "17False"},
             {"{% filter upper %}a{{ name }}{% endfilter %}", "AADA"},
             {"{% do items|first %}ok", "ok"}});
}

TEST_CASE("Macros take defaults, further arguments and a caller") {
  check_all(
      {{"{% macro m(a, b=2) %}{{ a }}{{ b }} {% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=1, a=4) }}", "12 13 41 "},
       {"{% macro m(a, b=a) %}{{ b }}{% endmacro %}{{ m(1) }}", "1"},
       {"{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}", "(1, 2){'x': 3}"},
       {"{% macro m(t) %}<{{ caller(t) }}>{% endmacro %}{% call(v) m('a') %}{{ v }}{{ n }}{% endcall %}", "<a7>"},
       {"{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}b{% endmacro %}{{ a() }}", "b"},
       {"{% macro f(n) %}{{ n }}{% if n %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}", "3210"},
       {"{% for i in items %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}", "123"},
       {"{% macro m(x) %}{{ x is defined }}{% endmacro %}{{ m() }}", "False"},
       {"{% macro m(a) %}{{ a }}{% endmacro %}{{ m(*[1]) }}{{ m(**{'a': 2}) }}", "12"},
       {"{% set s = 'x' %}{% macro m() %}{{ s }}{% endmacro %}{% set s = 'y' %}{{ m() }}", "y"}});
}

TEST_CASE("White space is controlled as in Jinja") {
  check_all({{"a\n  {% if yes %}\nb\n  {% endif %}\nc", "a\nb\nc"},
             {"a {%- if yes -%} b {%- endif -%} c", "abc"},
             {"a\n  {%+ if yes +%}\nb{% endif %}", "a\n  \nb"},
             {"a {{- n -}} b", "a7b"},
             {"  {# x #}\nb", "b"},
             {"a {#- x -#} b", "ab"},
             {"{% raw %}{{ n }}{% if %}{% endraw %}", "{{ n }}{% if %}"},
             {"{%- raw -%} {{ n }} {%- endraw -%} x", "{{ n }}x"},
             {"x {{ n }}\n", "x 7\n"},
             {"a\r\nb\rc", "a\nb\nc"}});
}

TEST_CASE("Templates include, import and extend each other") {
  const auto text = [](std::vector<std::pair<std::string, std::string>> templates) {
    const Rendered result = Theme(std::move(templates), kData).render();
    INFO(result.findings);
    CHECK(result.findings.empty());
    return result.text;
  };
  CHECK(text({{"a.txt", "{% for i in items %}{% include 'b.txt' %}{% endfor %}"}, {"b.txt", "{{ i }}{{ n }} "}}) ==
        "17 27 37 ");
  CHECK(text({{"a.txt", "{% include 'x.txt' ignore missing %}{% include ['y.txt', 'b.txt'] %}"}, {"b.txt", "b"}}) ==
        "b");
  CHECK(text({{"a.txt", "{% import 'm.txt' as m %}{{ m.f(1) }}{{ m.v }}{% from 'm.txt' import f as g %}{{ g(2) }}"},
              {"m.txt", "{% macro f(x) %}[{{ x }}{{ n is defined }}]{% endmacro %}{% set v = 5 %}"}}) ==
        "[1False]5[2False]");
  CHECK(text({{"a.txt", "{% from 'm.txt' import f with context %}{{ f() }}"},
              {"m.txt", "{% macro f() %}{{ n }}{% endmacro %}"}}) == "7");
  CHECK(text({{"c.txt", "{% extends 'b.txt' %}{% set t = 'T' %}{% block x %}c{{ super() }}{{ t }}{% endblock %}weg"},
              {"b.txt", "{% extends 'a.txt' %}{% block x %}b{{ super() }}{% endblock %}"},
              {"a.txt", "<{% block x %}a{% endblock %}|{{ self.x() }}|{% block y %}y{% endblock %}>"}}) ==
        "<cbaT|cbaT|y>");
  CHECK(text({{"c.txt", "{% extends 'a.txt' %}{% block x %}{{ super.super() }}{% endblock %}"},
              {"a.txt", "{% extends 'b.txt' %}{% block x %}a{% endblock %}"},
              {"b.txt", "{% block x %}b{% endblock %}"}}) == "b");
  CHECK(
      text({{"a.txt", "{% for i in items %}{% block x scoped %}{{ i }}{{ loop.index }}{% endblock %}{% endfor %}"}}) ==
      "112233");
}

}  // namespace
}  // namespace katern::templating
