#include "support/catch.h"
#include "unit/templating/builtins_fixture.h"
#include "value/dict.h"

namespace katern::templating {
namespace {

TEST_CASE("the text of HTML has no tags, no scripts, and decoded references") {
  struct Case {
    std::string_view html;
    std::string_view text;
  };
  const auto [html, text] = GENERATE(values<Case>({{"<p>Een <em>mooi</em>e dag</p><p>Twee</p>", "Een mooie dag Twee"},
                                                   {"a<br>b", "a b"},
                                                   {"caf&eacute; &lt;b&gt; &amp;amp;", "café <b> &amp;"},
                                                   {"a<script>alert('</p>')</script>b<style>x</style>", "a b"},
                                                   {"<a title=\"1 > 2\" href='>'>x</a>", "x"},
                                                   {"a<!-- <b> -->c", "ac"},
                                                   {"a < b", "a < b"},
                                                   {"half <a href=\"", "half"},
                                                   {"<svg/>x", "x"},
                                                   {"<", "<"}}));
  Bench bench;
  CHECK(printed(bench.filter("plain_text", Value::markup(html), "[]")) == text);
}

TEST_CASE("a text is its own plain text") {
  Bench bench;
  CHECK(printed(bench.filter("plain_text", Value::view("a <b> \n c"), "[]")) == "a <b> c");
}

TEST_CASE("an excerpt ends after a word and within its length") {
  Bench bench;
  const Value html = Value::markup("<p>Een practoraat, dat is mooi.</p>");
  CHECK(printed(bench.filter("excerpt", html, "[17]")) == "Een practoraat…");
  CHECK(printed(bench.filter("excerpt", html, "[200]")) == "Een practoraat, dat is mooi.");
  CHECK(printed(bench.filter("excerpt", html, "[2]")) == "E…");
  CHECK(printed(bench.filter("excerpt", html, R"j([10, " (meer)"])j")) == "Een (meer)");
}

TEST_CASE("HTML that is cut is no HTML any more") {
  Bench bench(true);
  const Value html = Value::markup("<a title='abc def'>x</a>");
  for (const auto& [filter, arguments] :
       std::vector<std::pair<std::string, std::string>>{{"truncate", "[12, true, \"\", 0]"},
                                                        {"trim", R"(["<a"])"},
                                                        {"reverse", "[]"},
                                                        {"wordwrap", "[5]"},
                                                        {"first", "[]"}}) {
    CAPTURE(filter);
    CHECK_FALSE(bench.filter(filter, html, arguments)->is_markup());
  }
  for (const std::string_view filter : {"upper", "trim", "indent", "string", "center"}) {
    CAPTURE(filter);
    CHECK(bench.filter(filter, html, "[]")->is_markup());
  }
}

TEST_CASE("text that goes into HTML is escaped on the way") {
  Bench bench(true);
  CHECK(printed(bench.filter("join", Value::list({Value::markup("<i>"), Value::view("<")}), R"([" & "])")) ==
        "<i> &amp; &lt;");
  CHECK(printed(bench.filter("replace", Value::markup("<b>x</b>"), R"(["x", "<"])")) == "<b>&lt;</b>");
  CHECK(printed(bench.filter("format", Value::markup("<b>%s</b>"), R"(["<"])")) == "<b>&lt;</b>");
}

TEST_CASE("attributes from an object never run a script") {
  Bench bench(true);
  CHECK(printed(bench.filter("xmlattr", from(R"({"class": "a\"b", "id": null, "href": "/x?a&b"})"), "[]")) ==
        R"( class="a&#34;b" href="/x?a&amp;b")");
  CHECK(printed(bench.filter("xmlattr", from(R"j({"HREF": "java\nscript:alert(1)"})j"), "[false]")) == R"(HREF="#")");
  for (const std::string_view key : {"onclick", "OnClick", "style", "srcdoc", "a b", "a>", "a/", "a=", ""}) {
    CAPTURE(key);
    Dict attributes;
    attributes.set(key, Value::view("x"));
    CHECK(printed(bench.filter("xmlattr", Value::lend(attributes), "[]")) == "error: call-bad-value");
  }
}

TEST_CASE("links are made for web and mail addresses alone") {
  Bench bench(true);
  const auto linked = [&](std::string_view text, std::string_view arguments = "[]") {
    return printed(bench.filter("urlize", Value::view(text), arguments));
  };
  CHECK(linked("javascript:alert(1)") == "javascript:alert(1)");
  CHECK(linked("tel:0123", R"({"extra_schemes": ["tel:"]})") == R"(<a href="tel:0123" rel="noopener">tel:0123</a>)");
  CHECK(linked("x", R"({"extra_schemes": ["javascript:"]})") == "error: call-bad-value");
  CHECK(linked("\"><script>") == "&#34;&gt;&lt;script&gt;");
}

TEST_CASE("JSON for a page is HTML that holds no tag") {
  Bench bench(true);
  const auto json = bench.filter("json", from(R"({"b": "</script>", "a": "é"})"), "[]");
  CHECK(json->is_markup());
  CHECK(printed(json) == R"({"b":"\u003c/script\u003e","a":"é"})");
  CHECK(printed(bench.filter("json", from("[1]"), "[2]")) == "[\n  1\n]");
  CHECK(printed(bench.filter("json", Value::list({Value::undefined("x")}), "[]")) == "error: call-wrong-subject");
}

}  // namespace
}  // namespace katern::templating
