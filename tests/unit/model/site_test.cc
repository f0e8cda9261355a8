#include "library.h"
#include "model/scope.h"

using namespace katern;
using test::Library;

TEST_CASE("Templates see an entry's fields, and the built-ins by role") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  books.entry("content/schrijvers/ina.md", "naam: Ina\n");
  books.entry("content/boeken/b.md", "titel: Boek\nintro: Kort.\ndatum: 2026-01-02\nschrijvers: [ina]\n");
  books.build();
  CHECK(books.findings() == std::vector<std::string>{});
  const Value book = books.at("content/boeken/b.md");
  CHECK(book.get("permalink").as_string() == "/boeken/boek/");
  CHECK(book.get("kind").get("label_one").as_string() == "Boek");
  CHECK(book.get("source").as_string() == "content/boeken/b.md");
  CHECK(book.get("slug").as_string() == "boek");
  CHECK(book.get("title").as_string() == "Boek");
  CHECK(book.get("summary").as_string() == "Kort.");
  CHECK(iso(book.get("date").as_date()) == "2026-01-02");
  CHECK(book.get("updated").is_none());
  CHECK(book.get("image").is_none());
  CHECK(book.get("authors").at(0).get("naam").as_string() == "Ina");
  CHECK(book.get("onbekend").is_undefined());
}

TEST_CASE("A site that is moved keeps everything that it lent") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  books.settings.tagline = "Kort";
  books.entry("content/schrijvers/i.md", "naam: I\n");
  books.entry("content/boeken/b.md", "titel: B\nschrijvers: [i]\nomslag: b.png\n");
  books.media("content/boeken/b.png", read::Picture{});
  books.content.load();
  model::Site first;
  {
    const model::Site& built = books.build();
    CHECK(built.records.size() == 2);
    first = std::move(const_cast<model::Site&>(built));
  }
  const model::Site second = std::move(first);
  const Value book = Value::lend(*second.at_path("content/boeken/b.md")->data);
  CHECK(book.get("source").as_string() == "content/boeken/b.md");
  CHECK(book.get("omslag").get("url").as_string() == "/boeken/b.png");
  CHECK(book.get("schrijvers").at(0).get("boeken").at(0).get("kind").get("name").as_string() == "boek");
  CHECK(second.root.borrow().get("tagline").as_string() == "Kort");
  CHECK(second.root.borrow().get("kinds").get("schrijver").get("entries").at(0).get("permalink").as_string() ==
        "/schrijvers/i/");
}

TEST_CASE("Rules of objects see their own fields first, then the entry's, then the site") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  books.entry("content/schrijvers/ina.md", "naam: Ina\n");
  books.build();
  model::EntryScope scope(books.site().root, books.site().today);
  auto shape = std::make_shared<Shape>();
  shape->add("naam");
  Shaped object(shape);
  object.slot(0) = Value::view("binnen");
  const schema::Record& record = *books.site().at_path("content/schrijvers/ina.md");
  const auto& layers = scope.of(object, *record.data).layers;
  REQUIRE(layers.size() == 3);
  CHECK(layers[0].get("naam").as_string() == "binnen");
  CHECK(layers[1].get("naam").as_string() == "Ina");
  CHECK(layers[2].get("entry").get("naam").as_string() == "Ina");
  CHECK(layers[2].get("today").is_date());
  CHECK(layers[2].get("site").get("title").as_string() == "Titel");
}

TEST_CASE("The base URL of the command line replaces the site's own") {
  Library books;
  books.kind(test::kAuthor);
  books.options.base_url = "https://proef.nl/map";
  const model::Site& site = books.build();
  CHECK(site.settings.base_url == "https://proef.nl/map");
  CHECK(site.prefix == "/map");
}

TEST_CASE("An empty site is a site") {
  Library books;
  const model::Site& site = books.build();
  CHECK(site.records.empty());
  CHECK(site.feeds.empty());
  CHECK(site.has_page("/"));
  CHECK(site.root.borrow().get("kinds").size() == 0);
}
