#include "library.h"

using namespace katern;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

Library library() {
  Library made;
  made.kind(test::kAuthor);
  made.kind(R"(kind: huis
folder: huizen
roles: {title: naam}
fields:
  naam: {type: string, required: true}
)");
  made.kind(R"(kind: stuk
folder: stukken
roles: {title: titel, authors: door}
fields:
  titel: {type: string, required: true}
  door: {type: list, min: 1, of: {type: ref, kind: [schrijver, huis], or_text: true, inverse: stukken, max: 30}}
)");
  made.entry("content/schrijvers/ina-bot.md", "naam: Ina Bot\n");
  made.entry("content/schrijvers/geheim.md", "naam: Geheim\nconcept: ja\n");
  made.entry("content/huizen/molen.md", "naam: Molen\n");
  return made;
}

}  // namespace

TEST_CASE("Where a name in free text may stand, both it and a reference do") {
  Library made = library();
  made.entry("content/stukken/a.md", "titel: A\ndoor: [ina-bot, \"Jan van den Berg\", huis/molen, Cito]\n");
  made.build();
  CHECK(made.findings() == Lines{});
  const Value authors = made.at("content/stukken/a.md").get("authors");
  REQUIRE(authors.size() == 4);
  CHECK(authors.at(0).get("naam").as_string() == "Ina Bot");
  CHECK(authors.at(1).as_string() == "Jan van den Berg");
  CHECK(authors.at(2).get("naam").as_string() == "Molen");
  CHECK(authors.at(3).as_string() == "Cito");
  CHECK(Library::titles(made.at("content/schrijvers/ina-bot.md").get("stukken")) == "A");
}

TEST_CASE("What looks like a slug must still be found") {
  Library made = library();
  made.entry("content/stukken/a.md", "titel: A\ndoor:\n  - ina-bott\n  - zomaar\n");
  made.build();
  CHECK(made.findings() == Lines{"reference-or-text-unknown at 4:5 -> ina-bot", "reference-or-text-unknown at 5:5"});
}

TEST_CASE("A path is no name") {
  Library made = library();
  made.entry("content/stukken/a.md", "titel: A\ndoor:\n  - ../schrijvers/ina-bot.md\n  - huis/De Molen\n");
  made.build();
  CHECK(made.findings() ==
        Lines{"field-not-reference at 4:5 =>   - ina-bot", "field-not-reference at 5:5 =>   - de-molen"});
}

TEST_CASE("A name that has an entry gets a hint") {
  Library made = library();
  made.entry("content/stukken/a.md", "titel: A\ndoor:\n  - Ina Bot\n");
  made.build();
  CHECK(made.findings() == Lines{"reference-written-out at 4:5"});
  CHECK_FALSE(made.content.report.has_errors());
}

TEST_CASE("A name keeps within the bounds of its field, and on one line") {
  Library made = library();
  made.entry("content/stukken/a.md", "titel: A\ndoor: [\"Een heel lange naam van wel veertig tekens\"]\n");
  made.build();
  CHECK(made.findings() == Lines{"field-text-long at 3:8"});
}

TEST_CASE("An author who is not visible is left out, names stay") {
  Library made = library();
  made.entry("content/stukken/a.md", "titel: A\ndoor: [geheim, Piet]\n");
  made.build();
  CHECK(made.findings() == Lines{});
  CHECK(made.at("content/stukken/a.md").get("door").size() == 1);
}
