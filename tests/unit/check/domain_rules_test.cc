// What the domain asks of its content, said in the language of kinds.
#include "checked.h"

using namespace katern;
using test::checked;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kOrganisation =
    "kind: organisatie\nfolder: organisaties\nroles: {title: naam}\nfields:\n  naam: {type: string, required: true}\n";

constexpr const char* kPerson = R"(kind: persoon
folder: personen
roles: {title: naam}
fields:
  naam: {type: string, required: true}
  rollen:
    type: list
    of: {type: object, fields: {rol: {type: string}, tot: {type: date}}}
  portret:
    type: object
    fields:
      bestand: {type: string}
      toestemming:
        type: date
        required_when:
          check: "bestand"
          message: "Zonder toestemming van {{ naam }} mag het portret er niet staan (AVG)."
)";

constexpr const char* kPracticorate = R"(kind: practoraat
folder: practoraten
roles: {title: naam}
fields:
  naam: {type: string, required: true}
  status: {type: enum, values: [actief, in oprichting, beëindigd], required: true}
  gestart: {type: date}
  practoren:
    type: list
    required_when:
      check: "status == 'actief'"
      message: "Een actief practoraat heeft ten minste één practor."
    of:
      type: object
      fields:
        persoon: {type: ref, kind: persoon, inverse: practor_van, required: true}
        tot: {type: date}
      rules:
        - check: >-
            tot or not (persoon.rollen or []) | selectattr('rol', 'eq', 'practor') | list
            or (persoon.rollen | selectattr('rol', 'eq', 'practor') | rejectattr('tot') | list)
            or (persoon.rollen | selectattr('rol', 'eq', 'practor') | map(attribute='tot') | max) >= today
          message: "{{ persoon.title }} is geen practor meer; vul bij ‘tot’ de laatste dag in."
          severity: warning
          field: persoon
rules:
  - check: "status != 'in oprichting' or not gestart or gestart | add_months(12) >= today"
    message: "{{ naam }} is al sinds {{ gestart | datum }} in oprichting."
    severity: warning
    field: gestart
  - check: "not reviews or (reviews | map(attribute='datum') | max | add_months(48)) >= today"
    message: "De laatste review was op {{ reviews | map(attribute='datum') | max | datum }}; een volgende is aan de beurt."
    severity: warning
)";

constexpr const char* kReview =
    "kind: review\nfolder: reviews\nroles: {title: titel}\nfields:\n  titel: {type: string, required: true}\n"
    "  datum: {type: date, required: true}\n  practoraat: {type: ref, kind: practoraat, inverse: reviews, required: "
    "true}\n";

constexpr const char* kNetwork = R"(kind: netwerk
folder: netwerken
roles: {title: naam}
fields:
  naam: {type: string, required: true}
  type: {type: enum, values: [PLG, expertgroep, projectgroep], required: true}
  leden:
    type: list
    of:
      type: object
      fields:
        persoon: {type: ref, kind: persoon, or_text: true}
        organisatie: {type: ref, kind: organisatie, inverse: {name: leden, with: [persoon, uren], sort: [-uren]}}
        uren: {type: int}
      rules:
        - check: "type != 'PLG' or uren is none or uren >= 40"
          message: "{{ uren }} uur is te weinig: een lid van een PLG heeft ten minste 40 uur per jaar."
          severity: warning
          field: uren
rules:
  - check: "type not in ['PLG', 'expertgroep'] or (leden or []) | map(attribute='organisatie') | select | unique | list | length >= 3"
    message: "Een {{ type }} heeft leden van ten minste drie organisaties; nu zijn het er {{ (leden or []) | map(attribute='organisatie') | select | unique | list | length }}."
    message_en: "A {{ type }} has members of at least three organisations."
    severity: warning
    field: leden
)";

constexpr const char* kGoal = R"(kind: doel
folder: doelen
roles: {title: titel}
fields:
  titel: {type: string, required: true}
  mijlpalen:
    type: list
    of:
      type: object
      fields:
        titel: {type: string, required: true}
        status: {type: enum, values: [gepland, gerealiseerd]}
        gerealiseerd:
          type: date
          required_when: {check: "status == 'gerealiseerd'", message: "Wanneer is ‘{{ titel }}’ gerealiseerd?"}
          forbidden_when: {check: "status == 'gepland'", message: "‘{{ titel }}’ is nog gepland."}
)";

Library domain() {
  Library made;
  made.kind(kOrganisation).kind(kPerson).kind(kPracticorate).kind(kReview).kind(kNetwork).kind(kGoal);
  for (const char* name : {"een", "twee", "drie"}) {
    made.entry("content/organisaties/" + std::string(name) + ".md", "naam: " + std::string(name) + "\n");
  }
  made.entry("content/personen/noor.md", "naam: Noor\nrollen: [{rol: practor}]\n");
  made.entry("content/personen/wim.md", "naam: Wim\nrollen: [{rol: practor, tot: 2025-07-31}]\n");
  return made;
}

Lines findings(const std::string& path, const std::string& front_matter) {
  Library made = domain();
  made.entry("content/" + path + ".md", front_matter);
  return checked(made);
}

}  // namespace

TEST_CASE("A practoraat is in oprichting for a year at most") {
  CHECK(findings("practoraten/a", "naam: A\nstatus: in oprichting\ngestart: 2025-11-21\n") ==
        Lines{"warning 4:10 A is al sinds 21 november 2025 in oprichting."});
  CHECK(findings("practoraten/a", "naam: A\nstatus: in oprichting\ngestart: 2025-11-22\n") == Lines{});
}

TEST_CASE("A review is due after four years") {
  Library made = domain();
  made.entry("content/practoraten/a.md", "naam: A\nstatus: beëindigd\n");
  made.entry("content/reviews/een.md", "titel: Een\ndatum: 2020-01-01\npractoraat: a\n");
  made.entry("content/reviews/twee.md", "titel: Twee\ndatum: 2022-11-21\npractoraat: a\n");
  CHECK(checked(made) == Lines{"warning 1:1 De laatste review was op 21 november 2022; een volgende is aan de beurt."});
}

TEST_CASE("A practor who left is not listed any more") {
  CHECK(findings("practoraten/a", "naam: A\nstatus: actief\npractoren:\n  - persoon: noor\n  - persoon: wim\n") ==
        Lines{"warning 6:14 Wim is geen practor meer; vul bij ‘tot’ de laatste dag in."});
  CHECK(findings("practoraten/a", "naam: A\nstatus: actief\npractoren: [{persoon: wim, tot: 2025-07-31}]\n") ==
        Lines{});
}

TEST_CASE("A PLG has members of three organisations") {
  const std::string two =
      "naam: N\ntype: PLG\nleden:\n  - {persoon: noor, organisatie: een, uren: 40}\n"
      "  - {persoon: Jan Bot, organisatie: een, uren: 40}\n  - {persoon: wim, organisatie: twee, uren: 40}\n";
  CHECK(findings("netwerken/n", two) ==
        Lines{"warning 5:3 Een PLG heeft leden van ten minste drie organisaties; nu zijn het er 2."});
  CHECK(findings("netwerken/n", two + "  - {organisatie: drie, uren: 50}\n") == Lines{});
  CHECK(findings("netwerken/n", "naam: N\ntype: projectgroep\n") == Lines{});
}

TEST_CASE("A member of a PLG has forty hours, told at the member's own line") {
  CHECK(findings("netwerken/n",
                 "naam: N\ntype: PLG\nleden:\n  - {organisatie: een, uren: 40}\n  - organisatie: twee\n    uren: 39\n"
                 "  - {organisatie: drie}\n") ==
        Lines{"warning 7:11 39 uur is te weinig: een lid van een PLG heeft ten minste 40 uur per jaar."});
}

TEST_CASE("A portrait has the day of consent") {
  CHECK(findings("personen/ina", "naam: Ina\nportret:\n  bestand: ina.jpg\n") ==
        Lines{"error 4:12 Zonder toestemming van Ina mag het portret er niet staan (AVG)."});
}

TEST_CASE("An active practoraat has a practor") {
  CHECK(findings("practoraten/a", "naam: A\nstatus: actief\n") ==
        Lines{"error 3:9 Een actief practoraat heeft ten minste één practor."});
}

TEST_CASE("A milestone that was reached has its date, and one that was not has none") {
  CHECK(findings("doelen/d",
                 "titel: D\nmijlpalen:\n  - {titel: Een, status: gerealiseerd}\n"
                 "  - titel: Twee\n    status: gepland\n    gerealiseerd: 2026-01-01\n") ==
        Lines{"error 4:26 Wanneer is ‘Een’ gerealiseerd?", "error 7:19 ‘Twee’ is nog gepland."});
}
