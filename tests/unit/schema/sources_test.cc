#include "citations/names.h"
#include "schema/source_reader.h"
#include "support/content.h"

using namespace katern;
using namespace katern::schema;
using test::Content;
using test::has;

namespace {

constexpr const char* kArticle = R"(kind: artikel
folder: artikelen
roles: {title: titel}
fields:
  titel: {type: string, required: true}
  bronnen: {type: citations, max: 3}
)";

Content library() {
  Content content;
  content.kind(kArticle).load();
  REQUIRE(content.report.empty());
  return content;
}

/// What is told of a source of these lines.
std::vector<std::string> told_of(std::string_view source) {
  Content content = library();
  content.read("content/artikelen/a.md", "titel: A\nbronnen:\n" + std::string(source));
  return test::told(content.report);
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("Sources are read with names and dates in every form") {
  Content content = library();
  const auto record = content.read("content/artikelen/a.md", R"(titel: A
bronnen:
  - id: bos-2020
    type: article-journal
    author: ["Bos, A.", {family: Berg, given: E., non-dropping-particle: van den}, {literal: MBO Raad}, {family: de Vries}]
    issued: {date-parts: [[2020, 3, 4], [2020, 3, 6]], circa: true}
    accessed: 2022-03-03
    title: "  Leren   en werken "
    volume: 12
    DOI: https://doi.org/10.1000/182
    status: in druk
  - {id: x, type: book, title: X, issued: [2020, 3], author: MBO Raad}
)");
  CHECK(content.report.empty());
  REQUIRE(record.has_value());
  REQUIRE(record->sources.items.size() == 2);
  const citations::Item& item = record->sources.items.front();
  CHECK(item.type == citations::Type::article_journal);
  CHECK(citations::authors_in_list(item.people(citations::NameVariable::author)) ==
        "Bos, A., Berg, E. van den, MBO Raad, & Vries, de");
  CHECK(item.when(citations::DateVariable::issued)->to == citations::DateParts{2020, 3, 6});
  CHECK(item.text(citations::TextVariable::title) == "Leren en werken");
  CHECK(item.text(citations::TextVariable::volume) == "12");
  CHECK(item.text(citations::TextVariable::doi) == "10.1000/182");
  CHECK(record->sources.at.front() == Position{4, 9});
  const Value list = Value::lend(*record->data).get("bronnen");
  CHECK(list.at(1).get("issued").get("date-parts").at(0).at(1).as_integer() == 3);
  CHECK(list.at(1).get("author").at(0).get("literal").as_string() == "MBO Raad");
}

TEST_CASE("A source needs an id, a type and a title") {
  CHECK(told_of("  - id: a\n") == Told{"field-missing at 4:5", "field-missing at 4:5"});
  CHECK(told_of("  - {type: book, title: A}\n") == Told{"field-missing at 4:5"});
}

TEST_CASE("A key that CSL does not know is told with the one that was meant") {
  CHECK(told_of("  - {id: a, type: book, title: A, titel: B}\n") == Told{"field-unknown at 4:35 -> title"});
  CHECK(told_of("  - {id: a, type: book, title: A, publsher: B}\n") == Told{"field-unknown at 4:35 -> publisher"});
  CHECK(told_of("  - {id: a, type: book, title: A, author: {naam: B}}\n") == Told{"field-unknown at 4:44 -> literal"});
  CHECK(told_of("  - {id: a, type: boek, title: A}\n") == Told{"field-not-choice at 4:19 -> book"});
  CHECK(told_of("  - {id: a, type: book, title: A, status: in drk}\n") == Told{"field-not-choice at 4:43 -> in druk"});
}

TEST_CASE("Values of a source that are not what their key takes are told at their place") {
  CHECK(told_of("  - {id: a b, type: book, title: A}\n") == Told{"citation-key-invalid at 4:10"});
  CHECK(told_of("  - {id: a, type: book, title: A}\n  - {id: a, type: book, title: B}\n") ==
        Told{"citation-key-doubled at 5:10"});
  CHECK(told_of("  - {id: a, type: book, title: A, DOI: 11.1/2}\n") == Told{"field-not-doi at 4:40"});
  CHECK(told_of("  - {id: a, type: book, title: A, URL: voorbeeld}\n") == Told{"field-not-url at 4:40"});
  CHECK(told_of("  - {id: a, type: book, title: A, issued: vorig jaar}\n") == Told{"citation-not-date at 4:43"});
  CHECK(told_of("  - {id: a, type: book, title: A, author: \"Bos, A. & Mol, B.\"}\n") ==
        Told{"citation-names-joined at 4:43"});
  CHECK(told_of("  - {id: a, type: book, title: A, author: {given: B}}\n") == Told{"citation-name-incomplete at 4:43"});
  CHECK(told_of("  - {id: a, type: book, title: [A]}\n") == Told{"field-not-text at 4:32"});
}

TEST_CASE("A comma without quotes in a list parts a name, and that is told") {
  CHECK(told_of("  - {id: a, type: book, title: A, author: [Bos, A. B.]}\n") == Told{"citation-name-incomplete at 4:49"});
}

TEST_CASE("Sources are a list of a bounded length") {
  CHECK(told_of("  id: a\n") == Told{"field-list-without-dash at 4:3"});
  CHECK(told_of("  - tekst\n") == Told{"field-not-group at 4:5"});
  CHECK(told_of("  - {id: a, type: book, title: A}\n  - {id: b, type: book, title: A}\n"
                "  - {id: c, type: book, title: A}\n  - {id: d, type: book, title: A}\n") ==
        Told{"field-items-many at 4:3"});
}

TEST_CASE("A kind has one field of sources, and not inside another") {
  Content twice;
  twice.kind("kind: a\nfolder: a\nroles: {title: t}\nfields: {t: {type: string, required: true}, b: {type: citations}, c: {type: "
             "citations}}\n")
      .load();
  CHECK(has(twice.report, Code::kind_citations_doubled));
  Content nested;
  nested.kind("kind: a\nfolder: a\nroles: {title: t}\nfields: {t: {type: string, required: true}, b: {type: list, of: {type: "
              "citations}}}\n")
      .load();
  CHECK(has(nested.report, Code::kind_citations_misplaced));
}

TEST_CASE("How entries are cited is declared with the names of CSL") {
  Content content;
  content.kind("kind: a\nfolder: a\nroles: {title: t}\nfields: {t: {type: string, required: true}}\ncsl: {titel: t}\n").load();
  CHECK(test::told(content.report) == Told{"config-key-unknown at 5:7 -> title"});
  Content other;
  other.kind("kind: a\nfolder: a\nroles: {title: t}\nfields: {t: {type: string, required: true}}\ncsl: {title: x}\n").load();
  CHECK(has(other.report, Code::template_name_unknown));
}
