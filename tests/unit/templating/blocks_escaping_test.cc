// What blocks, and the values of blocks and loops, do to places in HTML that other templates decide.

#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr const char* kData = R"json({
  "code": "alert(1)", "js": "javascript:alert(1)", "far": "https://evil.nl/a.css", "order": "0;url=javascript:alert(1)",
  "y": "alert(1)", "w": " onmouseover=alert(1) ", "g": "g.html", "x": "\"<'", "own": "/a",
  "tree": [{"n": "onmouseover=alert(1)", "in": [{"n": "onmouseover=alert(2)", "in": []}]}]
})json";

Rendered rendered(std::vector<std::pair<std::string, std::string>> templates) {
  return Theme(std::move(templates), kData).render();
}

std::string extending(const char* parent, const char* child) {
  const Rendered result = rendered({{"a.html", std::string("{% extends 'b.html' %}") + child}, {"b.html", parent}});
  return result.findings.empty() ? result.text : result.findings;
}

TEST_CASE("A block stays out of the script of a grandparent that is chosen by name") {
  const Rendered result = rendered({{"m.html", "{% extends 'p.html' %}{% block a %}{{ code }}{% endblock %}"},
                                    {"p.html", "{% extends g %}"},
                                    {"g.html", "<script>{% block a %}{% endblock %}</script>"}});
  CHECK(result.findings == "template-block-moved 1:12");
}

TEST_CASE("A block of a middle template is compared as well") {
  const Rendered result = rendered({{"m.html", "{% extends 'p.html' %}"},
                                    {"p.html", "{% extends g %}{% block a %}{{ code }}{% endblock %}"},
                                    {"g.html", "<script>{% block a %}{% endblock %}</script>"}});
  CHECK(result.findings == "template-block-moved 1:12");
}

TEST_CASE("A block within another has the place that the parent gives it") {
  CHECK(extending("<script>{% block t %}{% endblock %}</script>{% block body %}{% endblock %}",
                  "{% block body %}{% block t %}{{ code }}{% endblock %}{% endblock %}") ==
        "template-block-moved 1:48");
  CHECK(extending("{% block t %}{% endblock %}{% block body %}{% endblock %}",
                  "{% block body %}<b>{% block t %}{{ code }}{% endblock %}</b>{% endblock %}") ==
        "alert(1)<b>alert(1)</b>");
}

TEST_CASE("A block ends where the parent can go on") {
  CHECK(extending("<a href=\"{% block u %}{% endblock %}{{ y }}\">", "{% block u %}javascript:{% endblock %}") ==
        "template-block-ends 1:32");
  CHECK(extending("<a href=\"{% block u %}{% endblock %}{{ y }}\">", "{% block u %}javascript&colon{% endblock %}") ==
        "template-block-ends 1:32");
  CHECK(extending("<link {% block l %}href=\"/a.css\"{% endblock %} rel=\"stylesheet\">",
                  "{% block l %}href=\"{{ far }}\"{% endblock %}") == "template-block-ends 1:32");
  CHECK(extending("<meta {% block m %}content=\"5;url=/\"{% endblock %} http-equiv=\"refresh\">",
                  "{% block m %}content=\"{{ order }}\"{% endblock %}") == "template-block-ends 1:32");
  CHECK(extending("<img srcset=\"/a{% block s %}{% endblock %}{{ y }}\">",
                  "{% block s %} 1x, javascript:{% endblock %}") == "template-block-ends 1:32");
  CHECK(extending("<title>{% block t %}{% endblock %}{{ y }}</title>", "{% block t %}<{% endblock %}") ==
        "template-ends-inside 1:32");
}

TEST_CASE("What stands behind a block takes account of whatever may fill it") {
  CHECK(extending("<a href=\"{% block u %}{% endblock %}{{ js }}\">", "{% block u %}{% endblock %}") ==
        "template-url-refused 1:40");
  CHECK(extending("<a href=\"{% block u %}{% endblock %}script:a\">", "{% block u %}java{% endblock %}") ==
        "template-url-scheme 1:43");
  CHECK(extending("<script src=\"{% block u %}/js/{% endblock %}{{ own }}\"></script>", "") ==
        "template-url-scheme 1:48");
  CHECK(extending("<script src=\"/{% block u %}js{% endblock %}/{{ own }}\"></script>", "") ==
        "template-url-scheme 1:48");
  CHECK(extending("<script src=\"/js/{% block u %}{% endblock %}{{ own }}\"></script>",
                  "{% block u %}a/{% endblock %}") == "<script src=\"/js/a//a\"></script>");
  CHECK(extending("<link rel=\"{% block r %}{% endblock %}\" href=\"{{ far }}\">",
                  "{% block r %}stylesheet{% endblock %}") == "template-code-refused 1:50");
}

TEST_CASE("A block fills an attribute, an address or a tag as it likes") {
  CHECK(extending("<a href=\"{% block u %}{% endblock %}\">", "{% block u %}{{ own }}{% endblock %}") ==
        "<a href=\"/a\">");
  CHECK(extending("<a href=\"{% block u %}/x{% endblock %}\">", "{% block u %}https://a.nl/{{ own }}{% endblock %}") ==
        "<a href=\"https://a.nl//a\">");
  CHECK(extending("<body{% block a %}{% endblock %}>", "{% block a %} class=\"{{ own }}\" hidden{% endblock %}") ==
        "<body class=\"/a\" hidden>");
  CHECK(extending("<body class=\"a{% block c %}{% endblock %}\">", "{% block c %} {{ own }}{% endblock %}") ==
        "<body class=\"a /a\">");
}

TEST_CASE("super() at the beginning of a block writes what the parent has there") {
  CHECK(extending("<body{% block a %} id=\"b\"{% endblock %}>", "{% block a %}{{ super() }} hidden{% endblock %}") ==
        "<body id=\"b\" hidden>");
  CHECK(extending("<script>{% block s %}let a;{% endblock %}</script>",
                  "{% block s %}{{ super() }}let b;{% endblock %}") == "<script>let a;let b;</script>");
  CHECK(extending("<a href=\"{% block u %}/{% endblock %}\">", "{% block u %}{{ super() }}b{% endblock %}") ==
        "<a href=\"/b\">");
  CHECK(extending("<a href=\"{% block u %}javascript:f(){% endblock %}\">",
                  "{% block u %}{{ super() }}{{ y }}{% endblock %}") == "template-url-scheme 1:52");
}

TEST_CASE("A block of another place than text is a text elsewhere") {
  CHECK(extending("<a title=\"{% block t %}<b y={% endblock %}\">q</a><p>{{ self.t() }}{{ w }}>", "") ==
        "<a title=\"<b y=\">q</a><p>&lt;b y= onmouseover=alert(1) >");
  CHECK(extending("<!-- {% block t %}<b y={% endblock %} --><p>{% set s = self.t() %}{{ s }}{{ w }}>", "") ==
        "<!-- <b y= --><p>&lt;b y= onmouseover=alert(1) >");
  CHECK(extending("<title>{% block t %}{% endblock %}</title><h1 title=\"{{ self.t() }}\">{{ self.t() }}</h1>",
                  "{% block t %}a & {{ x }}{% endblock %}") ==
        "<title>a & &#34;&lt;&#39;</title><h1 title=\"a & &#34;&lt;&#39;\">a & &#34;&lt;&#39;</h1>");
  CHECK(extending("<title>{% block t %}{% endblock %}</title>",
                  "{% block t %}</title><p>{{ super() }}{{ w }}></p><title>{% endblock %}") ==
        "<title></title><p> onmouseover=alert(1) ></p><title></title>");
  CHECK(extending("{% block t %}<b>{{ x }}</b>{% endblock %}", "{% block u %}{{ self.t() }}{% endblock %}") ==
        "<b>&#34;&lt;&#39;</b>");
}

TEST_CASE("A recursive loop of another place than text is a text elsewhere") {
  CHECK(rendered({{"a.html",
                   "{% set ns = namespace(z='') %}<a title=\"{% for i in tree recursive %}<b y={{ i.n }}"
                   "{% if i.in %}{% set ns.z = loop(i.in) %}{% endif %}{% endfor %}\"></a>{{ ns.z }}>"}})
            .text == "<a title=\"<b y=onmouseover=alert(1)\"></a>&lt;b y=onmouseover=alert(2)>");
  const Rendered silent =
      rendered({{"a.html",
                 "{% extends 'b.html' %}{% set ns = namespace(z='') %}{% for i in tree recursive %}<b y={{ i.n }}"
                 "{% if i.in %}{% set ns.z = loop(i.in) %}{% endif %}{% endfor %}"
                 "{% set z = ns.z %}{% block t %}{{ z }}>{% endblock %}"},
                {"b.html", "{% block t %}{% endblock %}"}});
  CHECK(silent.text == "&lt;b y=onmouseover=alert(2)>");
  CHECK(
      rendered({{"a.html", "{% for i in tree recursive %}<b>{{ i.n }}</b>{% set z = loop(i.in) %}{{ z }}{% endfor %}"}})
          .text == "<b>onmouseover=alert(1)</b><b>onmouseover=alert(2)</b>");
}

}  // namespace
}  // namespace katern::templating
