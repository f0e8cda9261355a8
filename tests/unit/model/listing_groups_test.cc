#include "library.h"
#include "model/groups.h"

using namespace katern;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kPiece = R"(kind: stuk
label: {one: Stuk, many: Stukken}
folder: stukken
url: "/stukken/{{ slug }}/"
roles: {title: titel}
fields:
  titel: {type: string, required: true}
  dag: {type: date}
  soort: {type: string}
  bij: {type: ref, kind: plek, inverse: stukken}
)";

constexpr const char* kPlace = R"(kind: plek
folder: plekken
url: "/plekken/{{ slug }}/"
roles: {title: naam, draft: concept}
fields:
  naam: {type: string, required: true}
  concept: {type: bool}
)";

Library with_listing(std::string_view listing) {
  Library pieces;
  pieces.kind(std::string(kPiece) + "listings:\n  - {template: x.html, " + std::string(listing) + "}\n").kind(kPlace);
  pieces.entry("content/stukken/1.md", "titel: Aap\nsoort: dier\ndag: 2026-12-01\nbij: thuis\n");
  pieces.entry("content/stukken/2.md", "titel: Beuk\nsoort: boom\ndag: 2026-01-01\nbij: thuis\n");
  pieces.entry("content/stukken/3.md", "titel: Cavia\nsoort: dier\ndag: 2026-11-30\nbij: buiten\n");
  pieces.entry("content/stukken/4.md", "titel: Das\ndag: 2025-01-01\n");
  pieces.entry("content/stukken/5.md", "titel: Eik\nsoort: Ahorn\nbij: geheim\n");
  pieces.entry("content/plekken/thuis.md", "naam: Thuis\n");
  pieces.entry("content/plekken/buiten.md", "naam: Buiten\n");
  pieces.entry("content/plekken/leeg.md", "naam: Leeg\n");
  pieces.entry("content/plekken/geheim.md", "naam: Geheim\nconcept: ja\n");
  return pieces;
}

// "dier: Aap Cavia; boom: Beuk"
std::string shown(const Library& pieces, const model::Listing& listing) {
  std::string all;
  for (std::size_t i = 0; i < listing.groups.size(); ++i) {
    const std::size_t end = i + 1 < listing.groups.size() ? listing.groups[i + 1].first : listing.records.size();
    const auto first = listing.records.begin();
    const std::vector<std::size_t> records(first + static_cast<std::ptrdiff_t>(listing.groups[i].first),
                                           first + static_cast<std::ptrdiff_t>(end));
    if (i > 0) all += "; ";
    all += listing.groups[i].label + ": " + pieces.titles(records);
  }
  return all;
}

}  // namespace

TEST_CASE("A listing brings its entries together in groups") {
  const std::pair<const char*, const char*> cases[] = {
      {"group: soort", "dier: Aap Cavia; boom: Beuk; Ahorn: Eik; : Das"},
      {"group: {by: soort, order: ascending, none: Overig}", "Ahorn: Eik; boom: Beuk; dier: Aap Cavia; Overig: Das"},
      {"group: {by: soort, order: descending}", "dier: Aap Cavia; boom: Beuk; Ahorn: Eik; : Das"},
      {"group: {by: soort, label: \"Een {{ value | upper }}\"}",
       "Een DIER: Aap Cavia; Een BOOM: Beuk; Een AHORN: Eik; : Das"},
      {"group: {by: soort, groups: [{value: boom, label: Bomen}]}", "Bomen: Beuk; dier: Aap Cavia; Ahorn: Eik; : Das"},
      {"group: {by: soort, groups: [{value: dier, sort: [dag]}, {value: vis}]}",
       "dier: Cavia Aap; boom: Beuk; Ahorn: Eik; : Das"},
      {"group: bij", "Thuis: Aap Beuk; Buiten: Cavia; : Das Eik"},
      {"group: \"'komt' if dag and dag >= today else 'was'\"", "komt: Aap Cavia; was: Beuk Das Eik"},
      {"group: \"[soort, titel] | select | list\"", "dier: Aap Cavia; boom: Beuk; Das: Das; Ahorn: Eik"},
      {"filter: soort, sort: [\"-titel\"], group: soort", "Ahorn: Eik; dier: Cavia Aap; boom: Beuk"},
  };
  for (const auto& [listing, expected] : cases) {
    INFO(listing);
    Library pieces = with_listing("url: /stukken/, " + std::string(listing));
    const model::Site& site = pieces.build();
    CHECK(pieces.findings() == Lines{});
    CHECK(shown(pieces, site.listings.front()) == expected);
  }
}

TEST_CASE("A part of a listing has the groups that its entries are in") {
  const std::vector<model::ListingGroup> groups{{"a", 0}, {"b", 2}, {"c", 3}};
  const std::vector<std::size_t> places{1, 3, 4};
  const auto part = model::groups_of(groups, places);
  REQUIRE(part.size() == 2);
  CHECK(part[0].label == "a");
  CHECK(part[0].first == 0);
  CHECK(part[1].label == "c");
  CHECK(part[1].first == 1);
  CHECK(model::groups_of(groups, {}).empty());
}

TEST_CASE("A listing per term stands for each term that has entries") {
  Library pieces =
      with_listing("url: \"/plekken/{{ slug }}/stukken/\", per: bij, group: soort, per_page: 1, feed: true");
  const model::Site& site = pieces.build();
  CHECK(pieces.findings() == Lines{});
  REQUIRE(site.listings.size() == 2);
  CHECK(site.listings[0].url == "/plekken/buiten/stukken/");
  CHECK(site.listings[0].title == "Stukken: Buiten");
  CHECK(shown(pieces, site.listings[1]) == "dier: Aap; boom: Beuk");
  CHECK(site.has_page("/plekken/thuis/stukken/pagina/2/"));
  CHECK_FALSE(site.has_page("/plekken/leeg/stukken/"));
  CHECK(site.root.borrow().get("kinds").get("stuk").get("url").is_none());
  REQUIRE(site.feeds.size() == 2);
  CHECK(site.feeds[1].url == "/plekken/thuis/stukken/feed.xml");
}

TEST_CASE("The title of a term's listing sees the term") {
  Library pieces =
      with_listing("url: \"/bij/{{ slug }}/\", per: bij, title: \"Wat {{ title }} heeft: {{ entry.naam }}\"");
  CHECK(pieces.build().listings[0].title == "Wat Buiten heeft: Buiten");
}

TEST_CASE("An address that a term cannot have is a finding") {
  Library pieces = with_listing("url: \"/bij/{{ title }} {{ slug }}/\", per: bij");
  CHECK(pieces.build().listings.empty());
  REQUIRE(pieces.findings().size() == 2);
  CHECK(pieces.findings()[0].find("url-invalid") == 0);
}
