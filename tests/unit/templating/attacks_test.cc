// What an attacker who writes the content, and a careless author of the theme, could make of escaping by context.

#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr const char* kData = R"json({
  "js": "javascript:alert(1)", "java": "javascript", "colon": "colon;alert(1)", "evil": "//evil.nl/x.js", "slash": "/",
  "path": "/evil.nl/x.js", "own": "/js/a.js", "far": "https://evil.nl/x.js", "x": "\" onload=\"alert(1)", "n": 3, "yes": true,
  "handler": "img src=x onerror=alert(1) ", "list": "/a.png 1x, javascript:alert(1) 2x", "layout": "b.html",
  "url": "https://a.nl/?a=1&b=2"
})json";

struct Case {
  const char* text;
  const char* expected;
};

Rendered html(std::string_view text) { return Theme({{"page.html", std::string(text)}}, kData).render(); }

void check_output(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(html(c.text).text == c.expected);
  }
}

void check_findings(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(html(c.text).findings == c.expected);
  }
}

TEST_CASE("No reference or piece completes a scheme") {
  check_findings({{"<a href=\"javascript&colon;{{ n }}\">", "template-url-scheme 1:30"},
                  {"<a href=\"javascript&#58;{{ n }}\">", "template-url-scheme 1:28"},
                  {"<a href=\"javascript&#x3a{{ n }}\">", "template-url-scheme 1:28"},
                  {"<a href=\"java&Tab;script:{{ n }}\">", "template-url-scheme 1:29"},
                  {"<a href=\"{{ java }}&colon;alert(1)\">", "template-url-scheme 1:26"},
                  {"<a href=\"{{ java }}&{{ colon }}\">", "template-url-scheme 1:24"},
                  {"<a href=\"&{{ colon }}\">", "template-url-scheme 1:14"},
                  {"<a href=\"{{ own }}?a=1&amp;b={{ n }}\">", ""},
                  {"<a href=\"{{ own }}&amp;b={{ n }}\">", ""}});
  check_output({{"<a href=\"{% if yes %}java{% endif %}script{{ ':alert(1)' }}\">", "<a href=\"javascript#\">"},
                {"<a href=\"&#32;{{ js }}\">", "<a href=\"&#32;#\">"},
                {"{% set u %}{{ js }}{% endset %}<a href=\"{{ u }}\">", "<a href=\"#\">"},
                {"{% set u %}javascript&colon;{{ n }}{% endset %}<a href=\"{{ u }}\">", "<a href=\"#\">"},
                {"{% set u %}{{ url }}{% endset %}<a href=\"{{ u }}\">", "<a href=\"https://a.nl/?a=1&amp;b=2\">"},
                {"<a data-src=\"{{ js }}\" data-n=\"{{ js }}\">", "<a data-src=\"#\" data-n=\"javascript:alert(1)\">"},
                {"<img srcset=\"{{ list }}\">", "<img srcset=\"#\">"},
                {"<svg><a xlink:href=\"{{ js }}\">", "<svg><a xlink:href=\"#\">"},
                {"<math href='{{ js }}'>", "<math href='#'>"},
                {"<button formaction=\"{{ js }}\">", "<button formaction=\"#\">"},
                {"<a ping=\"/a {{ js }}\">", "<a ping=\"/a #\">"}});
}

TEST_CASE("What is run comes from this site, or from a host that the author wrote") {
  check_output(
      {{"<script src=\"{{ own }}\"></script>", "<script src=\"/js/a.js\"></script>"},
       {"<script src=\"{{ far }}\"></script>", "<script src=\"#\"></script>"},
       {"<script src=\"{{ evil }}\"></script>", "<script src=\"#\"></script>"},
       {"<script src=\"{{ '\\\\\\\\evil.nl' }}\"></script>", "<script src=\"#\"></script>"},
       {"<script src=\"{{ '/\\t/evil.nl' }}\"></script>", "<script src=\"#\"></script>"},
       {"<script src=\"{{ slash }}/x.js\"></script>", "<script src=\"#/x.js\"></script>"},
       {"<script src=\"/js/{{ path }}\"></script>", "<script src=\"/js//evil.nl/x.js\"></script>"},
       {"<script src=\"js{{ path }}\"></script>", "<script src=\"js/evil.nl/x.js\"></script>"},
       {"<script src=\"https://a.nl/{{ path }}\"></script>", "<script src=\"https://a.nl//evil.nl/x.js\"></script>"},
       {"<link rel=\"stylesheet\" href=\"{{ far }}\">", "<link rel=\"stylesheet\" href=\"#\">"},
       {"<link rel=\"icon stylesheet\" href=\"{{ own }}\">", "<link rel=\"icon stylesheet\" href=\"/js/a.js\">"},
       {"<link rel=\"canonical\" href=\"{{ far }}\">", "<link rel=\"canonical\" href=\"https://evil.nl/x.js\">"},
       {"<link href=\"{{ far }}\" rel=\"canonical\">", "<link href=\"https://evil.nl/x.js\" rel=\"canonical\">"}});
  check_findings({{"<script src=\"{{ far }}\"></script>", "template-code-refused 1:17"},
                  {"<script src=\"/{{ path }}\"></script>", "template-url-scheme 1:18"},
                  {"<script src=\"{{ own }}{{ path }}\"></script>", "template-url-scheme 1:26"},
                  {"<script src=\"{{ own }}/{{ path }}\"></script>", "template-url-scheme 1:27"},
                  {"<script src=\"//{{ path }}\"></script>", "template-url-scheme 1:19"},
                  {"<script src=\"https://{{ path }}\"></script>", "template-url-scheme 1:25"},
                  {"<script src=\"https://a.nl{{ path }}\"></script>", "template-url-scheme 1:29"},
                  {"<svg><script href=\"{{ far }}\"/></svg></script>", "template-code-refused 1:23"},
                  {"<link href=\"{{ far }}\" rel=\"stylesheet\">", "template-attribute-late 1:39"},
                  {"<link rel=\"style&#115;heet\" href=\"{{ far }}\">", "template-code-refused 1:38"},
                  {"<link rel=\"{{ x }}\" href=\"/a\">", "template-output-in-handler 1:15"},
                  {"<base href=\"{{ far }}\">", "template-output-in-handler 1:16"}});
}

TEST_CASE("Attributes that decide what others mean are written out") {
  check_findings({{"<meta http-equiv=\"refresh\" content=\"{{ n }};url=/\">", "template-output-in-handler 1:40"},
                  {"<meta http-equiv=\"{{ x }}\" content=\"a\">", "template-output-in-handler 1:22"},
                  {"<meta content=\"{{ x }}\" http-equiv=\"refresh\">", "template-attribute-late 1:35"},
                  {"<meta name=\"description\" content=\"{{ x }}\">", ""},
                  {"<svg><animate attributeName=\"href\" values=\"{{ js }}\">", "template-output-in-handler 1:47"},
                  {"<svg><set attributeName='{{ x }}' to=\"x\">", "template-output-in-handler 1:29"},
                  {"<svg><set attributeName=\"href\" to=\"{{ js }}\">", "template-output-in-handler 1:39"},
                  {"<iframe sandbox=\"{{ x }}\"></iframe>", "template-output-in-handler 1:21"},
                  {"<meta charset=\"{{ x }}\">", "template-output-in-handler 1:19"},
                  {"<script type=\"text/javascript\" type=\"application/json\">{{ n|json }}</script>",
                   "template-output-in-script 1:59"},
                  {"<script{{ {'src': far} | xmlattr }}></script>", "template-output-in-tag 1:11"},
                  {"<animate{{ {'values': js} | xmlattr }}/>", "template-output-in-tag 1:12"}});
  check_output({{"<meta http-equiv=\"refresh\" content=\"0; URL={{ js }}\">",
                 "<meta http-equiv=\"refresh\" content=\"0; URL=#\">"},
                {"<meta http-equiv=\"refresh\" content=\"0;url={{ own }}\">",
                 "<meta http-equiv=\"refresh\" content=\"0;url=/js/a.js\">"}});
}

TEST_CASE("Text that browsers read in an odd way is read as they do") {
  check_findings(
      {{"<script>\"<!--<script>\"</script>{{ n }}", "template-ends-inside 1:1\ntemplate-output-in-script 1:35"},
       {"<script type=\"application/json\">\"<!--\"</script>{{ n }}", ""},
       {"<script>\"<!--<script>--></script>{{ n }}", ""},
       {"<script>\"<!--<script></script>\"</script>{{ n }}", ""},
       {"<svg><title/></svg><a href=\"{{ js }}\"></title>", "template-output-in-tag 1:32"},
       {"<title>a < b</title>{{ n }}<textarea>{{ n }}</textarea>", ""},
       {"<!-->{{ n }}<!--->{{ n }}<!-- --!>{{ n }}", ""},
       {"<!-- --!->{{ n }}", "template-ends-inside 1:1\ntemplate-output-in-comment 1:14"},
       {"<a/href=\"{{ own }}\"><a x = '{{ n }}'>", ""},
       {"<a =\"{{ n }}\">", "template-output-in-tag 1:9"}});
  CHECK(Theme({{"a.svg", "<svg:script>{{ n }}</svg:script>"}}, kData).render().findings ==
        "template-output-in-script 1:16");
}

TEST_CASE("A block is never written for another place than it has") {
  const auto rendered = [](const char* main) {
    return Theme({{"a.html", main},
                  {"b.html", "<a href=\"{% block u %}{% endblock %}\">{% block t %}{% endblock %}"},
                  {"c.html", "{% block u %}{% endblock %}"}},
                 kData)
        .render();
  };
  CHECK(rendered("{% extends layout %}{% block u %}{{ js }}{% endblock %}").findings == "template-block-moved 1:12");
  CHECK(rendered("{% extends layout %}{% block t %}{{ x }}{% endblock %}").text ==
        "<a href=\"\">&#34; onload=&#34;alert(1)");
  CHECK(rendered("{% if yes %}{% extends 'b.html' %}{% endif %}{% block u %}{{ js }}{% endblock %}").findings ==
        "template-block-moved 1:55");
  CHECK(rendered("{% extends 'b.html' if yes else 'c.html' %}{% block u %}{{ js }}{% endblock %}").findings ==
        "template-block-moved 1:33");
  CHECK(rendered("{% extends 'b.html' if yes else 'c.html' %}{% block t %}{{ n }}{% endblock %}").text ==
        "<a href=\"\">3");
}

TEST_CASE("Macros of XML are none of HTML") {
  const auto findings = [](const char* main) {
    return Theme({{"a.html", main},
                  {"b.xml", "{% macro m(x) %}<script/>{{ x }}{% endmacro %}"},
                  {"c.txt", "{% macro m(x) %}<b>{{ x }}{% endmacro %}"}},
                 kData)
        .render();
  };
  CHECK(findings("{% import 'b.xml' as b %}").findings == "template-include-syntax 1:11");
  CHECK(findings("{% from 'b.xml' import m %}").findings == "template-include-syntax 1:9");
  CHECK(findings("{% set b = 'b.xml' %}{% import b as c %}").findings == "template-include-syntax 1:32");
  CHECK(findings("{% from 'c.txt' import m %}{{ m('<') }}").text == "&lt;b&gt;&lt;");
}

TEST_CASE("Filters put nothing into the tags of HTML") {
  check_output(
      {{"{% set m %}<a href=\"\">a</a>{% endset %}{{ m | replace('a', handler) }}",
        "<a href=\"\">img src=x onerror=alert(1) </a>"},
       {"{% set m %}a<br>b{% endset %}{% set br %}<br>{% endset %}{{ m | replace(br, ', ') }}", "a, b"},
       {"{% set m %}<b title=\"www.evil.nl/onmouseover=alert(1)//\">www.a.nl</b>{% endset %}{{ m | urlize }}",
        "<b title=\"www.evil.nl/onmouseover=alert(1)//\"><a href=\"https://www.a.nl\" "
        "rel=\"noopener\">www.a.nl</a></b>"},
       {"{% set m %}<a href=\"/\">www.a.nl</a> <abbr>www.b.nl</abbr>{% endset %}{{ m | urlize }}",
        "<a href=\"/\">www.a.nl</a> <abbr><a href=\"https://www.b.nl\" rel=\"noopener\">www.b.nl</a></abbr>"},
       {"{% set m %}<b\nid=\"c\">{% endset %}{{ m | indent('onclick=x ') }}", "&lt;b\nonclick=x id=&#34;c&#34;&gt;"},
       {"{% set m %}<b\nid=\"c\">{% endset %}{{ m | indent(2) }}", "<b\n  id=\"c\">"},
       {"{% set m %}%.3s{% endset %}{% set b %}<b title=\"x\">{% endset %}{{ m | format(b) }}", "&lt"},
       {"{% set m %}<b>%s</b>{% endset %}{{ m | format(x) }}", "<b>&#34; onload=&#34;alert(1)</b>"},
       {"{% set m %}<b title=\"x\">{% endset %}<i{{ {'title': m, 'href': js, 'srcset': list} | xmlattr }}>",
        "<i title=\"&lt;b title=&#34;x&#34;&gt;\" href=\"#\" srcset=\"#\">"}});
  check_findings({{"{% set m %}<a href=\"%s\">{% endset %}{{ m | format(js) }}", "template-include-place 1:44"},
                  {"{% set m %}<a href=\"%s\">{% endset %}{{ m % js }}", "template-include-place 1:40"},
                  {"<b{{ {'onclick': x} | xmlattr }}>", "call-bad-value 1:23"},
                  {"<b{{ {'xlink:onclick': x} | xmlattr }}>", "call-bad-value 1:29"}});
}

TEST_CASE("Attributes from a value are never glued to a name") {
  check_findings(
      {{"<p{{ {'title': x} | xmlattr(false) }}>", "template-attributes-glued 1:6"},
       {"<p on{{ {'focus': x} | xmlattr(autospace=false) }}>", "template-attributes-glued 1:9"},
       {"<p on{{ {'focus': x} | xmlattr(n) }}>", "template-attributes-glued 1:9"},
       {"<p{% if yes %} on{% endif %}{{ {'focus': x} | xmlattr(false) }}>", "template-attributes-glued 1:32"},
       {"<p{{ {'id': 'a'} | xmlattr }}{{ {'focus': x} | xmlattr(false) }}>", "template-attributes-glued 1:33"}});
  check_output({{"<p {{ {'id': n} | xmlattr(false) }}>", "<p id=\"3\">"},
                {"<p on{{ {'focus': n} | xmlattr(true) }}>", "<p on focus=\"3\">"}});
}

TEST_CASE("Nothing is put out where a title within a drawing would begin a tag") {
  check_findings({{"<svg><title><{{ handler }}></title></svg>", "template-output-in-tag 1:17"},
                  {"<svg><title></{{ handler }}></title></svg>", "template-output-in-tag 1:18"},
                  {"<svg><title><!--{{ handler }}--></title></svg>", "template-output-in-tag 1:20"},
                  {"<title>a <= {{ n }}</title>", ""}});
}

TEST_CASE("Only what json made stands in JSON") {
  check_findings(
      {{"<title>{% block t %}{{ x }}\\{% endblock %}</title><script type=\"application/ld+json\">"
        "{\"a\":\"{{ self.t() }}\"}</script>",
        "template-output-needs-json 1:95"},
       {"<script type=\"importmap\">{\"imports\":{\"a\":{{ own | json }}}}</script>", "template-output-in-script 1:45"},
       {"<script type=\"speculationrules\">{{ own | json }}</script>", "template-output-in-script 1:36"}});
  const auto findings = [](const char* main) {
    return Theme({{"a.json", main}, {"b.txt", "{{ x }}"}, {"c.json", "{{ n | json }}"}}, kData).render();
  };
  CHECK(findings("{% include 'b.txt' %}").findings == "template-include-syntax 1:12");
  CHECK(findings("{% extends 'b.txt' %}").findings == "template-include-syntax 1:12");
  CHECK(findings("{% set b = 'b.txt' %}{% include b %}").findings == "template-include-syntax 1:33");
  CHECK(findings("[{% include 'c.json' %}]").text == "[3]");
}

TEST_CASE("A text cannot be made into HTML by turning escaping on, or by blocks of HTML") {
  const auto findings = [](const char* text) {
    return Theme({{"a.txt", text}, {"b.html", "{% block t %}{% endblock %}"}, {"c.xml", "<script/>"}}, kData)
        .render()
        .findings;
  };
  CHECK(findings("{% autoescape true %}{{ x }}{% endautoescape %}") == "template-autoescape-on 1:1");
  CHECK(findings("{% autoescape yes %}{{ x }}{% endautoescape %}") == "template-autoescape-on 1:1");
  CHECK(findings("{% autoescape false %}{{ x }}{% endautoescape %}").empty());
  CHECK(findings("{% extends 'b.html' %}{% block t %}{{ x }}{% endblock %}") == "template-include-syntax 1:12");
  CHECK(findings("{% import 'c.xml' as c %}") == "template-include-syntax 1:11");
  CHECK(findings("{% import 'b.html' as b %}{% include 'b.html' %}").empty());
}

TEST_CASE("A link that urlize makes holds no quote of the text") {
  check_output(
      {{"{% set u = 'zie http://a.nl/\"onfocus=alert(1)/autofocus/tabindex=1/' %}<pre>{{ u | json | urlize }}</pre>",
        "<pre>\"zie <a href=\"http://a.nl/\\&#34;onfocus=alert(1)/autofocus/tabindex=1/&#34;\" rel=\"noopener\">"
        "http://a.nl/\\\"onfocus=alert(1)/autofocus/tabindex=1/\"</a></pre>"},
       {"{% set u %}a\"b'@a.nl{% endset %}{{ u | urlize }}", "<a href=\"mailto:a&#34;b&#39;@a.nl\">a\"b'@a.nl</a>"},
       {"{% set u %}tel:\"onclick=f(){% endset %}{{ u | urlize(extra_schemes=['tel:']) }}",
        "<a href=\"tel:&#34;onclick=f()\" rel=\"noopener\">tel:\"onclick=f()</a>"}});
}

}  // namespace
}  // namespace katern::templating
