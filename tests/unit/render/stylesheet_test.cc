#include "render/stylesheet.h"

#include "support/catch.h"

using namespace katern;
using namespace katern::render;

namespace {

const std::vector<Asset> kAssets{{"fonts/letter.woff2", "/assets/fonts/letter.12345678.woff2", {}, {}},
                                 {"icoon.svg", "/assets/icoon.9abcdef0.svg", {}, {}}};

std::string rewritten(std::string_view css, Report& report) {
  return with_fingerprints(css, "css/main.css", "themes/x/assets/css/main.css", kAssets, report);
}

}  // namespace

TEST_CASE("a style sheet names its fonts and pictures by their fingerprints, however it quotes them") {
  Report report;
  CHECK(rewritten("a{src:url(\"../fonts/letter.woff2\")}", report) == "a{src:url(\"../fonts/letter.12345678.woff2\")}");
  CHECK(rewritten("a{src:url( '../icoon.svg' )}", report) == "a{src:url( '../icoon.9abcdef0.svg' )}");
  CHECK(rewritten("a{src:url(../icoon.svg#deel)}", report) == "a{src:url(../icoon.9abcdef0.svg#deel)}");
  CHECK(report.empty());
}

TEST_CASE("what a style sheet has inside it, on the page, or elsewhere stays as it is") {
  Report report;
  for (const char* css : {"a{b:url(data:image/png;base64,AA==)}", "a{b:url(#id)}", "a{b:url(/x.png)}", "a{b:c}",
                          "/* url(weg.png) */", "a{b:url(", "a{b:url(\"open", "/* open"}) {
    CHECK(rewritten(css, report) == css);
  }
  CHECK(report.empty());
}

TEST_CASE("a file that is no asset is reported at its place") {
  Report report;
  rewritten("a{}\nb{c:url(weg.png)}", report);
  REQUIRE(report.findings().size() == 1);
  CHECK(report.findings()[0].code == Code::asset_unknown);
  CHECK(report.findings()[0].place.at == Position{2, 9});
}
