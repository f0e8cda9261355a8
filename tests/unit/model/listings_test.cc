#include "library.h"

using namespace katern;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kPiece = R"(kind: stuk
label: {one: Stuk, many: Stukken}
folder: stukken
url: "/stukken/{{ slug }}/"
roles: {title: titel, date: datum}
fields:
  titel: {type: string, required: true}
  datum: {type: date}
  moment: {type: datetime}
  getal: {type: number}
  open: {type: bool}
)";

Library with_pieces(std::string_view rest) {
  Library pieces;
  pieces.kind(kPiece + std::string(rest));
  pieces.entry("content/stukken/1.md", "titel: Één\ndatum: 2026-01-02\ngetal: -1.5\nopen: ja\nmoment: 2026-01-02T10:00\n");
  pieces.entry("content/stukken/2.md", "titel: zwaar\ndatum: 2026-01-01\ngetal: 10\nopen: nee\nmoment: 2026-01-02T09:00\n");
  pieces.entry("content/stukken/3.md", "titel: Dag\ngetal: 2\n");
  pieces.entry("content/stukken/4.md", "titel: aap\ndatum: 2026-01-02\nopen: ja\nmoment: 2026-01-01T23:00\n");
  return pieces;
}

}  // namespace

TEST_CASE("Entries are in the order of their kind: Dutch order, none last in either direction, ties by title") {
  const std::pair<const char*, const char*> cases[] = {
      {"", "aap Dag Één zwaar"},
      {"sort: [titel]\n", "aap Dag Één zwaar"},
      {"sort: [\"-titel\"]\n", "zwaar Één Dag aap"},
      {"sort: [datum]\n", "zwaar aap Één Dag"},
      {"sort: [\"-datum\"]\n", "aap Één zwaar Dag"},
      {"sort: [\"-datum\", \"-titel\"]\n", "Één aap zwaar Dag"},
      {"sort: [getal]\n", "Één Dag zwaar aap"},
      {"sort: [\"-getal\"]\n", "zwaar Dag Één aap"},
      {"sort: [open]\n", "zwaar aap Één Dag"},
      {"sort: [moment]\n", "aap zwaar Één Dag"},
      {"sort: [\"-(titel | length)\"]\n", "zwaar aap Dag Één"},
      {"sort: [entry.slug]\n", "aap Dag Één zwaar"},
  };
  for (const auto& [sort, expected] : cases) {
    INFO(sort);
    Library pieces = with_pieces(sort);
    const model::Site& site = pieces.build();
    CHECK(pieces.findings() == Lines{});
    CHECK(pieces.titles(site.by_kind.at("stuk")) == expected);
    CHECK(Library::titles(site.root.borrow().get("kinds").get("stuk").get("entries")) == expected);
  }
}

TEST_CASE("A listing filters, sorts and pages") {
  Library pieces = with_pieces(R"(listings:
  - {url: /stukken/, template: lijst.html, per_page: 3}
  - {url: /open/, template: lijst.html, filter: "open", sort: ["-titel"], title: Open}
  - {url: /leeg/, template: lijst.html, filter: "getal and getal > 100"}
)");
  const model::Site& site = pieces.build();
  CHECK(pieces.findings() == Lines{});
  REQUIRE(site.listings.size() == 3);
  CHECK(pieces.titles(site.listings[0].records) == "aap Dag Één zwaar");
  CHECK(pieces.titles(site.listings[1].records) == "Één aap");
  CHECK(site.listings[1].title == "Open");
  CHECK(site.listings[2].records.empty());
  REQUIRE(site.listing_pages.size() == 4);
  CHECK(site.listing_pages[0].url == "/stukken/");
  CHECK(site.listing_pages[0].count == 2);
  CHECK(site.listing_pages[0].last == 3);
  CHECK(site.listing_pages[1].url == "/stukken/pagina/2/");
  CHECK(site.listing_pages[1].number == 2);
  CHECK(site.listing_pages[1].first == 3);
  CHECK(site.listing_pages[1].last == 4);
  CHECK(site.listing_pages[3].count == 1);
  CHECK(site.has_page("/stukken/pagina/2/"));
  CHECK_FALSE(site.has_page("/stukken/pagina/3/"));
}

TEST_CASE("A sort key that fails is a finding that names the entry") {
  Library pieces = with_pieces("sort: [\"titel + 1\"]\n");
  pieces.build();
  CHECK(pieces.content.report.has_errors());
}

TEST_CASE("Feeds hold the newest entries that have a page and a date") {
  Library pieces = with_pieces("listings: [{url: /stukken/, template: x.html}]\nfeed: true\n");
  pieces.kind("kind: los\nfolder: los\nroles: {title: t, date: d}\nfields:\n  t: {type: string, required: true}\n"
              "  d: {type: datetime}\nlistings: [{url: /los/, template: x.html}]\nfeed: true\n");
  pieces.entry("content/los/x.md", "t: Los\nd: 2026-02-01T10:00\n");
  pieces.settings.feed_items = 2;
  const model::Site& site = pieces.build();
  REQUIRE(site.feeds.size() == 3);
  CHECK(site.feeds[0].url == "/feed.xml");
  CHECK(site.feeds[0].title == "Titel");
  CHECK(pieces.titles(site.feeds[0].records) == "aap Één");
  CHECK(site.feeds[1].url == "/los/feed.xml");
  CHECK(site.feeds[1].records.empty());
  CHECK(site.feeds[2].url == "/stukken/feed.xml");
  CHECK(site.feeds[2].title == "Stukken – Titel");
  CHECK(site.feeds[2].page_url == "/stukken/");
  const Value root = site.root.borrow();
  CHECK(root.get("feeds").size() == 3);
  CHECK(root.get("feeds").at(0).get("url").as_string() == "/feed.xml");
  CHECK(root.get("kinds").get("stuk").get("feed").as_string() == "/stukken/feed.xml");
}

TEST_CASE("An entry's feed holds what refers to it") {
  Library books;
  books.kind(std::string(test::kAuthor) + "entry_feeds: [boeken, bewerkt]\n").kind(test::kBook);
  books.entry("content/schrijvers/ina.md", "naam: Ina\n");
  books.entry("content/schrijvers/jan.md", "naam: Jan\n");
  books.entry("content/boeken/a.md", "titel: A\ndatum: 2026-01-01\nschrijvers: [ina]\nbewerkers: [{wie: ina}]\n");
  books.entry("content/boeken/b.md", "titel: B\ndatum: 2026-02-01\nbewerkers: [{wie: ina}]\n");
  const model::Site& site = books.build();
  REQUIRE(site.feeds.size() == 2);
  CHECK(site.feeds[0].url == "/schrijvers/ina/feed.xml");
  CHECK(site.feeds[0].title == "Ina – Titel");
  CHECK(books.titles(site.feeds[0].records) == "B A");
  CHECK(site.feeds[1].records.empty());
}
