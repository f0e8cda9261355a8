#include "checked.h"

using namespace katern;
using test::checked;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

Library with(const std::string& fields, const std::string& entry) {
  Library made;
  made.kind("kind: ding\nfolder: dingen\nroles: {title: titel}\nfields:\n  titel: {type: string, required: true}\n" +
            fields);
  made.entry("content/dingen/a.md", "titel: A\n" + entry);
  return made;
}

}  // namespace

TEST_CASE("A field can be required where a condition holds, and what decides is pointed at") {
  const std::string fields = "  status: {type: string}\n  eind: {type: date, required_when: \"status == 'voorbij'\"}\n";
  Library missing = with(fields, "status: voorbij\n");
  CHECK(checked(missing) == Lines{"error 3:9 [field-required-here]"});
  Library empty = with(fields, "status: voorbij\neind:\n");
  CHECK(checked(empty) == Lines{"error 3:9 [field-required-here]"});
  Library there = with(fields, "status: voorbij\neind: 2026-01-01\n");
  CHECK(checked(there) == Lines{});
  Library otherwise = with(fields, "status: bezig\n");
  CHECK(checked(otherwise) == Lines{});
}

TEST_CASE("A field can be forbidden where a condition holds, and its own line is pointed at") {
  const std::string fields = "  status: {type: string}\n  eind: {type: date, forbidden_when: \"status == 'bezig'\"}\n";
  Library there = with(fields, "status: bezig\neind: 2026-01-01\n");
  CHECK(checked(there) == Lines{"error 4:7 [field-forbidden-here]"});
  Library left_out = with(fields, "status: bezig\n");
  CHECK(checked(left_out) == Lines{});
}

TEST_CASE("A value that was not written is not forbidden") {
  Library made = with("  soort: {type: string, default: gewoon, forbidden_when: \"true\"}\n", "");
  CHECK(checked(made) == Lines{});
}

TEST_CASE("A list that is empty is not filled in") {
  Library made = with("  delen: {type: list, of: {type: string}, required_when: \"true\"}\n", "delen: []\n");
  CHECK(checked(made) == Lines{"error 3:8 [field-required-here]"});
}

TEST_CASE("Conditions have a message and a severity, in both languages") {
  Library made = with(
      "  soort: {type: string}\n  duur:\n    type: duration\n    required_when:\n      check: \"soort == 'film'\"\n"
      "      message: \"Een {{ soort }} duurt een tijd.\"\n      message_en: \"A {{ soort }} takes time.\"\n"
      "      severity: hint\n",
      "soort: film\n");
  CHECK(checked(made) == Lines{"hint 3:8 Een film duurt een tijd."});
  const Diagnostic& finding = made.content.report.findings().front();
  CHECK(finding.arguments.back().value == "A film takes time.");
}

TEST_CASE("Conditions on fields of objects see the object first, and point at its line") {
  Library made = with(
      "  status: {type: string}\n  delen:\n    type: list\n    of:\n      type: object\n      fields:\n"
      "        klaar: {type: bool}\n        dag: {type: date, required_when: \"klaar and status == 'af'\"}\n",
      "status: af\ndelen:\n  - klaar: nee\n  - klaar: ja\n  - {klaar: ja, dag: 2026-01-01}\n");
  CHECK(checked(made) == Lines{"error 6:12 [field-required-here]"});
}

TEST_CASE("What a condition requires is not there when none of it is visible") {
  Library made;
  made.kind(test::kAuthor);
  made.kind(
      "kind: ding\nfolder: dingen\nroles: {title: titel}\nfields:\n  titel: {type: string, required: true}\n"
      "  door: {type: list, of: {type: ref, kind: schrijver}, required_when: \"titel\"}\n");
  made.entry("content/schrijvers/geheim.md", "naam: Geheim\nconcept: ja\n");
  made.entry("content/dingen/a.md", "titel: A\ndoor: [geheim]\n");
  CHECK(checked(made) == Lines{"error 3:7 [field-required-here]"});
}

TEST_CASE("Dates compare against the day of the build") {
  const std::string rule =
      "  dag: {type: date}\nrules:\n  - {check: \"dag >= today\", message: \"{{ dag | datum }} is geweest op {{ today "
      "| datum }}.\"}\n";
  Library made = with(rule, "dag: 2026-11-21\n");
  CHECK(checked(made, "2026-11-22") == Lines{"error 3:6 21 november 2026 is geweest op 22 november 2026."});
  Library earlier = with(rule, "dag: 2026-11-21\n");
  CHECK(checked(earlier, "2026-11-21") == Lines{});
}
