#include "checked.h"

using namespace katern;
using test::checked;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

std::string kind(const std::string& rules) {
  return "kind: ding\nfolder: dingen\nroles: {title: titel, draft: concept}\nfields:\n  titel: {type: string, "
         "required: true}\n"
         "  nummer: {type: string}\n  jaar: {type: int}\n  concept: {type: bool}\n  zie: {type: ref, kind: ding}\n"
         "  delen:\n    type: list\n    of:\n      type: object\n      fields: {naam: {type: string}}\n"
         "      rules: [{unique: naam}]\n" +
         rules;
}

}  // namespace

TEST_CASE("A value that may occur once is told at the second entry, with the first") {
  Library made;
  made.kind(kind("rules:\n  - unique: nummer\n"));
  made.entry("content/dingen/b.md", "titel: B\nnummer: x1\n");
  made.entry("content/dingen/a.md", "titel: Z\nnummer: x1\n");
  made.entry("content/dingen/c.md", "titel: C\nnummer: x2\n");
  CHECK(checked(made) == Lines{"error 3:9 [value-doubled]"});
  const Diagnostic& finding = made.content.report.findings().front();
  CHECK(finding.place.file == "content/dingen/b.md");
  CHECK(finding.arguments.at(0).value == "x1");
  CHECK(finding.arguments.at(1).value == "content/dingen/a.md:3");
}

TEST_CASE("The message of a doubled value can name the other entry") {
  Library made;
  made.kind(
      kind("rules:\n  - unique: \"[nummer, jaar]\"\n    message: \"{{ value | join('/') }} is al van {{ other.title "
           "}}, niet van {{ titel }}.\"\n"
           "    severity: warning\n    field: jaar\n"));
  made.entry("content/dingen/a.md", "titel: A\nnummer: x\njaar: 1\n");
  made.entry("content/dingen/b.md", "titel: B\nnummer: x\njaar: 1\n");
  made.entry("content/dingen/c.md", "titel: C\nnummer: x\njaar: 2\n");
  CHECK(checked(made) == Lines{"warning 4:7 x/1 is al van A, niet van B."});
}

TEST_CASE("Nothing may be had by many") {
  Library made;
  made.kind(kind("rules: [{unique: nummer}]\n"));
  made.entry("content/dingen/a.md", "titel: A\n").entry("content/dingen/b.md", "titel: B\n");
  CHECK(checked(made) == Lines{});
}

TEST_CASE("A number is not the text that writes it, and texts that are joined are not one text") {
  Library made;
  made.kind(kind("rules: [{unique: \"[nummer, titel]\"}]\n"));
  made.entry("content/dingen/a.md", "titel: bc\nnummer: a\n").entry("content/dingen/b.md", "titel: c\nnummer: ab\n");
  CHECK(checked(made) == Lines{});
}

TEST_CASE("What is not visible does not count") {
  Library made;
  made.kind(kind("rules: [{unique: nummer}]\n"));
  made.entry("content/dingen/a.md", "titel: A\nnummer: x\nconcept: ja\n")
      .entry("content/dingen/b.md", "titel: B\nnummer: x\n");
  CHECK(checked(made) == Lines{});
}

TEST_CASE("Entries that refer to each other in circles can be compared") {
  Library made;
  made.kind(kind("rules: [{unique: zie}]\n"));
  made.entry("content/dingen/a.md", "titel: A\nzie: b\n").entry("content/dingen/b.md", "titel: B\nzie: a\n");
  made.entry("content/dingen/c.md", "titel: C\nzie: a\n");
  CHECK(checked(made) == Lines{"error 3:6 [value-doubled]"});
}

TEST_CASE("Among objects, a value may occur once in an entry") {
  Library made;
  made.kind(kind(""));
  made.entry("content/dingen/a.md", "titel: A\ndelen:\n  - naam: een\n  - naam: twee\n  - naam: een\n");
  made.entry("content/dingen/b.md", "titel: B\ndelen:\n  - naam: een\n");
  CHECK(checked(made) == Lines{"error 6:11 [value-doubled]"});
}

TEST_CASE("A rule has a check or a unique") {
  Library both;
  both.kind(kind("rules:\n  - {unique: nummer, check: titel, message: Nee}\n"));
  both.content.load();
  CHECK(both.findings() == Lines{"kind-rule-doubled at 17:5"});
  Library neither;
  neither.kind(kind("rules:\n  - {message: Nee}\n"));
  neither.content.load();
  CHECK(neither.findings() == Lines{"config-key-missing at 17:5"});
}
