#include <algorithm>

#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

std::string findings(std::string text) { return Theme({{"page.html", std::move(text)}}, "{}").render().findings; }

TEST_CASE("All mistakes of a file are told in one run: of syntax, of names and of places") {
  CHECK(findings("{{ a | nopee }}\n{{ d + }}\n<a href={{ x }}>q</a>\n{{ e | default(1,2,3,4) }}\n"
                 "<p onclick=\"{{ x }}\">{{ 'y }}</p>\n{% zo %}\n{{ z | truncat }}\n{{ n") ==
        "template-filter-unknown 1:8\n"
        "template-token-unexpected 2:8\n"
        "template-output-unquoted 3:12\n"
        "call-too-many-arguments 4:8\n"
        "template-output-in-handler 5:16\n"
        "template-string-unclosed 5:25\n"
        "template-tag-unknown 6:4 do\n"
        "template-filter-unknown 7:8 truncate\n"
        "template-tag-unclosed 8:1");
}

TEST_CASE("A tag that is wrong still opens what its end closes, and what is in it is read") {
  for (const char* text :
       {"{% if a b %}{{ x | nopee }}{% else %}b{% endif %}", "{% for i items %}{{ x | nopee }}{% break %}{% endfor %}",
        "{% block 1 %}{{ x | nopee }}{% endblock %}", "{% macro m( %}{{ x | nopee }}{% endmacro %}",
        "{% set 1 %}{{ x | nopee }}{% endset %}", "{% with a %}{{ x | nopee }}{% endwith %}",
        "{% call 1 %}{{ x | nopee }}{% endcall %}", "{% filter 1 %}{{ x | nopee }}{% endfilter %}",
        "{% autoescape %}{{ x | nopee }}{% endautoescape %}", "{% fr i in l %}{{ x | nopee }}{% endfor %}",
        "{% trans %}{{ x | nopee }}{% endtrans %}", "{% if a %}{{ x | nopee }}{% endfi %}",
        "{% for a in b %}{{ x | nopee }}{% endif %}", "{% if a %}{{ x | nopee }}{% elif b c %}{% endif %}",
        "{% if a %}{{ x | nopee }}{% endif b %}"}) {
    INFO(text);
    const std::string found = findings(text);
    CHECK(std::count(found.begin(), found.end(), '\n') == (std::string_view(text).starts_with("{% for a") ? 0 : 1));
  }
}

TEST_CASE("What is never closed ends where the tag around it does") {
  CHECK(findings("{% for a in b %}{% if a %}x{% endfor %}{{ x | nopee }}") ==
        "template-block-unclosed 1:17\ntemplate-filter-unknown 1:47");
  CHECK(findings("{% for a in b %}{% if a %}x") == "template-block-unclosed 1:1\ntemplate-block-unclosed 1:17");
  CHECK(findings("{{ a \n{{ b | nopee }}") == "template-tag-unclosed 1:1\ntemplate-filter-unknown 2:8");
  CHECK(findings("{{ (a }} {{ b | nopee }}") == "template-bracket-unclosed 1:4\ntemplate-filter-unknown 1:17");
  CHECK(findings("{{ a | nopee }}{# b {{ c") == "template-filter-unknown 1:8\ntemplate-comment-unclosed 1:16");
}

TEST_CASE("What stands in a tag that is never closed is left out of the template") {
  CHECK(Theme({{"page.html", "{% if a %}{% extends 'b.html' %}{% from 'c.html' import d %}{% block t %}x{% endblock %}"},
               {"b.html", "{% block t %}{% endblock %}"},
               {"c.html", "{% set d = 1 %}"}},
              "{}")
            .render()
            .findings == "template-block-unclosed 1:1");
}

TEST_CASE("A child of a template with a mistake has none of its own for that") {
  CHECK(Theme({{"a.html", "{% extends 'b.html' %}{% block t %}{{ x }}{% endblock %}"},
               {"b.html", "{{ x + }}<title>{% block t %}{% endblock %}</title>"}},
              "{}")
            .render()
            .findings == "template-token-unexpected 1:8");
}

TEST_CASE("A great many mistakes are not all told") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "{{ + }}{% if %}{{ '{{";
  const std::string found = findings(text);
  CHECK(std::count(found.begin(), found.end(), '\n') == 199);
}

}  // namespace
}  // namespace katern::templating
