#include "templating/library.h"

#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

TEST_CASE("A template with an error can be looked up, and renders to an error") {
  const Registry registry = Registry::standard();
  Report report;
  const Library library = Library::compile({{"page.html", "page.html", "{{ x"}}, registry, report);
  CHECK(library.has("page.html"));
  Report rendering;
  std::string out;
  CHECK_FALSE(library.render("page.html", {}, {}, out, rendering));
  REQUIRE(rendering.has_errors());
  CHECK(rendering.findings().front().code == Code::template_broken);
}

TEST_CASE("A template larger than any that people write is not compiled") {
  CHECK(render(std::string(17 * 1024 * 1024, 'x')).findings == "template-too-big 1:1");
}

}  // namespace
}  // namespace katern::templating
