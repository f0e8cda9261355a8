#include "support/catch.h"
#include "templating/expression.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

struct Case {
  const char* text;
  const char* findings;
};

constexpr const char* kData = R"json({"n": 7, "s": "tekst", "nil": null, "items": [1, 2],
  "page": {"title": "Titel", "tags": []}})json";

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(render(c.text, kData).findings == c.findings);
  }
}

TEST_CASE("A mistake in the syntax is reported where it stands") {
  check_all({{"a\n {{ n", "template-tag-unclosed 2:2"},
             {"{# x", "template-comment-unclosed 1:1"},
             {"{{ 'x }}", "template-string-unclosed 1:4"},
             {"{{ '\\ud800' }}", "template-string-escape 1:4"},
             {"{{ 99999999999999999999 }}", "template-number-invalid 1:4"},
             {"{{ 0123 }}", "template-number-invalid 1:4"},
             {"{{ n ! }}", "template-character-unexpected 1:6"},
             {"{{ (n }}", "template-bracket-unclosed 1:4"},
             {"{{ n) }}", "template-bracket-unopened 1:5"},
             {"{{ n n }}", "template-token-expected 1:6"},
             {"{{ }}", "template-token-unexpected 1:4"},
             {"{% for i items %}{% endfor %}", "template-token-expected 1:10"},
             {"{% fr %}", "template-tag-unknown 1:4 for"},
             {"a {% %}", "template-token-expected 1:6"},
             {"{%- -%}", "template-token-expected 1:5"},
             {"{{ 1e400 }}", "template-number-invalid 1:4"},
             {"{% endif %}", "template-tag-unopened 1:4"},
             {"é{% if n %}", "template-block-unclosed 1:2"},
             {"{% raw %}", "template-block-unclosed 1:1"},
             {"{{ f(a=1, 2) }}", "template-argument-order 1:11"},
             {"{{ f(a=1, a=2) }}", "template-parameter-doubled 1:11"},
             {"{% macro m(a=1, b) %}{% endmacro %}", "template-parameter-order 1:17"},
             {"{% macro m(a, a) %}{% endmacro %}", "template-parameter-doubled 1:15"},
             {"{% macro m(caller) %}{% endmacro %}", "template-caller-parameter 1:12"},
             {"{% set true = 1 %}", "template-name-reserved 1:8"},
             {"{% for loop in items %}{% endfor %}", "template-name-reserved 1:8"},
             {"{% call n %}{% endcall %}", "template-call-expected 1:9"},
             {"{% from 'page.txt' import _a %}", "template-import-private 1:27"},
             {"{% block a %}{% endblock %}{% block a %}{% endblock %}", "template-block-doubled 1:37"},
             {"{% block a required %}x{% endblock %}", "template-block-not-empty 1:10"},
             {"{% break %}", "template-jump-outside 1:1"},
             {"{% for i in items %}{% extends 'page.txt' %}{% endfor %}",
              "template-extends-inside 1:21\ntemplate-extends-itself 1:32"}});
  CHECK(render("a\xff").findings == "template-not-utf8 1:2");
  CHECK(render(std::string_view("a\nb\0", 4)).findings == "file-has-nul 2:2");
  CHECK(render(std::string(17 * 1024 * 1024, 'a')).findings == "template-too-big 1:1");
  CHECK(render("{{ " + std::string(5000, '(')).findings == "template-bracket-unclosed 1:5003");
  CHECK(render("{{ " + std::string(500, '(') + "1" + std::string(500, ')') + " }}")
            .findings.starts_with("template-too-deep"));
  Report report;
  CHECK_FALSE(Expression::compile("1 +", {"kinds/a.yaml", {3, 10}, 0}, Registry::standard(), report));
  CHECK(listed(report) == "template-ends-early 3:13");
}

TEST_CASE("A byte order mark is no part of a template") {
  CHECK(render("\xEF\xBB\xBF"
               "a")
            .text == "a");
  CHECK(render("\xEF\xBB\xBF{{ nee }}").findings == "template-name-unknown 1:4");
}

TEST_CASE("What a template names must be there when it is compiled") {
  check_all({{"{{ n|uper }}", "template-filter-unknown 1:6 upper"},
             {"{{ n is stringg }}", "template-test-unknown 1:9 string"},
             {"{{ n|round(1, 2, 3, 4) }}", "call-too-many-arguments 1:6"},
             {"{{ n|round(precission=1) }}", "call-unknown-argument 1:6 precision"},
             {"{% include 'pag.txt' %}", "template-unknown 1:12 page.txt"},
             {"{% include ['a', 'b'] %}", "template-unknown 1:13"},
             {"{{ super() }}", "template-super-outside 1:4"},
             {"{% from 'page.txt' import f %}", "template-export-unknown 1:27"}});
}

TEST_CASE("An error while rendering names what went wrong") {
  check_all({{"{{ nn }}", "template-name-unknown 1:4 n"},
             {"{{ page.titel }}", "template-attribute-unknown 1:4 title"},
             {"{{ page['titel'] }}", "template-attribute-unknown 1:4 title"},
             {"{{ s.x.y }}", "template-attribute-unknown 1:4"},
             {"{{ nil.x }}", "template-attribute-unknown 1:4"},
             {"{% if nn %}{% endif %}", "template-name-unknown 1:7 n"},
             {"{{ nn + 1 }}", "template-name-unknown 1:4 n"},
             {"{{ nn|upper }}", "template-name-unknown 1:4 n"},
             {"{{ nn == 1 }}", "template-name-unknown 1:4 n"},
             {"{% for i in nn %}{% endfor %}", "template-name-unknown 1:13 n"},
             {"{% for i in n %}{% endfor %}", "template-not-iterable 1:13"},
             {"{% for a, b in items %}{% endfor %}", "template-not-iterable 1:8"},
             {"{% set a, b = [1] %}", "template-unpack 1:8"},
             {"{{ n() }}", "template-not-callable 1:4"},
             {"{% set n.x = 1 %}", "template-not-namespace 1:8"},
             {"{{ {1: 2} }}", "template-key-not-text 1:5"},
             {"{{ n + 'a' }}", "operator-unfit 1:4"},
             {"{{ n < 'a' }}", "operator-unfit 1:4"},
             {"{{ 1 in n }}", "operator-unfit 1:4"},
             {"{{ -s }}", "operator-unfit 1:4"},
             {"{{ n // 0 }}", "operator-zero-division 1:4"},
             {"{{ n % 0.0 }}", "operator-zero-division 1:4"},
             {"{{ 2 ** 63 }}", "operator-overflow 1:4"},
             {"{{ 9223372036854775807 + 1 }}", "operator-overflow 1:4"},
             {"{{ 10.0 ** 400 }}", "operator-overflow 1:4"},
             {"{{ 'a' * 999999999999 }}", "operator-too-large 1:4"},
             {"{{ [1] * 999999999999 }}", "operator-too-large 1:4"},
             {"{% include n %}", "template-name-not-text 1:12"},
             {"{% set x = 'y' %}{% include x %}", "template-unknown 1:29"},
             {"{% block a %}{{ super() }}{% endblock %}", "template-super-missing 1:17"},
             {"{% block a required %}{% endblock %}", "template-block-required 1:1"},
             {"{% block ab %}{% endblock %}{{ self.ac() }}", "template-block-unknown 1:32 ab"},
             {"{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "call-too-many-arguments 1:34"},
             {"{% macro m(abc) %}{% endmacro %}{{ m(abd=2) }}", "call-unknown-argument 1:36 abc"},
             {"{% macro m(a) %}{% endmacro %}{{ m(1, a=2) }}", "call-doubled-argument 1:34"},
             {"{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}", "template-caller-unused 1:38"},
             {"{% for i in items %}{{ loop([1]) }}{% endfor %}", "template-loop-not-recursive 1:24"},
             {"{% for i in items recursive %}{{ loop() }}{% endfor %}", "template-loop-argument 1:34"},
             {"{% for i in items %}{{ loop.cycle() }}{% endfor %}", "template-cycle-empty 1:24"}});
}

TEST_CASE("Templates in a circle, and those that are broken, end in an error") {
  CHECK(Theme({{"a.txt", "{% extends 'b.txt' %}"}, {"b.txt", "{% extends 'a.txt' %}"}}, kData).render().findings ==
        "template-extends-itself 1:12");
  CHECK(Theme({{"a.txt", "{% set b = 'a.txt' %}{% extends b %}"}}, kData).render().findings ==
        "template-extends-itself 1:33");
  CHECK(Theme({{"a.txt", "{% extends 'b.txt' %}{% extends 'b.txt' %}"}, {"b.txt", ""}}, kData).render().findings ==
        "template-extends-twice 1:22");

  Report report;
  const Registry registry = Registry::standard();
  const Library library = Library::compile({{"a.txt", "a.txt", "{% if"}, {"b.txt", "b.txt", "b"}}, registry, report);
  Report of_rendering;
  std::string out;
  const Scope scope;
  CHECK_FALSE(library.render("a.txt", scope, "", out, of_rendering));
  CHECK(listed(of_rendering) == "template-broken 1:1");
  CHECK(library.render("b.txt", scope, "", out, of_rendering));
  Report of_unknown;
  CHECK_FALSE(library.render("c.txt", scope, "", out, of_unknown));
  CHECK(of_unknown.findings().front().code == Code::template_unknown);
}

TEST_CASE("An error tells the way that led to it") {
  const Rendered result = Theme({{"a.txt",
                                  "{% extends 'b.txt' %}{% import 'm.txt' as m %}\n{% block x %}{% include "
                                  "'c.txt' %}{% endblock %}"},
                                 {"b.txt", "\n{% block x %}{% endblock %}"},
                                 {"c.txt", "{% import 'm.txt' as m %}{{ m.f() }}"},
                                 {"m.txt", "{% macro f() %}{{ x }}{% endmacro %}"}},
                                kData)
                              .render();
  REQUIRE(result.findings == "template-name-unknown 1:19");
  const Diagnostic& finding = result.report.findings().front();
  CHECK(finding.place.file == "themes/t/templates/m.txt");
  CHECK(finding.place.length == 1);
  std::string trace;
  for (const Frame& frame : finding.trace) {
    trace += std::to_string(static_cast<int>(frame.kind)) + " " + frame.name + " " + frame.place.file + " " +
             std::to_string(frame.place.at.line) + ":" + std::to_string(frame.place.at.column) + "\n";
  }
  CHECK(trace ==
        "3 f themes/t/templates/c.txt 1:29\n"
        "0 c.txt themes/t/templates/a.txt 2:14\n"
        "3 x themes/t/templates/b.txt 2:1\n"
        "2 b.txt themes/t/templates/a.txt 1:1\n"
        "4 content/entry.md  0:0\n");
}

TEST_CASE("All errors of all templates are reported at once") {
  CHECK(
      Theme({{"a.txt", "{{ 1|x }}{{ 1|y }}"}, {"b.txt", "{% zzz %}"}, {"c.txt", "{{ 1 is zz }}"}}, kData)
          .render()
          .findings ==
      "template-filter-unknown 1:6\ntemplate-filter-unknown 1:15\ntemplate-tag-unknown 1:4\ntemplate-test-unknown 1:9");
}

}  // namespace
}  // namespace katern::templating
