#include "schema/record.h"

#include "support/content.h"

using namespace katern;
using namespace katern::schema;
using test::Content;
using test::has;
using test::told;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kBook = R"(kind: boek
label: {one: Boek, many: Boeken}
folder: boeken
url: "/boeken/{{ slug }}/"
roles: {title: titel, slug: slug, summary: intro}
fields:
  titel: {type: string, required: true, max: 20}
  slug: {type: string}
  intro: {type: text}
  jaar: {type: int, min: 1900, default: 2000}
  prijs: {type: number}
  open: {type: bool}
  dag: {type: date}
  status: {type: enum, values: [actief, gestopt]}
  web: {type: url}
  trefwoorden: {type: list, max: 2, of: {type: string}}
  auteurs: {type: list, min: 1, of: {type: ref, kind: persoon, inverse: boeken}}
  drukken:
    type: list
    of:
      type: object
      fields:
        nummer: {type: int, required: true}
        dag: {type: date}
        drukker: {type: ref, kind: persoon}
  omslag: {type: object, fields: {bestand: {type: image, required: true}, alt: {type: string, default: Omslag}}}
  oordelen: {type: map, keys: data.schaal.criteria, of: {type: int}}
  talen: {type: map, max: 2, of: {type: string}}
  tekst: {type: markdown}
  bijlage: {type: file}
)";

constexpr const char* kPerson = R"(kind: persoon
label: {one: Persoon, many: Personen}
folder: personen
roles: {title: "{{ voornaam }} {{ achternaam }}"}
fields:
  voornaam: {type: string, required: true}
  achternaam: {type: string, required: true}
  geboren: {type: date}
)";

Content library() {
  Content content;
  content.kind(kBook).kind(kPerson).data("schaal", "criteria: [inhoud, vorm]\n");
  content.load();
  REQUIRE(told(content.report) == Lines{});
  return content;
}

/// The findings of a book with this front matter below its title.
Lines findings_of(std::string_view front_matter) {
  Content content = library();
  const auto record = content.read("content/boeken/x.md", "titel: Een boek\n" + std::string(front_matter));
  const Lines lines = told(content.report);
  CHECK(record.has_value() == lines.empty());
  return lines;
}

Value value(const Record& record, std::string_view name) { return Value::lend(*record.data).get(Name(name)); }

}  // namespace

TEST_CASE("Front matter becomes values of the declared types") {
  Content content = library();
  const auto record = content.read("content/boeken/x.md", R"(titel: 'Over één: "ja"'
prijs: 7.50
open: nee
dag: 2026-11-22
status: actief
web: https://voorbeeld.nl
trefwoorden: [ja, "1"]
auteurs: [jan, piet]
drukken:
  - {nummer: 1, dag: 2026-01-01}
  - nummer: 2
    drukker: jan
omslag: {bestand: ../foto.jpg}
oordelen: {vorm: 3}
talen: {nl: ja, en: }
tekst: "Met *nadruk*."
bijlage: stuk.pdf
)");
  REQUIRE(told(content.report) == Lines{});
  REQUIRE(record);
  CHECK(record->kind->name == "boek");
  CHECK(record->path == "content/boeken/x.md");
  CHECK(record->slug == "over-een-ja");
  CHECK(value(*record, "titel").as_string() == "Over één: \"ja\"");
  CHECK(value(*record, "jaar").as_integer() == 2000);
  CHECK(value(*record, "prijs").as_number() == 7.5);
  CHECK(value(*record, "open").kind() == ValueKind::boolean);
  CHECK(value(*record, "intro").is_none());
  CHECK(value(*record, "trefwoorden").at(0).as_string() == "ja");
  CHECK(value(*record, "auteurs").at(1).as_string() == "piet");
  CHECK(value(*record, "drukken").at(1).get("dag").is_none());
  CHECK(value(*record, "omslag").get("alt").as_string() == "Omslag");
  CHECK(value(*record, "oordelen").get("vorm").as_integer() == 3);
  CHECK(value(*record, "oordelen").get("inhoud").is_none());
  CHECK(value(*record, "talen").size() == 2);
  CHECK(value(*record, "talen").get("en").is_none());
  CHECK(value(*record, "tekst").is_markup());
  CHECK(value(*record, "onbekend").is_undefined());

  CHECK(record->positions[0].line == 2);
  CHECK(record->positions[1].line == 0);
  REQUIRE(record->references.size() == 3);
  CHECK(record->references[1].slug == "piet");
  CHECK(record->references[1].value == &record->references[1].list->items[1]);
  CHECK(record->references[2].list == nullptr);
  CHECK(record->kind->fields[record->references[2].top_field].name == "drukken");
  REQUIRE(record->attachments.size() == 2);
  CHECK(record->attachments[0].path == "content/foto.jpg");
  CHECK(record->attachments[1].path == "content/boeken/stuk.pdf");
  REQUIRE(record->markdown_fields.size() == 1);
}

TEST_CASE("Each mistake in front matter is a finding with its place and, where it is clear, the line as it should be") {
  const std::pair<const char*, Lines> cases[] = {
      {"prjs: 3\n", {"field-unknown at 3:1 -> prijs"}},
      {"geboren: 2026-01-01\n", {"field-of-other-kind at 3:1"}},
      {"heel_wat_anders: 1\n", {"field-unknown at 3:1"}},
      {"dag: 21-11-2026\n", {"field-date-order at 3:6 => dag: 2026-11-21"}},
      {"prijs: 7,50\n", {"field-decimal-comma at 3:8 => prijs: 7.50"}},
      {"open: Ja\n", {"field-not-flag at 3:7 => open: ja"}},
      {"status: aktief\n", {"field-not-choice at 3:9 -> actief => status: actief"}},
      {"web: www.voorbeeld.nl\n", {"field-not-url at 3:6 => web: https://www.voorbeeld.nl"}},
      {"jaar: 1800\n", {"field-number-small at 3:7"}},
      {"jaar: [1]\n", {"field-not-text at 3:7"}},
      {"trefwoorden: een, twee\n", {"field-not-list at 3:14 => trefwoorden: [\"een, twee\"]"}},
      {"trefwoorden: [a, b, c]\n", {"field-items-many at 3:14"}},
      {"auteurs: []\n", {"field-items-few at 3:10"}},
      {"auteurs: [Jan Jansen]\n", {"field-not-reference at 3:11"}},
      {"auteurs:\n  - Jan Jansen\n  - piet\n", {"field-not-reference at 4:5 =>   - jan-jansen"}},
      {"auteurs:\n  -\n  - piet\n", {"field-item-empty at 4:3"}},
      {"auteurs:\n  piet\n  jan-jansen\n", {"field-list-without-dash at 4:3 =>   - piet"}},
      {"auteurs:\n  -piet\n  -jan-jansen\n", {"field-list-without-dash at 4:3 =>   - piet"}},
      {"trefwoorden:\n  een woord\n  twee\n", {"field-list-without-dash at 4:3"}},
      {"drukken:\n  nummer: 1\n", {"field-list-without-dash at 4:3"}},
      {"drukken:\n  - nummer: 1\n    dag: 1-2-2026\n", {"field-date-order at 5:10 =>     dag: 2026-02-01"}},
      {"drukken:\n  - dag: 1-2-2026\n    nummer: 1\n", {"field-date-order at 4:10 =>   - dag: 2026-02-01"}},
      {"drukken: [{nummer: 1, dag: 1-2-2026}]\n", {"field-date-order at 3:28"}},
      {"drukken:\n  - {nmmer: 1, nummer: 1}\n", {"field-unknown at 4:6 -> nummer"}},
      {"drukken:\n  - dag: 2026-01-01\n", {"field-missing at 4:5"}},
      {"drukken:\n  - los\n", {"field-not-group at 4:5"}},
      {"omslag: foto.jpg\n", {"field-not-group at 3:9"}},
      {"omslag: {bestand: /foto.jpg}\n", {"field-path-outside at 3:19"}},
      {"omslag: {bestand: ../../foto.jpg}\n", {"field-path-outside at 3:19"}},
      {"oordelen: {vrom: 3}\n", {"field-map-key-unknown at 3:12 -> vorm"}},
      {"oordelen: [3]\n", {"field-not-group at 3:11"}},
      {"talen: {a: a, b: b, c: c}\n", {"field-items-many at 3:8"}},
      {"slug: ../x\n", {"field-not-slug at 3:7"}},
      {"slug: Een Boek\n", {"field-not-slug at 3:7"}},
  };
  for (const auto& [front_matter, expected] : cases) {
    INFO(front_matter);
    CHECK(findings_of(front_matter) == expected);
  }
}

TEST_CASE("All findings of an entry are told at once") {
  CHECK(findings_of("prijs: x\ndag: y\nopen: z\n").size() == 3);
}

TEST_CASE("What is required must be there and must not be empty") {
  Content content = library();
  CHECK_FALSE(content.read("content/boeken/x.md", "prijs: 3\n"));
  CHECK_FALSE(content.read("content/boeken/x.md", "prijs: 3\ntitel:\n"));
  CHECK_FALSE(content.read("content/boeken/x.md", "prijs: 3\ntitel: \"\"\n"));
  CHECK(told(content.report) == Lines{"field-missing at 2:1", "field-empty at 3:1"});
}

TEST_CASE("A text in quotes is there even when it is empty") {
  Content content = library();
  const auto record = content.read("content/boeken/x.md", "titel: x\nintro: \"\"\n");
  REQUIRE(record);
  CHECK(value(*record, "intro").is_string());
  CHECK(value(*record, "intro").as_string().empty());
}

TEST_CASE("A slug is what the entry says, or made of its title") {
  Content content = library();
  CHECK(content.read("content/boeken/bestand.md", "titel: Zorg & Zo\n")->slug == "zorg-en-zo");
  CHECK(content.read("content/boeken/bestand.md", "titel: Zorg\nslug: iets\n")->slug == "iets");
  CHECK(content.read("content/personen/p.md", "voornaam: Jan\nachternaam: \"'t Hart\"\n")->slug == "jan-t-hart");
  CHECK(told(content.report) == Lines{});
  CHECK_FALSE(content.read("content/boeken/bestand.md", "titel: \"!?\"\n"));
  CHECK(told(content.report) == Lines{"entry-slug-missing at 2:1"});
}

TEST_CASE("A slug waits for no other entry: the file's name stands for a title made of references") {
  Content content;
  content.kind(kPerson);
  content.kind(
      "kind: review\nfolder: reviews\nroles: {title: \"Review van {{ wie.title }}\"}\nfields:\n"
      "  wie: {type: ref, kind: persoon, required: true}\n");
  content.load();
  CHECK(content.read("content/reviews/review-2026.md", "wie: jan-jansen\n")->slug == "review-2026");
  CHECK(told(content.report) == Lines{});
}

TEST_CASE("A file in a folder of no kind is told so, with the nearest folder") {
  Content content = library();
  CHECK_FALSE(content.read("content/boekn/x.md", "titel: x\n"));
  CHECK(told(content.report) == Lines{"entry-without-kind at 0:0 -> boeken"});
}

TEST_CASE("Front matter that is a list is told so") {
  Content content = library();
  CHECK_FALSE(content.read("content/boeken/x.md", "- titel\n"));
  CHECK(told(content.report) == Lines{"entry-not-fields at 2:1"});
}

TEST_CASE("An empty front matter misses what is required") {
  Content content = library();
  CHECK_FALSE(content.read("content/boeken/x.md", ""));
  CHECK(test::has(content.report, Code::field_missing));
}

TEST_CASE("A pattern that does not match shows what belongs there") {
  Content content;
  content.kind(
      "kind: k\nfolder: k\nroles: {title: t}\nfields:\n  t: {type: string, required: true}\n"
      "  code: {type: string, pattern: \"[A-Z]{3}\", pattern_help: drie hoofdletters}\n");
  content.load();
  CHECK_FALSE(content.read("content/k/x.md", "t: x\ncode: abc\n"));
  CHECK(message(content.report.findings()[0], Language::dutch) == "‘abc’ heeft niet de vorm die bij ‘code’ hoort.");
  CHECK(advice(content.report.findings()[0], Language::dutch) == "Schrijf drie hoofdletters.");
}

TEST_CASE("A component cannot stand in a markdown field") {
  Content content = library();
  ReadOptions options;
  const auto declaration = parse::parse_yaml("fields: {}", "x", content.report);
  std::vector<ComponentType> components;
  components.push_back(load_component("quote", "x", *declaration, content.report));
  options.components = components;
  content.read("content/boeken/x.md", "titel: x\ntekst: |\n  ```quote\n  tekst: hallo\n  ```\n", options);
  CHECK(test::has(content.report, Code::field_component_in_text));
}

TEST_CASE("Objects with rules are listed with the places of their fields") {
  Content content;
  content.kind(
      "kind: k\nfolder: k\nroles: {title: t}\nfields:\n  t: {type: string, required: true}\n"
      "  d: {type: list, of: {type: object, fields: {a: {type: int}, b: {type: int}}, "
      "rules: [{check: \"a\", message: x}]}}\n");
  content.load();
  REQUIRE(told(content.report) == Lines{});
  const auto record = content.read("content/k/x.md", "t: x\nd:\n  - a: 1\n  - b: 2\n");
  REQUIRE(record);
  REQUIRE(record->ruled_objects.size() == 2);
  CHECK(record->ruled_objects[0].positions[0] == Position{4, 8});
  CHECK(record->ruled_objects[0].positions[1].line == 0);
  CHECK(record->ruled_objects[1].data->slot(1).as_integer() == 2);
}

TEST_CASE("A component's data is read by its declaration, and a mistake in it leaves the entry usable") {
  Content content = library();
  const auto declaration = parse::parse_yaml(
      "fields: {tekst: {type: string, required: true}, wie: {type: ref, kind: persoon}}", "x", content.report);
  std::vector<ComponentType> components;
  components.push_back(load_component("quote", "x", *declaration, content.report));
  ReadOptions options;
  options.components = components;
  parse::Document document;
  document.path = "content/boeken/x.md";
  document.front_matter = *parse::parse_yaml("titel: x", document.path, content.report, 2);
  const auto data = [&](const char* yaml) { return *parse::parse_yaml(yaml, document.path, content.report, 9); };
  document.body.components.push_back({"quote", data("tekst: hallo\nwie: jan\n"), {8, 1}});
  document.body.components.push_back({"quote", data("wat: hallo\n"), {18, 1}});
  const auto record = read_record(content.schema(), std::move(document), content.report, options);
  REQUIRE(record);
  REQUIRE(record->components.size() == 2);
  CHECK(record->components[0].get("tekst").as_string() == "hallo");
  REQUIRE(record->references.size() == 1);
  CHECK(record->references[0].top_field == kNoField);
  CHECK(told(content.report) == Lines{"field-missing at 9:1", "field-unknown at 9:1"});
}

TEST_CASE("Front matter that is a list is not read as an entry") {
  Content content = library();
  CHECK_FALSE(content.read("content/boeken/x.md", "- een\n- twee\n"));
  CHECK(told(content.report) == Lines{"entry-not-fields at 2:1"});
  CHECK(has(content.report, Code::entry_not_fields));
}
