#include <algorithm>

#include "schema/component.h"
#include "support/content.h"

using namespace katern;
using namespace katern::schema;
using test::Content;
using test::told;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kPerson = R"(kind: persoon
label: {one: Persoon, many: Personen}
folder: personen
url: "/personen/{{ slug }}/"
roles: {title: naam}
fields:
  naam: {type: string, required: true}
)";

/// The findings of a kind whose declaration goes on like this.
Lines findings_of(std::string_view rest) {
  Content content;
  content.kind(kPerson);
  content.data("schalen", "niveaus: [laag, hoog]\ndiep: {a: [1]}\nlijst: [[x]]\n");
  content.kind("kind: boek\nfolder: boeken\n" + std::string(rest));
  content.load();
  return told(content.report);
}

/// The findings of a field that is declared like this.
Lines findings_of_field(std::string_view declaration) {
  return findings_of("roles: {title: titel}\nfields:\n  titel: {type: string, required: true}\n  veld: " +
                     std::string(declaration) + "\n");
}

bool any_starts_with(const Lines& lines, std::string_view start) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.starts_with(start); });
}

}  // namespace

TEST_CASE("A kind is what its file says, with the mix-ins' fields first") {
  Content content;
  content.kind("mixin: basis\nroles: {title: titel}\nfields:\n  titel: {type: string, required: true}\n"
               "  datum: {type: date}\nsort: [\"-datum\"]\n");
  content.kind("mixin: meer\nuses: [basis]\nfields: {extra: {type: int}}\n");
  content.kind(kPerson);
  content.kind(R"(kind: boek
uses: [meer]
label: {one: Boek, many: Boeken}
folder: boeken
url: "/boeken/{{ slug }}/"
fields:
  auteurs: {type: list, of: {type: ref, kind: persoon, inverse: boeken}}
  datum: {type: datetime, label: Moment, help: "Wanneer."}
  hoort_bij: {type: ref, kind: boek, inverse: delen, acyclic: true}
rules:
  - {check: "auteurs", message: "Geen auteurs."}
  - {check: "titel != 'x'", message: "Nee: {{ titel }}.", message_en: "No.", severity: warning, field: datum}
listings:
  - {url: /boeken/, template: boeken.html, per_page: 10, filter: "datum", sort: [titel, "-datum"]}
visible_if: "extra"
feed: true
entry_feeds: [delen]
)");
  const Schema& schema = content.load();
  REQUIRE(told(content.report) == Lines{});
  const Kind* book = schema.find("boek");
  REQUIRE(book);
  CHECK(schema.find("basis") == nullptr);
  REQUIRE(book->fields.size() == 5);
  CHECK(book->fields[0].name == "titel");
  CHECK(book->fields[1].name == "datum");
  CHECK(book->fields[1].type == FieldType::datetime);
  CHECK(book->fields[1].label == "Moment");
  CHECK(book->fields[2].name == "extra");
  CHECK(book->role(Role::title) == 0U);
  CHECK(book->label_many == "Boeken");
  CHECK(book->template_name == "boek.html");
  CHECK(book->url);
  CHECK(book->visible_if);
  REQUIRE(book->rules.size() == 2);
  CHECK(book->rules[0].field == "auteurs");
  CHECK(book->rules[1].severity == Severity::warning);
  CHECK(book->rules[1].field == "datum");
  REQUIRE(book->listings.size() == 1);
  CHECK(book->listings[0].per_page == 10);
  CHECK(book->listings[0].title == "Boeken");
  CHECK(book->listings[0].sort[1].descending);
  REQUIRE(book->sort.size() == 1);
  CHECK(book->sort[0].descending);
  CHECK(book->inverses == Lines{"delen"});
  CHECK(schema.find("persoon")->inverses == Lines{"boeken"});
  CHECK(book->shape->name_at(book->inverse_slot(0)) == "delen");
  CHECK(book->shape->name_at(book->field_slot(2)) == "extra");
  CHECK(book->shape->slot_of("permalink") == 0U);
}

TEST_CASE("A field with the name of its role shares the built-in's slot") {
  Content content;
  content.kind("kind: p\nfolder: p\nroles: {title: title, date: date}\nfields:\n"
               "  title: {type: string, required: true}\n  date: {type: date}\n");
  content.load();
  REQUIRE(told(content.report) == Lines{});
  const Kind* kind = content.schema().find("p");
  CHECK(kind->shape->size() == builtin_names().size());
  CHECK(kind->field_slot(0) == kind->shape->slot_of("title"));
}

TEST_CASE("Objects at any depth have rules of their own") {
  Content content;
  content.kind(kPerson);
  content.kind(R"(kind: boek
folder: boeken
roles: {title: titel}
fields:
  titel: {type: string, required: true}
  drukken:
    type: list
    of:
      type: object
      fields: {van: {type: date}, tot: {type: date}}
      rules: [{check: "not tot or van <= tot and titel", message: "Fout in {{ titel }}."}]
)");
  content.load();
  REQUIRE(told(content.report) == Lines{});
  const auto& rules = content.schema().find("boek")->fields[1].items->rules;
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].field == "tot");
}

TEST_CASE("A title may be composed") {
  Content content;
  content.kind("kind: persoon\nfolder: personen\nroles: {title: \"{{ voor }} {{ na }}\"}\nfields:\n"
               "  voor: {type: string}\n  na: {type: string}\n");
  content.kind("kind: review\nfolder: reviews\nroles: {title: \"Review van {{ wie.title }}\"}\nfields:\n"
               "  wie: {type: ref, kind: persoon}\n");
  content.load();
  REQUIRE(told(content.report) == Lines{});
  CHECK(content.schema().find("persoon")->title);
  CHECK_FALSE(content.schema().find("persoon")->title_follows_references);
  CHECK(content.schema().find("review")->title_follows_references);
}

TEST_CASE("Each mistake in a kind is a finding with its place") {
  const std::string fine = "roles: {title: titel}\nfields: {titel: {type: string, required: true}}\n";
  const std::pair<std::string, std::string> cases[] = {
      {fine + "lables: x\n", "config-key-unknown at 5:1 -> label"},
      {fine + "listings: x\n", "config-not-list at 5:11"},
      {fine + "feed: misschien\n", "config-not-flag at 5:7"},
      {fine + "template: [x]\n", "config-not-text at 5:11"},
      {fine + "label: [x]\n", "config-not-mapping at 5:8"},
      {fine + "uses: [iets]\n", "kind-mixin-unknown at 5:8"},
      {fine + "url: boeken\n", "kind-url-invalid at 5:6"},
      {fine + "feed: true\n", "kind-feed-without-listing at 5:7"},
      {fine + "entry_feeds: [iets]\n", "kind-inverse-unknown at 5:15"},
      {fine + "rules: [{check: titel}]\n", "config-key-missing at 5:9"},
      {fine + "rules: [{check: titel, message: x, severity: fout}]\n", "config-choice-unknown at 5:46"},
      {fine + "rules: [{check: titel, message: x, field: titl}]\n", "kind-rule-field-unknown at 5:43 -> titel"},
      {fine + "rules: [{check: [titel], message: x}]\n", "config-expression-missing at 5:17"},
      {fine + "listings: [{url: boeken, template: x.html}]\n", "kind-url-invalid at 5:18"},
      {fine + "listings: [{url: /boeken/, template: x.html, per_page: veel}]\n", "config-not-number at 5:56"},
      {fine + "listings: [{url: /boeken/, template: x.html, per_page: 0}]\n", "config-number-small at 5:56"},
      {fine + "url: \"/boeken/{slug}/\"\n", "kind-url-single-brace at 5:6"},
      {fine + "url: \"/{jaar}/{{ slug }}/\"\n", "kind-url-single-brace at 5:6"},
      {"fields: {titel: {type: string, required: true}}\n", "kind-without-title at 1:1"},
      {"roles: {title: titel}\nfields: {titel: {type: string}}\n", "kind-title-optional at 4:10"},
      {"roles: {title: naam}\nfields: {titel: {type: string, required: true}}\n", "kind-role-field-unknown at 3:16"},
      {"roles: {title: titel, date: titel}\nfields: {titel: {type: string, required: true}}\n",
       "kind-role-misfit at 3:29"},
      {"roles: {titel: titel}\nfields: {titel: {type: string, required: true}}\n", "config-key-unknown at 3:9 -> title"},
      {"fields: [titel]\n", "config-not-mapping at 3:9"},
      {"roles: {title: titel}\nfields: {titel: {type: string, required: true}, Naam: {type: string}}\n",
       "config-name-invalid at 4:49"},
      {"roles: {title: titel}\nfields: {titel: {type: string, required: true}, source: {type: string}}\n",
       "kind-name-reserved at 4:49"},
      {"roles: {title: titel}\nfields: {titel: {type: string, required: true}, summary: {type: string}}\n",
       "kind-name-reserved at 4:49"},
      {"roles: {title: titel}\nfields: {titel: {type: string, required: true}, today: {type: date}}\n",
       "kind-name-reserved at 4:49"},
  };
  for (const auto& [rest, expected] : cases) {
    const Lines lines = findings_of(rest);
    INFO(rest << "\nfound: " << (lines.empty() ? "nothing" : lines.front()));
    CHECK(any_starts_with(lines, expected));
  }
}

TEST_CASE("Each mistake in a field is a finding with its place") {
  const std::pair<std::string, std::string> cases[] = {
      {"tekst", "config-not-mapping at 6:9"},
      {"{label: x}", "config-key-missing at 6:9"},
      {"{type: strng}", "config-choice-unknown at 6:16 -> string"},
      {"{type: string, maxx: 3}", "config-key-unknown at 6:24 -> max"},
      {"{type: bool, min: 3}", "config-key-unknown at 6:22"},
      {"{type: string, min: x}", "config-not-number at 6:29"},
      {"{type: string, min: 3, max: 2}", "config-bounds-swapped at 6:9"},
      {"{type: date, min: 1-1-2026}", "config-not-date at 6:27"},
      {"{type: date, min: 2026-01-02, max: 2026-01-01}", "config-bounds-swapped at 6:9"},
      {"{type: string, pattern: \"(\"}", "kind-pattern-invalid at 6:33"},
      {"{type: enum}", "kind-values-missing at 6:9"},
      {"{type: enum, values: data.schalen.niveau}", "kind-data-missing at 6:30 -> data.schalen.niveaus"},
      {"{type: enum, values: data.schalen.lijst}", "kind-data-not-texts at 6:30"},
      {"{type: ref}", "config-key-missing at 6:9"},
      {"{type: ref, kind: person}", "kind-reference-unknown at 6:3 -> persoon"},
      {"{type: ref, kind: persoon, acyclic: true}", "kind-acyclic-misplaced at 6:3"},
      {"{type: ref, kind: persoon, inverse: naam}", "kind-inverse-clash at 6:3"},
      {"{type: ref, kind: persoon, inverse: permalink}", "kind-inverse-clash at 6:3"},
      {"{type: ref, kind: persoon, inverse: Boeken}", "config-name-invalid at 6:45"},
      {"{type: list}", "config-key-missing at 6:9"},
      {"{type: list, of: {type: strng}}", "config-choice-unknown at 6:33 -> string"},
      {"{type: object}", "config-key-missing at 6:9"},
      {"{type: object, fields: {a: {type: b}}}", "config-choice-unknown at 6:43"},
      {"{type: list, of: {type: object, fields: {a: {type: ref, kind: x}}}}", "kind-reference-unknown at 6:50"},
      {"{type: list, of: {type: string}, default: x}", "kind-default-unfit at 6:51"},
      {"{type: image, default: x}", "kind-default-unfit at 6:32"},
      {"{type: int, default: x}", "field-not-integer at 6:30"},
      {"{type: map, of: {type: int}, keys: data.weg}", "kind-data-missing at 6:44"},
  };
  for (const auto& [declaration, expected] : cases) {
    const Lines lines = findings_of_field(declaration);
    INFO(declaration << "\nfound: " << (lines.empty() ? "nothing" : lines.front()));
    CHECK(any_starts_with(lines, expected));
  }
}

TEST_CASE("Expressions are checked when the kind is read") {
  const std::string fine = "roles: {title: titel}\nfields: {titel: {type: string, required: true}}\n";
  for (const char* rest : {"rules: [{check: \"titl\", message: x}]\n", "rules: [{check: \"titel ==\", message: x}]\n",
                           "rules: [{check: \"titel\", message: \"{{ titl }}\"}]\n", "visible_if: \"titel | nietes\"\n",
                           "sort: [\"-titl\"]\n", "url: \"/{{ slg }}/\"\n",
                           "listings: [{url: /x/, template: x.html, filter: \"titl\"}]\n"}) {
    INFO(rest);
    CHECK(findings_of(fine + rest).size() == 1);
  }
}

TEST_CASE("Files that are no kind, and names and folders that two have, are findings") {
  Content content;
  content.kind(kPerson);
  content.kind(kPerson);
  content.kind("label: x\n");
  content.kind("kind: Boek\n");
  content.kind("kind: mens\nfolder: personen\nroles: {title: t}\nfields: {t: {type: string, required: true}}\n");
  content.kind("kind: data\nfolder: data\nroles: {title: t}\nfields: {t: {type: string, required: true}}\n");
  content.kind("kind: weg\nfolder: ../weg\nroles: {title: t}\nfields: {t: {type: string, required: true}}\n");
  content.load();
  const Lines lines = told(content.report);
  CHECK(lines == Lines{"kind-folder-doubled at 1:1", "kind-doubled at 1:7", "kind-nameless at 1:1",
                       "config-name-invalid at 1:7", "kind-folder-invalid at 2:9", "kind-folder-invalid at 2:9"});
}

TEST_CASE("Mix-ins that use themselves or that nothing uses are looked at") {
  Content content;
  content.kind("mixin: a\nuses: [b]\n");
  content.kind("mixin: b\nuses: [a]\n");
  content.kind("mixin: c\nfields: {x: {type: y}}\n");
  content.kind("kind: k\nuses: [a]\nfolder: k\nroles: {title: t}\nfields: {t: {type: string, required: true}}\n");
  content.load();
  REQUIRE(test::has(content.report, Code::kind_mixin_circular));
  CHECK(test::has(content.report, Code::config_choice_unknown));
  for (const Diagnostic& finding : content.report.findings()) {
    if (finding.code == Code::kind_mixin_circular) {
      CHECK(message(finding, Language::dutch) == "De mixin ‘a’ gebruikt zichzelf: a → b → a.");
    }
  }
}

TEST_CASE("A feed of each entry needs entries with pages") {
  Content content;
  content.kind(kPerson);
  content.kind("kind: boek\nfolder: boeken\nroles: {title: t}\nfields:\n  t: {type: string, required: true}\n"
               "  deel_van: {type: ref, kind: boek, inverse: delen}\nentry_feeds: [delen]\n");
  content.load();
  CHECK(told(content.report) == Lines{"kind-feed-without-page at 7:15"});
}

TEST_CASE("A kind with a mistake is left out, and nothing is said of its entries") {
  Content content;
  content.kind(kPerson);
  content.kind("kind: boek\nfolder: boeken\nroles: {title: weg}\n");
  content.load();
  CHECK(content.schema().find("persoon"));
  CHECK(content.schema().find("boek") == nullptr);
  content.report = {};
  CHECK_FALSE(content.read("content/boeken/x.md", "titel: x\n"));
  CHECK(content.report.empty());
}

TEST_CASE("An entry belongs to the kind with the deepest folder that holds it") {
  Content content;
  const std::string rest = "roles: {title: t}\nfields: {t: {type: string, required: true}}\n";
  content.kind("kind: a\nfolder: a\n" + rest);
  content.kind("kind: b\nfolder: a/b\n" + rest);
  const Schema& schema = content.load();
  CHECK(schema.of_path("content/a/x.md") == schema.find("a"));
  CHECK(schema.of_path("content/a/c/x.md") == schema.find("a"));
  CHECK(schema.of_path("content/a/b/x.md") == schema.find("b"));
  CHECK(schema.of_path("content/ab/x.md") == nullptr);
  CHECK(schema.of_path("a/x.md") == nullptr);
}

TEST_CASE("Components declare their fields as kinds do") {
  Report report;
  const auto node = parse::parse_yaml("fields:\n  tekst: {type: text, required: true}\n  bron: {type: strng}\nkop: x\n",
                                      "themes/t/components/quote.yaml", report);
  const ComponentType type = load_component("quote", "themes/t/components/quote.yaml", *node, report);
  CHECK(type.data.fields.size() == 2);
  CHECK(type.data.shape->slot_of("bron") == 1U);
  CHECK(told(report) == Lines{"config-choice-unknown at 3:16 -> string", "config-key-unknown at 4:1"});
}
