#include "xml/writer.h"

#include "support/catch.h"
#include "xml/document.h"

using namespace katern;

TEST_CASE("a document is written as it is told") {
  std::string out;
  xml::Writer writer(out);
  writer.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", "nl"}});
  writer.element("title", "Zorg & <Technologie>", {{"type", "text"}});
  writer.open("entry");
  writer.empty("link", {{"href", "https://example.nl/?a=1&b=\"2\""}});
  writer.element("leeg", "");
  writer.close();
  writer.close();
  CHECK(out ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"nl\">\n"
        "  <title type=\"text\">Zorg &amp; &lt;Technologie&gt;</title>\n"
        "  <entry>\n"
        "    <link href=\"https://example.nl/?a=1&amp;b=&#34;2&#34;\"/>\n"
        "    <leeg></leeg>\n"
        "  </entry>\n"
        "</feed>\n");
  CHECK(xml::is_well_formed(out));
}

TEST_CASE("whatever the text, the document is well-formed") {
  std::string bytes;
  for (int c = 0; c < 128; ++c) bytes += static_cast<char>(c);
  for (const std::string& text : {bytes, std::string("]]>"), std::string("<!-- -->"), std::string("\xEF\xBF\xBF")}) {
    std::string out;
    xml::Writer writer(out);
    writer.open("a", {{"b", text}});
    writer.element("c", text);
    writer.close();
    CAPTURE(out);
    CHECK(xml::is_well_formed(out));
  }
}
