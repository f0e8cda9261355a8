#include <vector>

#include "rendering.h"

using katern::Code;
using katern::Position;
using katern::parse::finding_of;
using katern::parse::html_of;
using katern::parse::MarkdownOptions;
using katern::parse::render;
using katern::parse::with_holes;

TEST_CASE("links within the site are holes") {
  const auto result =
      render("[a](../personen/jan%20x.md#deel-%C3%A9%C3%A9n) [b](#daar) [c](/x/) [d](verslag.pdf \"Titel\")");
  CHECK(result.report.empty());
  CHECK(with_holes(result.body) ==
        "<p><a href=\"{link 0}\">a</a> <a href=\"{link 1}\">b</a> <a href=\"{link 2}\">c</a> "
        "<a href=\"{link 3}\" title=\"Titel\">d</a></p>\n");
  const auto& links = result.body.links;
  REQUIRE(links.size() == 4);
  CHECK(links[0].target == "../personen/jan x.md");
  CHECK(links[0].fragment == "deel-één");
  CHECK_FALSE(links[0].external);
  CHECK(links[1].target.empty());
  CHECK(links[1].fragment == "daar");
  CHECK(links[2].target == "/x/");
  CHECK(links[3].target == "verslag.pdf");
}

TEST_CASE("links to other sites are marked and listed") {
  const auto result = render("[a](https://x.nl/?a=1&b=2#c)");
  CHECK(result.body.html ==
        "<p><a href=\"https://x.nl/?a=1&amp;b=2#c\" rel=\"noopener external\" class=\"external\">a</a></p>\n");
  REQUIRE(result.body.links.size() == 1);
  CHECK(result.body.links[0].external);
  CHECK(result.body.links[0].target == "https://x.nl/?a=1&b=2");
  CHECK(result.body.links[0].fragment == "c");
  CHECK(result.body.holes.empty());
  CHECK(html_of("[a](HTTPS://x.nl/)").find("class=\"external\"") != std::string::npos);
}

TEST_CASE("mail and telephone are plain links") {
  CHECK(html_of("[a](mailto:a@b.nl) [b](tel:+31201234567)") ==
        "<p><a href=\"mailto:a@b.nl\">a</a> <a href=\"tel:+31201234567\">b</a></p>\n");
  CHECK(html_of("a@b.nl") == "<p><a href=\"mailto:a@b.nl\">a@b.nl</a></p>\n");
}

TEST_CASE("autolinks as GFM has them") {
  MarkdownOptions options;
  options.mark_external = false;
  CHECK(html_of("Visit www.commonmark.org/help for more.", options) ==
        "<p>Visit <a href=\"http://www.commonmark.org/help\">www.commonmark.org/help</a> for more.</p>\n");
  CHECK(
      html_of("(www.google.com/search?q=Markup+(business))", options) ==
      "<p>(<a href=\"http://www.google.com/search?q=Markup+(business)\">www.google.com/search?q=Markup+(business)</a>)"
      "</p>\n");
  CHECK(html_of("https://x.nl/a_b_c.", options) == "<p><a href=\"https://x.nl/a_b_c\">https://x.nl/a_b_c</a>.</p>\n");
}

TEST_CASE("links that are not allowed lose their tag and keep their text") {
  const std::vector<std::string_view> urls{
      "javascript:alert(1)", "JaVaScRiPt:x",     "javascript&colon;x", "java&#10;script:x", "&#1;javascript:x",
      "vbscript:x",          "data:text/html,x", "file:///etc/passwd", "ftp://x.nl/",       "java&Tab;script:x",
  };
  for (const std::string_view url : urls) {
    const std::string markdown = "[a *b*](" + std::string(url) + ") c";
    CHECK(finding_of(markdown).code == Code::link_unsafe);
    CHECK(render(markdown).body.html == "<p>a <em>b</em> c</p>\n");
    CHECK(render(markdown).body.links.empty());
  }
}

TEST_CASE("links without an address or a text are named") {
  CHECK(finding_of("een [a]() b").code == Code::link_empty);
  CHECK(finding_of("een [a]() b").place.at == Position{1, 5});
  CHECK(finding_of("een [](x.md) b").code == Code::link_without_text);
}

TEST_CASE("an address of another site says how and where") {
  for (const char* url : {"//evil.nl/x", "https:evil", "https://", "https:///x", "HTTP:x", "http://?x"}) {
    const std::string markdown = "een [a](" + std::string(url) + ") b";
    CHECK(finding_of(markdown).code == Code::link_incomplete);
    CHECK(finding_of(markdown).place.at == Position{1, 5});
    CHECK(render(markdown).body.html == "<p>een a b</p>\n");
  }
}

TEST_CASE("links have their places") {
  const auto result = render(
      "Één [a](a.md) en [b](b.md)\n"
      "   dan [c](c.md)\n"
      "`code\n"
      "over regels` [d](d.md)\n"
      "\n"
      "> - *x* [e](e.md)\n"
      ">   y [f](f.md)\n"
      "\n"
      "| een | twee |\n"
      "| - | - |\n"
      "| [g](g.md) | é [h](h.md) |\n"
      "\n"
      "## Kop [i](i.md)\n"
      "\n"
      "zie https://x.nl/ en www.y.nl\n");
  const std::vector<Position> expected{{1, 5},  {1, 18},  {2, 8},  {4, 14}, {6, 9},  {7, 7},
                                       {11, 3}, {11, 17}, {13, 8}, {15, 5}, {15, 22}};
  REQUIRE(result.body.links.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO(result.body.links[i].target);
    CHECK(result.body.links[i].at.line == expected[i].line);
    CHECK(result.body.links[i].at.column == expected[i].column);
  }
}

TEST_CASE("a picture alone in its paragraph is a figure, one in the text is not") {
  const auto result = render("![Twee docenten](foto%201.jpg \"Aan tafel\")\n\nTekst ![b](b.png).\n");
  CHECK(result.report.empty());
  CHECK(with_holes(result.body) == "{image 0}<p>Tekst {image 1}.</p>\n");
  const auto& images = result.body.images;
  REQUIRE(images.size() == 2);
  CHECK(images[0].source == "foto 1.jpg");
  CHECK(images[0].alt == "Twee docenten");
  CHECK(images[0].title == "Aan tafel");
  CHECK(images[0].figure);
  CHECK(images[0].at == Position{1, 1});
  CHECK_FALSE(images[1].figure);
  CHECK(images[1].at == Position{3, 7});
}

TEST_CASE("a picture in a link is a picture in the text") {
  const auto result = render("[![a](a.jpg)](x.md)");
  CHECK(with_holes(result.body) == "<p><a href=\"{link 0}\">{image 0}</a></p>\n");
  CHECK_FALSE(result.body.images.at(0).figure);
}

TEST_CASE("alt texts are plain text, on one line") {
  CHECK(render("![een *twee*\n`drie` [vier](x.md) ![vijf](y.jpg)](a.jpg)").body.images.at(0).alt ==
        "een twee drie vier vijf");
}

TEST_CASE("pictures without a description, a file or from elsewhere are named") {
  CHECK(finding_of("![](a.jpg)").code == Code::image_without_alt);
  CHECK(finding_of("![ ](a.jpg)").code == Code::image_without_alt);
  CHECK(finding_of("![a]()").code == Code::image_empty);
  for (const char* url : {"https://x.nl/a.jpg", "//x.nl/a.jpg", "data:image/png;base64,x", "javascript:x"}) {
    const auto result = render("a ![b](" + std::string(url) + ")");
    REQUIRE(result.report.findings().size() == 1);
    CHECK(result.report.findings()[0].code == Code::image_external);
    CHECK(result.report.findings()[0].place.at == Position{1, 3});
    CHECK(result.body.html == "<p>a b</p>\n");
  }
}

TEST_CASE("without holes links and pictures are written out") {
  MarkdownOptions options;
  options.holes = false;
  options.figures = false;
  CHECK(html_of("[a](b c.md) ![d](<e f.jpg> \"g\")", options) ==
        "<p>[a](b c.md) <img src=\"e%20f.jpg\" alt=\"d\" title=\"g\"></p>\n");
  CHECK(html_of("[a](b.md#c)", options) == "<p><a href=\"b.md#c\">a</a></p>\n");
}
