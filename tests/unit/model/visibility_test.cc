#include "library.h"

using namespace katern;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

struct Case {
  const char* front_matter;
  const char* today;
  bool visible;
  const char* changes;
};

}  // namespace

TEST_CASE("Visibility follows from the day, the roles and the kind's condition") {
  const Case cases[] = {
      {"", "2026-11-22", true, ""},
      {"concept: ja\n", "2026-11-22", false, ""},
      {"concept: nee\n", "2026-11-22", true, ""},
      {"vanaf: 2026-11-22\n", "2026-11-22", true, ""},
      {"vanaf: 2026-11-23\n", "2026-11-22", false, "2026-11-23"},
      {"tot: 2026-11-22T12:00\n", "2026-11-22", false, ""},
      {"tot: 2026-11-22T12:00\n", "2026-11-21", true, "2026-11-22"},
      {"vanaf: 2026-11-01\ntot: 2026-11-30T00:00\n", "2026-11-22", true, "2026-11-30"},
      {"vanaf: 2026-12-01\ntot: 2026-11-30T00:00\n", "2026-11-22", false, ""},
      {"concept: ja\nvanaf: 2026-11-23\n", "2026-11-22", false, ""},
      {"intro: verborgen\n", "2026-11-22", false, ""},
      {"intro: verborgen\nvanaf: 2026-11-23\n", "2026-11-22", false, ""},
  };
  for (const Case& c : cases) {
    INFO(c.front_matter << c.today);
    Library books;
    books.kind(test::kAuthor).kind(std::string(test::kBook) + "visible_if: \"intro != 'verborgen' and today\"\n");
    books.entry("content/boeken/x.md", "titel: X\n" + std::string(c.front_matter));
    const model::Site& site = books.build(c.today);
    CHECK(books.findings() == Lines{});
    CHECK((site.at_path("content/boeken/x.md") != nullptr) == c.visible);
    CHECK(site.is_hidden("content/boeken/x.md") != c.visible);
    CHECK((site.next_change ? iso(*site.next_change) : "") == c.changes);
  }
}

TEST_CASE("What lets an entry into feeds may depend on the day, which the next change then knows") {
  Library books;
  books.kind(test::kAuthor)
      .kind(std::string(test::kBook) +
            "feed: true\nfeed_if: \"datum <= today\"\n"
            "listings: [{url: /boeken/, template: x.html}]\n");
  books.entry("content/boeken/a.md", "titel: A\ndatum: 2026-12-24\n");
  const model::Site& site = books.build();
  CHECK(site.feeds.at(0).records.empty());
  CHECK(site.next_change == to_date({2026, 12, 24}));
}

TEST_CASE("Drafts are visible when asked for, and other conditions stay") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  books.entry("content/boeken/a.md", "titel: A\nconcept: ja\n");
  books.entry("content/boeken/b.md", "titel: B\nconcept: ja\nvanaf: 2027-01-01\n");
  books.options.drafts = true;
  const model::Site& site = books.build();
  CHECK(site.at_path("content/boeken/a.md"));
  CHECK_FALSE(site.at_path("content/boeken/b.md"));
}

TEST_CASE("What is not visible yet is held against the site as well, with warnings") {
  for (const char* hidden : {"vanaf: 2026-12-01\n", "concept: ja\n"}) {
    INFO(hidden);
    Library books;
    books.kind(test::kAuthor).kind(test::kBook);
    books.entry("content/schrijvers/ina.md", "naam: Ina\n");
    books.entry("content/boeken/x.md",
                "titel: X\nschrijvers: [inna]\nomslag: weg.png\noud: [/schrijvers/ina/]\n" + std::string(hidden));
    const model::Site& site = books.build();
    CHECK(books.findings() ==
          Lines{"reference-unknown at 3:14 -> ina", "attachment-missing at 4:9", "alias-taken at 5:6"});
    CHECK_FALSE(books.content.report.has_errors());
    CHECK(site.hidden.records.size() == 1);
    CHECK(site.records.size() == 1);
  }
}

TEST_CASE("What waits may refer to what waits, and to what is there") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  books.entry("content/schrijvers/ina.md", "naam: Ina\nconcept: ja\n");
  books.entry("content/boeken/x.md", "titel: X\nschrijvers: [ina]\nomslag: er.png\nvanaf: 2026-12-01\nvervolg_op: y\n");
  books.entry("content/boeken/y.md", "titel: Y\n");
  books.media("content/boeken/er.png", read::Picture{});
  const model::Site& site = books.build();
  CHECK(books.findings() == Lines{});
  CHECK(site.media.empty());
  CHECK(site.hidden.media_at("content/boeken/er.png") != nullptr);
}

TEST_CASE("What is over is left in peace") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  books.entry("content/boeken/x.md", "titel: X\nschrijvers: [niemand]\ntot: 2026-01-01T00:00\n");
  CHECK(books.build().hidden.records.empty());
  CHECK(books.findings() == Lines{});
}

TEST_CASE("The next change is the first of all") {
  Library books;
  books.kind(test::kAuthor).kind(test::kBook);
  books.entry("content/boeken/a.md", "titel: A\nvanaf: 2027-02-01\n");
  books.entry("content/boeken/b.md", "titel: B\nvanaf: 2027-01-01\n");
  CHECK(books.build().next_change == to_date({2027, 1, 1}));
}

TEST_CASE("The next change is found from the dates that an expression leads to, and from no others") {
  struct Expected {
    const char* filter;
    const char* day;
  };
  const Expected cases[] = {
      {"datum >= today", "2026-12-02"},  // the day after its own date
      {"schrijvers | selectattr('overleden', 'lt', today) | list", "2027-03-02"},
      {"vervolg_op and vervolg_op.eerste.overleden < today", "2027-03-02"},
      {"entry.datum < today", "2026-12-02"},
      {"titel", ""},
      {"titel and 'today'", ""},
      {"datum | add_days(3) < today", "2026-12-05"},
      {"site.kinds.schrijver.entries | selectattr('overleden', 'lt', today) | list", "2027-03-02"},
  };
  for (const Expected& expected : cases) {
    INFO(expected.filter);
    Library books;
    books.kind(std::string(test::kAuthor) + "  overleden: {type: date, default: 2000-01-01}\n");
    books.kind(std::string(test::kBook) + "listings: [{url: /b/, template: x.html, filter: \"" + expected.filter + "\"}]\n");
    books.entry("content/schrijvers/ina.md", "naam: Ina\noverleden: 2027-03-01\n");
    books.entry("content/boeken/a.md", "titel: A\ndatum: 2026-01-01\neerste: ina\n");
    books.entry("content/boeken/b.md", "titel: B\ndatum: 2026-12-01\nschrijvers: [ina]\nvervolg_op: a\n");
    const model::Site& site = books.build();
    CHECK(books.findings() == Lines{});
    CHECK((site.next_change ? iso(*site.next_change) : "") == expected.day);
  }
}
