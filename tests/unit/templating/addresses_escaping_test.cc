// Addresses of which a part comes from branches, and lists of them.

#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr const char* kData = R"json({
  "lib": "", "evil": "evil.nl/x.js", "list": "/x 1x, javascript:alert(1)", "java": "/x 1x, java", "yes": true,
  "script": "script:alert(1)", "y": "alert(1)", "own": "/a.png", "proxied": "https://a.nl/b.png", "none": []
})json";

std::string html(std::string_view text) {
  const Rendered result = Theme({{"page.html", std::string(text)}}, kData).render();
  return result.findings.empty() ? result.text : result.findings;
}

TEST_CASE("A branch that may be empty leaves the host of a script open") {
  CHECK(html("<script src=\"/{% if lib %}js{% endif %}/{{ evil }}\"></script>") == "template-url-scheme 1:44");
  CHECK(html("<script src=\"/{% for i in none %}js{% endfor %}/{{ evil }}\"></script>") == "template-url-scheme 1:52");
  CHECK(html("<link rel=\"stylesheet\" href=\"/{% if lib %}css{% endif %}/{{ evil }}\">") ==
        "template-url-scheme 1:61");
  CHECK(html("<script src=\"/js/{% if lib %}a{% endif %}/{{ evil }}\"></script>") ==
        "<script src=\"/js//evil.nl/x.js\"></script>");
}

TEST_CASE("A reference that a branch begins is not forgotten") {
  CHECK(html("<a href=\"{% if yes %}javascript&colo{% else %}x&colo{% endif %}n;{{ y }}\">") ==
        "template-url-scheme 1:69");
}

TEST_CASE("Every address of a list is looked at, wherever the output stands in it") {
  const auto refused = [](std::string_view text) {
    const Rendered result = Theme({{"page.html", std::string(text)}}, kData).render();
    CHECK(result.findings.starts_with("template-url-refused 1:"));
    return result.text;
  };
  CHECK(refused("<img srcset=\"/a{{ list }}\">") == "<img srcset=\"/a#\">");
  CHECK(refused("<img srcset=\"{{ own }}{{ list }}\">") == "<img srcset=\"/a.png#\">");
  CHECK(refused("<img srcset=\"/a{{ java }}{{ script }}\">") == "<img srcset=\"/a/x 1x, java#\">");
  CHECK(refused("<a ping=\"/a{{ list }}\">") == "<a ping=\"/a#\">");
  CHECK(html("<img srcset=\"/a{{ java }}script:a\">") == "template-url-scheme 1:32");
  CHECK(html("<img srcset=\"/a&#44{{ script }}\">") == "template-url-scheme 1:23");
  CHECK(html("<img srcset=\"{{ own }} 1x, /deel/{{ proxied }} 2x\">") ==
        "<img srcset=\"/a.png 1x, /deel/https://a.nl/b.png 2x\">");
}

}  // namespace
}  // namespace katern::templating
