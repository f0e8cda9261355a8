#include "render/template_ids.h"

#include "support/catch.h"

using katern::render::ids_in_template;

namespace {

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("The ids of a template are those that it writes out") {
  CHECK(ids_in_template("<main id=\"inhoud\">\n<p class='a' id='deel'></p>") == Ids{"inhoud", "deel"});
  CHECK(ids_in_template("<nav\n  id=\"menu\">") == Ids{"menu"});
}

TEST_CASE("An id that a template makes up is not known") {
  CHECK(ids_in_template("<p id=\"{{ naam }}\"></p><p id=\"stap-{{ n }}\"></p>") == Ids{});
}

TEST_CASE("What only looks like an id is none") {
  CHECK(ids_in_template("<p data-id=\"a\" grid=\"b\" id=c id=\"\">id=\"") == Ids{});
}
