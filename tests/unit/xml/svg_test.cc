#include "xml/svg.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace katern;

namespace {

using Kind = xml::SvgError::Kind;

std::string svg(const std::string& inside, const std::string& attributes = "") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + attributes + ">" +
         inside + "</svg>";
}

}  // namespace

TEST_CASE("a drawing that keeps to itself passes") {
  for (const char* inside : {
           "<path d='M0 0h10'/><title>Ster & kring</title>",
           "<defs><linearGradient id='a'/></defs><use xlink:href='#a'/><use href=' #a '/>",
           "<rect fill='url(#a)' style='stroke: url( \"#a\" )'/>",
           "<style>.a { fill: url(#a) } @media print { .a { fill: none } }</style>",
           "<image href='data:image/png;base64,iVBORw0KGgo='/>",
           "<image href='DATA:image/jpeg,x'/>",
           "<animate attributeName='opacity' from='0' to='1'/>",
           "<metadata xmlns:cc='http://creativecommons.org/ns#' cc:bestand='C:\\tekening (1).svg'/>",
           "<?xpacket begin?>",
       }) {
    std::string drawing = svg(inside);
    const std::size_t ampersand = drawing.find(" & ");
    if (ampersand != std::string::npos) drawing.replace(ampersand, 3, " &amp; ");
    CAPTURE(drawing);
    CHECK(xml::check_svg(drawing));
  }
}

TEST_CASE("a drawing that does more is refused") {
  struct Case {
    const char* inside;
    Kind kind;
    const char* found;
  };
  const std::vector<Case> cases = {
      {"<script>alert(1)</script>", Kind::active, "<script>"},
      {"<SCRIPT/>", Kind::active, "<SCRIPT>"},
      {"<x:script xmlns:x='http://www.w3.org/2000/svg'/>", Kind::active, "<x:script>"},
      {"<foreignObject/>", Kind::active, "<foreignObject>"},
      {"<g onclick='x()'/>", Kind::active, "onclick=\"x()\""},
      {"<g OnLoad='x()'/>", Kind::active, "OnLoad=\"x()\""},
      {"<b xmlns='http://www.w3.org/1999/xhtml'/>", Kind::active, "xmlns=\"http://www.w3.org/1999/xhtml\""},
      {"<b xmlns='&#x68;ttp://www.w3.org/1999/xhtml'/>", Kind::active, "xmlns=\"http://www.w3.org/1999/xhtml\""},
      {"<iframe/>", Kind::active, "<iframe>"},
      {"<set attributeName='href' to='x'/>", Kind::active, "attributeName=\"href\""},
      {"<animate attributeName=' xlink:href ' to='x'/>", Kind::active, "attributeName=\" xlink:href \""},
      {"<set attributeName='onclick' to='x'/>", Kind::active, "attributeName=\"onclick\""},
      {"<a href='javascript:x()'/>", Kind::external, "href=\"javascript:x()\""},
      {"<a xlink:href='https://a.nl/'/>", Kind::external, "xlink:href=\"https://a.nl/\""},
      {"<x xmlns:q='urn:q' q:href='a.svg'/>", Kind::external, "q:href=\"a.svg\""},
      {"<use href='a.svg#b'/>", Kind::external, "href=\"a.svg#b\""},
      {"<image href='foto.png'/>", Kind::external, "href=\"foto.png\""},
      {"<image href='data:image/svg+xml,x'/>", Kind::external, "href=\"data:image/svg+xml,x\""},
      {"<image href='data:text/html,x'/>", Kind::external, "href=\"data:text/html,x\""},
      {"<g xml:base='https://a.nl/'/>", Kind::external, "xml:base=\"https://a.nl/\""},
      {"<g style='fill: URL(https://a.nl/)'/>", Kind::external, "style=\"fill: URL(https://a.nl/)\""},
      {"<g filter='url(a.svg#b)'/>", Kind::external, "filter=\"url(a.svg#b)\""},
      {"<g style='fill: u\\72l(x)'/>", Kind::external, "style=\"fill: u\\72l(x)\""},
      {"<g style='mask: image-set(\"x\" 1x)'/>", Kind::external, "style=\"mask: image-set(\"x\" 1x)\""},
      {"<style>@import 'a.css';</style>", Kind::external, "@import 'a.css';"},
      {"<style>@imp<!-- -->ort 'a.css';</style>", Kind::external, "@import 'a.css';"},
      {"<style><![CDATA[a{fill:url(a.png)}]]></style>", Kind::external, "url(a.png)}"},
      {"<style>@\\69mport 'a.css'</style>", Kind::external, "\\69mport 'a.css'"},
      {"<?xml-stylesheet href='a.css'?>", Kind::external, "<?xml-stylesheet?>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.inside);
    const auto checked = xml::check_svg(svg(c.inside));
    REQUIRE_FALSE(checked);
    CHECK(checked.error().kind == c.kind);
    CHECK(checked.error().found == c.found);
    CHECK(checked.error().at.line == 1);
    CHECK(checked.error().at.column > 1);
  }
}

TEST_CASE("what is no SVG is refused as such") {
  struct Case {
    std::string bytes;
    Kind kind;
  };
  const std::vector<Case> cases = {
      {"", Kind::malformed},
      {"<svg", Kind::malformed},
      {"<svg/>", Kind::malformed},
      {"<html xmlns='http://www.w3.org/2000/svg'/>", Kind::malformed},
      {svg("<b>"), Kind::malformed},
      {svg("&x;"), Kind::malformed},
      {"<!DOCTYPE svg [<!ENTITY x 'y'>]>" + svg("&x;"), Kind::doctype},
      {"<?xml version='1.0' encoding='UTF-16'?>" + svg(""), Kind::malformed},
      {"<?xml-stylesheet href='a.css'?>" + svg(""), Kind::external},
      {svg(std::string(xml::kMaxSvgBytes, ' ')), Kind::too_large},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes.substr(0, 80));
    const auto checked = xml::check_svg(c.bytes);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().kind == c.kind);
  }
}

TEST_CASE("a long offence is shortened without splitting a character") {
  const auto checked = xml::check_svg(svg("<g onclick='" + std::string(200, 'x') + "'/>"));
  REQUIRE_FALSE(checked);
  CHECK(checked.error().found == "onclick=\"" + std::string(51, 'x') + "…");
}

TEST_CASE("the size of a drawing comes from its attributes or its viewBox") {
  struct Case {
    const char* attributes;
    double width;
    double height;
  };
  const std::vector<Case> cases = {
      {"", 0, 0},
      {"width='120' height='80'", 120, 80},
      {"width='120px' height=' 80.5PX '", 120, 80.5},
      {"width='1in' height='72pt'", 96, 96},
      {"width='25.4mm' height='2.54cm'", 96, 96},
      {"viewBox='0 0 300 150'", 300, 150},
      {"viewBox='-10,-10,300,150'", 300, 150},
      {"width='100%' height='100%' viewBox='0 0 300 150'", 300, 150},
      {"width='600' viewBox='0 0 300 150'", 600, 300},
      {"height='300' viewBox='0 0 300 150'", 600, 300},
      {"width='10em' height='5em'", 0, 0},
      {"viewBox='0 0 0 150'", 0, 0},
      {"viewBox='0 0 300'", 0, 0},
      {"width='-5' height='x'", 0, 0},
      {"width='120'", 0, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.attributes);
    const auto checked = xml::check_svg(svg("", c.attributes));
    REQUIRE(checked);
    CHECK_THAT(checked->width, Catch::Matchers::WithinAbs(c.width, 1e-9));
    CHECK_THAT(checked->height, Catch::Matchers::WithinAbs(c.height, 1e-9));
  }
}

TEST_CASE("SVG is recognised by its first bytes") {
  CHECK(xml::looks_like_svg("\xEF\xBB\xBF\n<svg"));
  CHECK(xml::looks_like_svg("<?xml version='1.0'?><!-- x --><s:svg"));
  CHECK_FALSE(xml::looks_like_svg("<html>"));
  CHECK_FALSE(xml::looks_like_svg("tekst over <svg>"));
  CHECK_FALSE(xml::looks_like_svg(""));
}
