#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr const char* kData = R"json({
  "x": "<&>\"'", "n": 3, "yes": true, "url": "https://a.nl/?a=1&b=2", "bad": "JaVa\tScript:alert(1)", "part": "a:b",
  "path": "/x/", "o": {"a": "</script><!--"}, "items": [1, 2]
})json";

struct Case {
  const char* text;
  const char* expected;
};

Rendered html(std::string_view text) { return Theme({{"page.html", std::string(text)}}, kData).render(); }

TEST_CASE("Output is escaped for the place where it stands") {
  const Case cases[] = {
      {"<p>{{ x }}</p>", "<p>&lt;&amp;&gt;&#34;&#39;</p>"},
      {"<p title=\"{{ x }}\">", "<p title=\"&lt;&amp;&gt;&#34;&#39;\">"},
      {"<p title='{{ n }}'>{{ n }}", "<p title='3'>3"},
      {"<title>{{ x }}</title>{{ x }}", "<title>&lt;&amp;&gt;&#34;&#39;</title>&lt;&amp;&gt;&#34;&#39;"},
      {"<a href=\"{{ url }}\">", "<a href=\"https://a.nl/?a=1&amp;b=2\">"},
      {"<a href=\"/t/{{ x }}/\">", "<a href=\"/t/&lt;&amp;&gt;&#34;&#39;/\">"},
      {"<a href=\"{{ path }}{{ path }}\">", "<a href=\"/x//x/\">"},
      {"<a href=\"mailto:{{ part }}\">", "<a href=\"mailto:a:b\">"},
      {"<img srcset=\"{{ path }} 1x, {{ path }} 2x\">", "<img srcset=\"/x/ 1x, /x/ 2x\">"},
      {"<a{% if yes %} class=\"is-{{ n }}\"{% endif %} id=\"b\">", "<a class=\"is-3\" id=\"b\">"},
      {"<a href=\"{{ path }}\"{% if yes %} class=\"is-{{ n }}\"{% endif %}>", "<a href=\"/x/\" class=\"is-3\">"},
      {"<option{% if yes %} selected{% endif %}>", "<option selected>"},
      {"<html lang=\"{{ n }}\">", "<html lang=\"3\">"},
      {"<a class=\"a{% if yes %} b{% endif %}\">{{ n }}", "<a class=\"a b\">3"},
      {"<ul{% for i in items %} data-{% endfor %}>", "<ul data- data->"},
      {"<script type=\"application/ld+json\">{{ o | json }}</script>{{ n }}",
       "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\\u003c!--\"}</script>3"},
      {"<script>if (a < b) x(\"</p>\")</script>{{ x }}",
       "<script>if (a < b) x(\"</p>\")</script>&lt;&amp;&gt;&#34;&#39;"},
      {"<!-- <a href= --> {{ n }}<!doctype html>{{ n }}", "<!-- <a href= --> 3<!doctype html>3"},
      {"a < b {{ n }} <3 {{ n }}", "a < b 3 <3 3"},
      {"{% set s %}<b>{{ x }}</b>{% endset %}{{ s }}", "<b>&lt;&amp;&gt;&#34;&#39;</b>"},
      {"{% set s %}\"{{ x }}{% endset %}<a title=\"{{ s }}\">", "<a title=\"&#34;&lt;&amp;&gt;&#34;&#39;\">"},
      {"{% macro m() %}<i>{{ x }}</i>{% endmacro %}{{ m() }}", "<i>&lt;&amp;&gt;&#34;&#39;</i>"},
      {"<ul{{ {'class': x, 'id': none}|xmlattr }}>{{ n }}", "<ul class=\"&lt;&amp;&gt;&#34;&#39;\">3"},
      {"{{ x ~ 1 }}{{ none }}", "&lt;&amp;&gt;&#34;&#39;1"},
      {"{% set s %}a{% endset %}{{ s|safe }}", "a"},
  };
  for (const Case& c : cases) {
    const Rendered result = html(c.text);
    INFO(c.text);
    CHECK(result.findings.empty());
    CHECK(result.text == c.expected);
  }
}

TEST_CASE("A URL of another scheme becomes # with a warning") {
  const Case cases[] = {
      {"<a href=\"{{ bad }}\">", "<a href=\"#\">"},
      {"<a href=\"{{ yes }}{{ part }}\">", "<a href=\"True#\">"},
      {"<a href=\"{% for i in items %}{{ part }}{% endfor %}\">", "<a href=\"##\">"},
      {"<a href=\"{% if yes %}java{% endif %}{{ part }}\">", "<a href=\"java#\">"},
      {"<form action='{{ bad }}'>", "<form action='#'>"},
      {"<object data='{{ bad }}'>", "<object data='#'>"},
  };
  for (const Case& c : cases) {
    const Rendered result = html(c.text);
    INFO(c.text);
    CHECK(result.findings.find("template-url-refused 1:") != std::string::npos);
    CHECK(result.text == c.expected);
  }
}

TEST_CASE("Output where no escaping is safe is an error") {
  const Case cases[] = {
      {"<a title={{ x }}>", "template-output-unquoted 1:13"},
      {"<a title=a{{ x }}>", "template-output-unquoted 1:14"},
      {"<h{{ n }}>", "template-output-in-tag 1:6"},
      {"<{{ n }}>", "template-output-in-tag 1:5"},
      {"<a {{ x }}>", "template-output-in-tag 1:7"},
      {"<a {{ x }}=\"b\">", "template-output-in-tag 1:7"},
      {"<a onclick=\"f({{ n }})\">", "template-output-in-handler 1:18"},
      {"<a style=\"color: {{ n }}\">", "template-output-in-handler 1:21"},
      {"<iframe srcdoc=\"{{ x }}\"></iframe>", "template-output-in-handler 1:20"},
      {"<script>var a = {{ n }};</script>", "template-output-in-script 1:20"},
      {"<script type=\"{{ x }}\"></script>", "template-output-in-script 1:18"},
      {"<style>a { color: {{ n }} }</style>", "template-output-in-style 1:22"},
      {"<!-- {{ x }} -->", "template-output-in-comment 1:9"},
      {"<script type=\"application/json\">{{ x }}</script>", "template-output-needs-json 1:36"},
      {"<a href=\"javascript:f('{{ x }}')\">", "template-url-scheme 1:27"},
      {"<a href=\"{{ x }}:alert(1)\">", "template-url-scheme 1:17"},
      {"{% if yes %}<a title=\"{% endif %}", "template-ends-inside 1:1\ntemplate-branches-differ 1:1"},
      {"{% if yes %}<a>{% else %}<script>{% endif %}</script>", "template-branches-differ 1:1"},
      {"{% for i in items %}<a title=\"{% endfor %}", "template-branches-differ 1:1"},
      {"<a{% if yes %} b{% endif %}c>", "template-branches-differ 1:28"},
      {"{% set s %}<a title=\"{% endset %}{{ s }}", "template-ends-inside 1:1"},
      {"{% macro m() %}<a title=\"{% endmacro %}", "template-ends-inside 1:10"},
      {"{% block b %}<a{% endblock %}>", "template-ends-inside 1:10"},
      {"<a title=\"", "template-ends-inside 1:1"},
      {"<a title=\"{% include 'page.html' %}\">", "template-include-place 1:11"},
      {"<a title=\"{{ x|safe }}\">", "template-safe-misplaced 1:16"},
      {"{% set s = x|safe %}", "template-safe-misplaced 1:14"},
      {"{{ x|safe }}", "value-not-safe 1:6"},
      {"{% autoescape false %}{{ x }}{% endautoescape %}", "template-autoescape-off 1:1"},
  };
  for (const Case& c : cases) {
    const Rendered result = html(c.text);
    INFO(c.text);
    CHECK(result.findings == c.expected);
  }
}

TEST_CASE("A block is escaped for the place where the outermost template has it") {
  const Rendered result =
      Theme({{"c.html",
              "{% extends 'b.html' %}{% block t %}{{ x }}{{ super() }}{% endblock %}"
              "{% block l %}{{ bad }}{% endblock %}"},
             {"b.html",
              "<title>{% block t %}t{{ n }}{% endblock %}</title><a href=\"{% block l %}{% endblock "
              "%}\"><meta content=\"{{ self.t() }}\">"}},
            kData)
          .render();
  CHECK(result.text ==
        "<title>&lt;&amp;&gt;&#34;&#39;t3</title><a href=\"#\"><meta content=\"&lt;&amp;&gt;&#34;&#39;t3\">");
  CHECK(result.findings == "template-url-refused 1:86");
}

TEST_CASE("Characters that XML forbids do not reach an XML file, whatever the value went through") {
  const char* const data = R"({"s": "a\u0001b\ufffe&\u000bc\td"})";
  for (const char* output : {"s", "s | e", "s ~ ('<' | e)", "[s, '' | e] | join", "s | urlize",
                             "('%s' | e) | format(s)", "('q' | e) | replace('q', s)"}) {
    INFO(output);
    const std::string text = std::string("<a>{{ ") + output + " }}</a>";
    const Rendered result = Theme({{"a.xml", text}}, data).render();
    CHECK(result.findings.empty());
    CHECK(result.text.starts_with("<a>ab&amp;c\td"));
  }
  CHECK(Theme({{"a.xml", "<a b=\"{{ s | e }}\"/>{% set t %}{{ s }}{% endset %}{{ t }}"}}, data).render().text ==
        "<a b=\"ab&amp;c\td\"/>ab&amp;c\td");
}

TEST_CASE("Files are escaped by their ending") {
  const auto page = [](const char* name, const char* text) {
    const Rendered result = Theme({{name, text}}, kData).render();
    INFO(result.findings);
    CHECK(result.findings.empty());
    return result.text;
  };
  CHECK(page("a.txt", "{{ x }}") == "<&>\"'");
  CHECK(page("a.xml", "<a b=\"{{ x }}\"><title>{{ x }}</title></a>") ==
        "<a b=\"&lt;&amp;&gt;&#34;&#39;\"><title>&lt;&amp;&gt;&#34;&#39;</title></a>");
  CHECK(page("a.json", "{\"a\": {{ x | json }}}") == "{\"a\": \"\\u003c\\u0026\\u003e\\\"\\u0027\"}");
  CHECK(Theme({{"a.json", "{{ x }}"}}, kData).render().findings == "template-output-needs-json 1:4");
  CHECK(Theme({{"a.svg", "<svg><script>{{ x }}</script></svg>"}}, kData).render().findings ==
        "template-output-in-script 1:17");
  CHECK(Theme({{"a.html", "{% include 'b.txt' %}"}, {"b.txt", "{{ x }}"}}, kData).render().findings ==
        "template-include-syntax 1:12");
  CHECK(Theme({{"a.html", "{% set b = 'b.txt' %}{% include b %}"}, {"b.txt", "{{ x }}"}}, kData).render().findings ==
        "template-include-syntax 1:33");
}

}  // namespace
}  // namespace katern::templating
