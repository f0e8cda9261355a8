#include "library.h"

using namespace katern;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kHouse = R"(kind: huis
folder: huizen
roles: {title: naam}
fields:
  naam: {type: string, required: true}
)";

std::string person(const std::string& inverse) {
  return R"(kind: mens
folder: mensen
roles: {title: naam, draft: concept}
fields:
  naam: {type: string, required: true}
  concept: {type: bool}
  rollen:
    type: list
    of:
      type: object
      fields:
        rol: {type: string}
        huis: {type: ref, kind: huis, inverse: )" +
         inverse + R"(}
        van: {type: date}
        tot: {type: date}
)";
}

/// What an inverse list of objects holds: "Ina:bakker:2020-01-01", with spaces between them.
std::string told(const Value& list) {
  std::string all;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value item = list.at(i);
    if (i > 0) all += ' ';
    all += std::string(item.get("entry").get("title").as_string()) + ':' + std::string(item.get("rol").as_string());
    if (item.get("van").is_date()) all += ':' + iso(item.get("van").as_date());
  }
  return all;
}

Library village(const std::string& inverse) {
  Library made;
  made.kind(kHouse).kind(person(inverse));
  made.entry("content/huizen/molen.md", "naam: Molen\n");
  made.entry("content/mensen/piet.md", "naam: Piet\nrollen: [{rol: knecht, huis: molen, van: 2020-01-01}]\n");
  made.entry("content/mensen/ina.md",
             "naam: Ina\nrollen:\n  - {rol: knecht, huis: molen, van: 2010-01-01, tot: 2015-01-01}\n"
             "  - {rol: molenaar, huis: molen, van: 2015-01-02}\n  - {rol: zanger}\n");
  made.entry("content/mensen/geheim.md", "naam: Geheim\nconcept: ja\nrollen: [{rol: dief, huis: molen}]\n");
  return made;
}

}  // namespace

TEST_CASE("An inverse list can carry what stands beside the reference, an item for each reference") {
  Library made = village("{name: mensen, with: [rol, van, tot]}");
  made.build();
  CHECK(made.findings() == Lines{});
  const Value list = made.at("content/huizen/molen.md").get("mensen");
  CHECK(told(list) == "Ina:knecht:2010-01-01 Ina:molenaar:2015-01-02 Piet:knecht:2020-01-01");
  CHECK(list.at(0).get("tot").is_date());
  CHECK(list.at(1).get("tot").is_none());
  CHECK(list.at(1).get("huis").is_undefined());
  CHECK(list.at(0).size() == 4);
}

TEST_CASE("An inverse list without more holds each entry once") {
  Library made = village("mensen");
  made.build();
  CHECK(Library::titles(made.at("content/huizen/molen.md").get("mensen")) == "Ina Piet");
}

TEST_CASE("An inverse list can have an order of its own") {
  Library made = village("{name: mensen, with: [rol, van], sort: [\"-van\"]}");
  made.build();
  CHECK(made.findings() == Lines{});
  CHECK(told(made.at("content/huizen/molen.md").get("mensen")) ==
        "Piet:knecht:2020-01-01 Ina:molenaar:2015-01-02 Ina:knecht:2010-01-01");
}

TEST_CASE("An order may ask what day it is, and the site then changes on that day") {
  Library made = village("{name: mensen, with: [rol, tot], sort: [\"tot and tot < today\", rol]}");
  const model::Site& site = made.build("2014-12-31");
  CHECK(told(made.at("content/huizen/molen.md").get("mensen")) == "Ina:knecht Piet:knecht Ina:molenaar");
  CHECK(site.next_change == to_date({2015, 1, 2}));
}

TEST_CASE("An inverse list of whole entries can be ordered by them") {
  Library made;
  made.kind(test::kAuthor)
      .kind(
          "kind: boek\nfolder: boeken\nroles: {title: titel}\nfields:\n"
          "  titel: {type: string, required: true}\n  jaar: {type: int}\n"
          "  door: {type: ref, kind: schrijver, inverse: {name: boeken, sort: [-jaar, titel]}}\n");
  made.entry("content/schrijvers/ina.md", "naam: Ina\n");
  for (const char* entry : {"titel: A\njaar: 1", "titel: C\njaar: 2", "titel: B\njaar: 2", "titel: D"}) {
    made.entry("content/boeken/" + std::string(1, entry[7]) + ".md", std::string(entry) + "\ndoor: ina\n");
  }
  made.build();
  CHECK(made.findings() == Lines{});
  CHECK(Library::titles(made.at("content/schrijvers/ina.md").get("boeken")) == "B C A D");
}

TEST_CASE("References to several kinds fill the list of each") {
  Library made;
  made.kind(test::kAuthor)
      .kind(kHouse)
      .kind(
          "kind: lied\nfolder: liederen\nroles: {title: titel}\nfields:\n"
          "  titel: {type: string, required: true}\n"
          "  over: {type: list, of: {type: ref, kind: [schrijver, huis], inverse: liederen}}\n");
  made.entry("content/schrijvers/ina.md", "naam: Ina\n").entry("content/huizen/molen.md", "naam: Molen\n");
  made.entry("content/liederen/a.md", "titel: A\nover: [ina, molen]\n");
  made.entry("content/liederen/b.md", "titel: B\nover: [huis/molen]\n");
  made.build();
  CHECK(made.findings() == Lines{});
  CHECK(Library::titles(made.at("content/schrijvers/ina.md").get("liederen")) == "A");
  CHECK(Library::titles(made.at("content/huizen/molen.md").get("liederen")) == "A B");
}

TEST_CASE("Fields of an inverse list stand beside the reference, and are the same wherever the list is filled") {
  Library unknown = village("{name: mensen, with: [rool]}");
  unknown.content.load();
  CHECK(unknown.findings() == Lines{"kind-inverse-with-unknown at 13:9 -> rol"});

  Library top;
  top.kind(kHouse).kind(
      "kind: lied\nfolder: liederen\nroles: {title: titel}\nfields:\n"
      "  titel: {type: string, required: true}\n"
      "  over: {type: ref, kind: huis, inverse: {name: liederen, with: [titel]}}\n");
  top.content.load();
  CHECK(top.findings() == Lines{"kind-inverse-with-unknown at 6:3"});

  Library twice;
  twice.kind(kHouse).kind(person("{name: mensen, with: [rol]}"));
  twice.kind(
      "kind: lied\nfolder: liederen\nroles: {title: titel}\nfields:\n  titel: {type: string, required: true}\n"
      "  over: {type: ref, kind: huis, inverse: mensen}\n");
  twice.content.load();
  CHECK(twice.findings() == Lines{"kind-inverse-differs at 13:9"});
}

TEST_CASE("A feed of an entry takes entries from lists that carry more") {
  Library made;
  made.kind(std::string(kHouse) + "url: \"/{{ slug }}/\"\nentry_feeds: [mensen]\n");
  made.kind(
      "kind: mens\nfolder: mensen\nurl: \"/m/{{ slug }}/\"\nroles: {title: naam, date: dag}\nfields:\n"
      "  naam: {type: string, required: true}\n  dag: {type: date}\n"
      "  woont: {type: object, fields: {huis: {type: ref, kind: huis, inverse: {name: mensen, with: [sinds]}}, "
      "sinds: {type: int}}}\n");
  made.entry("content/huizen/molen.md", "naam: Molen\n");
  made.entry("content/mensen/ina.md", "naam: Ina\ndag: 2026-01-01\nwoont: {huis: molen, sinds: 2001}\n");
  const model::Site& site = made.build();
  CHECK(made.findings() == Lines{});
  REQUIRE(site.feeds.size() == 1);
  CHECK(made.titles(site.feeds.front().records) == "Ina");
}
