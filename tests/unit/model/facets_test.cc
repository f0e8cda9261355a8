#include "model/facets.h"

#include "library.h"

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
  kleur: {type: enum, values: [rood, groen, blauw], label: Kleur}
  maten: {type: list, of: {type: number}}
  open: {type: bool}
  bij: {type: ref, kind: stuk}
  woord: {type: string}
)";

Library with_facets(std::string_view facets) {
  Library pieces;
  pieces.kind(std::string(kPiece) +
              "listings:\n  - {url: /stukken/, template: x.html, per_page: 2, facets: " + std::string(facets) + "}\n");
  pieces.entry("content/stukken/1.md", "titel: Aap\nkleur: blauw\nmaten: [10, 9.5]\nopen: ja\nwoord: Één\n");
  pieces.entry("content/stukken/2.md", "titel: Beer\nkleur: rood\nmaten: [9.5, 9.5]\nbij: aap\nwoord: zee\n");
  pieces.entry("content/stukken/3.md", "titel: Das\nkleur: blauw\nopen: nee\nbij: aap\nwoord: een\n");
  pieces.entry("content/stukken/4.md", "titel: Eik\n");
  return pieces;
}

// "blauw 2, rood 1"
std::string shown(const model::ListingFacet& facet) {
  std::string all;
  for (const model::FacetValue& value : facet.values) {
    if (!all.empty()) all += ", ";
    all += value.label + " " + std::to_string(value.places.size());
  }
  return all;
}

}  // namespace

TEST_CASE("A facet counts the values of entries, in the order that it declares") {
  const std::pair<const char*, const char*> cases[] = {
      {"[kleur]", "rood 1, blauw 2"},
      {"[{name: kleur, order: count}]", "blauw 2, rood 1"},
      {"[{name: kleur, order: ascending}]", "blauw 2, rood 1"},
      {"[{name: kleur, order: descending}]", "rood 1, blauw 2"},
      {"[{name: kleur, order: [blauw]}]", "blauw 2, rood 1"},
      {"[maten]", "9.5 2, 10 1"},
      {"[open]", "nee 1, ja 1"},
      {"[{name: open, labels: {ja: Open}}]", "nee 1, Open 1"},
      {"[bij]", "Aap 2"},
      {"[{name: kleur, by: \"bij.kleur if bij else none\"}]", "blauw 2"},
      {"[woord]", "een 1, Één 1, zee 1"},
      {"[{name: leeg, by: none}]", ""},
  };
  for (const auto& [facets, expected] : cases) {
    INFO(facets);
    Library pieces = with_facets(facets);
    const model::Site& site = pieces.build();
    CHECK(pieces.findings() == Lines{});
    REQUIRE(site.listings.front().facets.size() == 1);
    CHECK(shown(site.listings.front().facets[0]) == expected);
  }
}

TEST_CASE("Every value of a facet has a listing of its own, a part of the whole") {
  Library pieces = with_facets("[kleur, {name: woord, title: \"Woord {{ value }}\"}]");
  const model::Site& site = pieces.build();
  CHECK(pieces.findings() == Lines{});
  REQUIRE(site.listings.size() == 6);
  const model::Listing& blue = site.listings[2];
  CHECK(blue.url == "/stukken/kleur/blauw/");
  CHECK(blue.title == "Stukken: blauw");
  CHECK(blue.whole == 0);
  CHECK(pieces.titles(blue.records) == "Aap Das");
  CHECK(site.listings[3].title == "Woord een");
  CHECK(site.has_page("/stukken/kleur/blauw/"));
  // Values that differ in accents alone would share an address.
  CHECK(site.listings[3].url == "/stukken/woord/een/");
  CHECK(site.listings[4].url == "/stukken/woord/een-2/");
}

TEST_CASE("A value that is an entry makes its page a listing of that entry") {
  Library pieces = with_facets("[bij]");
  const model::Site& site = pieces.build();
  const std::size_t ape = *site.index_of_path("content/stukken/1.md");
  REQUIRE(site.listings_of_term.count(ape) == 1);
  const model::Listing& listing = site.listings[site.listings_of_term.at(ape).front()];
  CHECK(listing.url == "/stukken/bij/aap/");
  CHECK(listing.term == ape);
}

TEST_CASE("Facets know only what is visible, and what the listing lets through") {
  Library pieces;
  pieces.kind(
      std::string(kPiece) +
      "visible_if: \"titel != 'Weg'\"\nlistings:\n  - {url: /stukken/, template: x.html, filter: open, facets: [kleur]}\n");
  pieces.entry("content/stukken/1.md", "titel: Aap\nkleur: blauw\nopen: ja\n");
  pieces.entry("content/stukken/2.md", "titel: Beer\nkleur: rood\nopen: nee\n");
  pieces.entry("content/stukken/3.md", "titel: Weg\nkleur: groen\nopen: ja\n");
  const model::Site& site = pieces.build();
  CHECK(shown(site.listings.front().facets[0]) == "blauw 1");
  CHECK_FALSE(site.has_page("/stukken/kleur/groen/"));
}

TEST_CASE("What a facet cannot show is a finding at the facet") {
  Library pieces = with_facets("[{name: kind}]");
  pieces.build();
  REQUIRE(pieces.findings().size() == 4);
  CHECK(pieces.findings()[0].find("listing-value-unfit") == 0);
}
