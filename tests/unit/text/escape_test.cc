#include "text/escape.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace katern;

namespace {

std::string html(std::string_view text) {
  std::string out;
  text::append_html(out, text);
  return out;
}

std::string xml(std::string_view text) {
  std::string out;
  text::append_xml(out, text);
  return out;
}

std::string json(std::string_view text, bool in_html = false) {
  std::string out;
  text::append_json(out, text, in_html);
  return out;
}

std::string segment(std::string_view text) {
  std::string out;
  text::append_path_segment(out, text);
  return out;
}

}  // namespace

TEST_CASE("HTML text escapes the five characters that can end it") {
  CHECK(html("").empty());
  CHECK(html("gewoon één zin") == "gewoon één zin");
  CHECK(html("<b>\"R&D\"</b> 't") == "&lt;b&gt;&#34;R&amp;D&#34;&lt;/b&gt; &#39;t");
  CHECK(html("&amp;") == "&amp;amp;");
}

TEST_CASE("escaping adds to what is there") {
  std::string out = "<p>";
  text::append_html(out, "a<b");
  CHECK(out == "<p>a&lt;b");
}

TEST_CASE("XML leaves out what XML forbids and keeps the rest") {
  CHECK(xml(std::string_view("a\0b\x01\x1f\x0b"
                             "c",
                             7)) == "abc");
  CHECK(xml("tab\ten\nregel\r") == "tab\ten\nregel\r");
  CHECK(xml("\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBB\xBF|\xEF\xBF\xBD") == "||\xEF\xBB\xBF|\xEF\xBF\xBD");
  CHECK(xml("<&>\"'") == "&lt;&amp;&gt;&#34;&#39;");
  CHECK(xml("\xEF") == "\xEF");
}

TEST_CASE("JSON strings escape quotes, backslashes and controls") {
  CHECK(json("\"a\\b\"\n\r\t\b\f") == "\\\"a\\\\b\\\"\\n\\r\\t\\b\\f");
  CHECK(json(std::string_view("\0\x1f", 2)) == "\\u0000\\u001f");
  CHECK(json("</script> é") == "</script> é");
}

TEST_CASE("JSON in HTML can neither end a script nor an attribute") {
  CHECK(json("</script>&'", true) == "\\u003c/script\\u003e\\u0026\\u0027");
}

TEST_CASE("a path segment keeps what RFC 3986 allows") {
  CHECK(segment("a-b_c.d~e!$&'()*+,;=:@") == "a-b_c.d~e!$&'()*+,;=:@");
  CHECK(segment("a b/c?d#e%é") == "a%20b%2Fc%3Fd%23e%25%C3%A9");
}

TEST_CASE("only relative references and harmless schemes are safe") {
  for (const char* url : {"", "/pad/", "pad.md#kop", "?q=a:b", "#a:b", "//host/x", "http://a", "HTTPS://a",
                          "mailto:a@b.nl", "TEL:+31", " https://a", "../a:b/c", "ht\ntps://a"}) {
    CAPTURE(url);
    CHECK(text::is_safe_url(url));
  }
  for (const char* url :
       {"javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", "\x01 javascript:x", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "\tjavascript:x", "httpss:x", "mailtoo:x", ":x"}) {
    CAPTURE(url);
    CHECK_FALSE(text::is_safe_url(url));
  }
}
