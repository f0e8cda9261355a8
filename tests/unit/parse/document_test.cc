#include "parse/document.h"

#include <vector>

#include "support/catch.h"

using katern::Code;
using katern::Position;
using katern::Report;
using katern::parse::parse_document;

TEST_CASE("a document is front matter and a body, each with its lines") {
  Report report;
  const auto document = parse_document("---\ntitel: Leren\n---\n\n## Kop\n", "content/berichten/x.md", report);
  REQUIRE(document);
  CHECK(report.empty());
  CHECK(document->path == "content/berichten/x.md");
  CHECK(document->front_matter.members.at(0).value.text == "Leren");
  CHECK(document->front_matter.members.at(0).value.at == Position{2, 8});
  CHECK(document->body.headings.at(0).at == Position{5, 1});
}

TEST_CASE("front matter may be empty, and so may the body") {
  for (const char* text :
       {"---\n---\n", "---\n---", "---\na: b\n---", "---  \na: b\n--- \n", "\xEF\xBB\xBF---\r\na: b\r\n---\r\n"}) {
    Report report;
    const auto document = parse_document(text, "x.md", report);
    INFO(text);
    REQUIRE(document);
    CHECK(report.empty());
    CHECK(document->body.html.empty());
  }
}

TEST_CASE("a rule in the body is no end of the front matter") {
  Report report;
  const auto document = parse_document("---\na: b\n---\neen\n\n---\n\ntwee\n", "x.md", report);
  REQUIRE(document);
  CHECK(document->body.html == "<p>een</p>\n<hr>\n<p>twee</p>\n");
}

TEST_CASE("front matter that is not there, or not where it belongs, is named") {
  struct Case {
    std::string_view text;
    Code code;
    Position at;
    std::string_view mended;
  };
  const std::vector<Case> cases{
      {"", Code::document_empty, {1, 1}, ""},
      {"\n \n", Code::document_empty, {1, 1}, ""},
      {"Tekst zonder kop.\n", Code::front_matter_missing, {1, 1}, ""},
      {"# Kop\n\ntitel: x\n", Code::front_matter_missing, {1, 1}, ""},
      {"Iets\n---\ntitel: x\n---\n", Code::front_matter_not_first, {2, 1}, ""},
      {"\n---\ntitel: x\n---\n", Code::front_matter_not_first, {2, 1}, ""},
      {"----\ntitel: x\n---\n", Code::front_matter_fence_misspelt, {1, 1}, "---"},
      {"—-\ntitel: x\n---\n", Code::front_matter_fence_misspelt, {1, 1}, "---"},
      {"+++\ntitel = \"x\"\n+++\n", Code::front_matter_fence_misspelt, {1, 1}, "---"},
      {"---\ntitel: x\n...\n\nTekst.\n", Code::front_matter_fence_misspelt, {3, 1}, "---"},
      {"---\ntitel: x\n--\n\nTekst.\n", Code::front_matter_fence_misspelt, {3, 1}, "---"},
      {"---\ntitel: x\n\nTekst van het bericht.\n",
       Code::front_matter_end_missing,
       {4, 1},
       "---\nTekst van het bericht."},
      {"---\ntitel: x\n\n## Kop\n\nTekst.\n", Code::front_matter_end_missing, {4, 1}, "---\n## Kop"},
      {"---\ntitel: x\n\nTekst van het bericht.\n\n---\n\nMeer.\n",
       Code::front_matter_end_missing,
       {4, 1},
       "---\nTekst van het bericht."},
      {"---\ntitel: x\nnaam: y\n", Code::front_matter_never_ends, {1, 1}, ""},
      {"---\n- a\n- b\n---\n", Code::front_matter_not_fields, {2, 1}, ""},
      {"---\nalleen tekst\n---\n", Code::front_matter_not_fields, {2, 1}, ""},
      {"---\ntitel: a: b\n---\n", Code::yaml_colon_in_value, {2, 9}, "titel: \"a: b\""},
      {"---\ntitel: a\xFF\n---\n", Code::file_not_utf8, {2, 9}, ""},
  };
  for (const Case& c : cases) {
    Report report;
    INFO(c.text);
    CHECK_FALSE(parse_document(c.text, "x.md", report));
    REQUIRE(report.findings().size() == 1);
    CHECK(katern::info(report.findings()[0].code).name == katern::info(c.code).name);
    CHECK(report.findings()[0].place.at == c.at);
    CHECK(report.findings()[0].mended_line == c.mended);
  }
}

TEST_CASE("mistakes in the body leave a usable document") {
  Report report;
  const auto document = parse_document("---\na: b\n---\n<div>\n", "x.md", report);
  CHECK(document.has_value());
  CHECK(report.has_errors());
}

TEST_CASE("fields after a remark in the front matter are no body") {
  Report report;
  CHECK(parse_document("---\ntitel: x\n\n# Over de maker\nnaam: y\n\nlijst:\n- a\n---\n", "x.md", report));
  CHECK(report.empty());
}
