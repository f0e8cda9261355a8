#include "library.h"

using namespace katern;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

Library library() {
  Library made;
  made.kind(test::kAuthor).kind(test::kBook);
  made.entry("content/schrijvers/ina.md", "naam: Ina\n");
  made.entry("content/schrijvers/jan.md", "naam: Jan\n");
  made.entry("content/schrijvers/geheim.md", "naam: Geheim\nconcept: ja\n");
  return made;
}

}  // namespace

TEST_CASE("A reference is the entry that it refers to, and that entry lists who refers to it") {
  Library books = library();
  books.entry("content/boeken/b.md", "titel: Boek\nschrijvers: [ina, jan]\neerste: jan\n");
  books.entry("content/boeken/a.md", "titel: Atlas\nschrijvers: [ina]\nbewerkers: [{wie: jan}, {wie: jan}]\n");
  books.build();
  CHECK(books.findings() == Lines{});
  CHECK(Library::titles(books.at("content/boeken/b.md").get("schrijvers")) == "Ina Jan");
  CHECK(books.at("content/boeken/b.md").get("eerste").get("naam").as_string() == "Jan");
  CHECK(Library::titles(books.at("content/schrijvers/ina.md").get("boeken")) == "Atlas Boek");
  CHECK(Library::titles(books.at("content/schrijvers/jan.md").get("bewerkt")) == "Atlas");
  CHECK(books.at("content/schrijvers/ina.md").get("bewerkt").size() == 0);
  CHECK(books.at("content/boeken/b.md").get("vervolgd_door").is_list());
}

TEST_CASE("Inverse lists are in the order of their kind") {
  Library books;
  books.kind(test::kAuthor);
  books.kind(std::string(test::kBook) + "sort: [\"-datum\", titel]\n");
  books.entry("content/schrijvers/ina.md", "naam: Ina\n");
  for (const char* title : {"Bes", "Aal", "Coo", "Daa"}) {
    const std::string date = title == std::string("Coo") ? "datum: 2026-01-01\n" : "";
    books.entry("content/boeken/" + std::string(title) + ".md",
                "titel: " + std::string(title) + "\nschrijvers: [ina]\n" + date);
  }
  books.build();
  CHECK(Library::titles(books.at("content/schrijvers/ina.md").get("boeken")) == "Coo Aal Bes Daa");
}

TEST_CASE("A reference to nothing is a finding with the nearest slug") {
  Library books = library();
  books.entry("content/boeken/b.md", "titel: B\nschrijvers:\n  - inna\n  - zomaar\n");
  books.build();
  CHECK(books.findings() == Lines{"reference-unknown at 4:5 -> ina", "reference-unknown at 5:5"});
}

TEST_CASE("A reference by the name of a file is told the slug of the entry in it") {
  Library books = library();
  books.entry("content/schrijvers/vestdijk.md", "naam: Simon Vestdijk\nslug: simon-v\n");
  books.entry("content/boeken/b.md", "titel: B\nschrijvers: [vestdijk]\n");
  books.build();
  CHECK(books.findings() == Lines{"reference-unknown at 3:14 -> simon-v"});
}

TEST_CASE("Nothing is said of a reference to an entry that has errors of its own") {
  Library books = library();
  books.options.unreadable = {"content/schrijvers/piet.md"};
  books.entry("content/boeken/b.md", "titel: B\nschrijvers: [piet]\n");
  books.build();
  CHECK(books.findings() == Lines{});
}

TEST_CASE("Something hidden is none, is in no list, and is an error where it is required") {
  Library books = library();
  books.entry("content/boeken/b.md", "titel: B\nschrijvers: [geheim, ina]\neerste: geheim\n");
  books.build();
  CHECK(books.findings() == Lines{});
  CHECK(Library::titles(books.at("content/boeken/b.md").get("schrijvers")) == "Ina");
  CHECK(books.at("content/boeken/b.md").get("eerste").is_none());

  Library required = library();
  required.entry("content/boeken/b.md", "titel: B\nbewerkers: [{wie: geheim}]\nzie: [geheim]\n");
  required.build();
  CHECK(required.findings() == Lines{"reference-hidden at 3:19", "reference-list-hidden at 4:7"});
}

TEST_CASE("A reference to several kinds finds each, and asks for the kind where two have the slug") {
  Library books = library();
  books.entry("content/boeken/ina.md", "titel: Ina\n");
  books.entry("content/boeken/b.md", "titel: B\nzie: [jan, ina]\n");
  books.entry("content/boeken/c.md", "titel: C\nzie: [boek/ina, schrijver/ina, schrijver/weg]\n");
  books.build();
  CHECK(books.findings() == Lines{"reference-ambiguous at 3:12", "reference-unknown at 3:32"});
  CHECK(books.at("content/boeken/c.md").get("zie").at(0).get("kind").get("name").as_string() == "boek");
  CHECK(books.at("content/boeken/c.md").get("zie").at(1).get("kind").get("name").as_string() == "schrijver");
}

TEST_CASE("A circle is told once, with its chain") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  books.entry("content/boeken/a.md", "titel: A\nvervolg_op: b\n");
  books.entry("content/boeken/b.md", "titel: B\nvervolg_op: c\n");
  books.entry("content/boeken/c.md", "titel: C\nvervolg_op: a\n");
  books.entry("content/boeken/d.md", "titel: D\nvervolg_op: a\n");
  books.entry("content/boeken/e.md", "titel: E\nvervolg_op: e\n");
  books.build();
  CHECK(books.findings() == Lines{"reference-circular at 3:13", "reference-circular at 3:13"});
  CHECK(message(books.content.report.findings()[0], Language::dutch) ==
        "Via ‘vervolg_op’ komt dit stuk bij zichzelf uit: a → b → c → a.");
}

TEST_CASE("A long chain that closes is found without deep recursion") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  constexpr int kCount = 3000;
  for (int i = 0; i < kCount; ++i) {
    books.entry("content/boeken/n" + std::to_string(i) + ".md",
                "titel: n" + std::to_string(i) + "\nvervolg_op: n" + std::to_string((i + 1) % kCount) + "\n");
  }
  books.build();
  CHECK(books.findings().size() == 1);
}

TEST_CASE("A slug belongs to one entry of its kind, visible or not") {
  Library books = library();
  books.entry("content/schrijvers/nog-een.md", "naam: Ina\n");
  books.entry("content/schrijvers/twee.md", "naam: Anders\nslug: jan\nconcept: ja\n");
  books.entry("content/boeken/ina.md", "titel: Ina\n");
  books.build();
  CHECK(books.findings() == Lines{"slug-doubled at 2:7", "slug-doubled at 3:7"});
}

TEST_CASE("A title may be made of what is referred to, but not be empty") {
  Library reviews;
  reviews.kind("kind: mens\nfolder: mensen\nroles: {title: \"{{ voor }} {{ na }}\"}\n"
               "fields: {voor: {type: string}, na: {type: string}}\n");
  reviews.kind("kind: review\nfolder: reviews\nroles: {title: \"{{ wie.title if wie }}\"}\n"
               "fields: {wie: {type: ref, kind: mens}}\n");
  reviews.entry("content/mensen/jan.md", "voor: Jan\nna: Smit\n");
  reviews.entry("content/reviews/r.md", "wie: jan-smit\n");
  reviews.entry("content/reviews/leeg.md", "{}\n");
  reviews.build();
  CHECK(reviews.findings() == Lines{"title-empty at 1:0"});
  CHECK(reviews.at("content/reviews/r.md").get("title").as_string() == "Jan Smit");
  CHECK(reviews.at("content/reviews/r.md").get("slug").as_string() == "r");
}

TEST_CASE("Pictures and files beside entries are resolved") {
  Library books = library();
  books.media("content/boeken/voor.png", read::Picture{read::Picture::Format::png, 40, 30});
  books.media("content/stuk.pdf");
  books.media("content/boeken/ongebruikt.png", read::Picture{});
  books.entry("content/boeken/b.md", "titel: B\nomslag: voor.png\nbijlage: ../stuk.pdf\n");
  books.entry("content/boeken/c.md", "titel: C\nomslag: ../stuk.pdf\nbijlage: weg.pdf\n");
  const model::Site& site = books.build();
  CHECK(books.findings() == Lines{"attachment-not-picture at 3:9", "attachment-missing at 4:10"});
  const Value book = books.at("content/boeken/b.md");
  CHECK(book.get("omslag").get("url").as_string() == "/boeken/voor.png");
  CHECK(book.get("omslag").get("width").as_integer() == 40);
  CHECK(book.get("image").get("height").as_integer() == 30);
  CHECK(book.get("bijlage").get("url").as_string() == "/stuk.pdf");
  CHECK(book.get("bijlage").get("bytes").as_integer() == 100);
  CHECK(site.media.size() == 2);
  CHECK(site.media_at("content/stuk.pdf"));
  CHECK_FALSE(site.media_at("content/boeken/ongebruikt.png"));
}
