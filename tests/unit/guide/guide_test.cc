#include "guide/json_schema.h"
#include "guide/markdown.h"
#include "guide/new_entry.h"
#include "guide/reference.h"
#include "schema/field.h"
#include "support/content.h"
#include "value/json.h"

using namespace katern;
using katern::test::Content;

namespace {

constexpr std::string_view kMeeting = R"(
kind: overleg
label: {one: Overleg, many: Overleggen}
folder: overleggen
roles: {title: titel, date: dag}
fields:
  titel: {type: string, required: true, max: 80}
  dag: {type: date}
  plek: {type: enum, values: [hier, daar], required: true, label: Plek, help: Waar het is.}
  kamer: {type: string, ask: true}
  vervolg_op: {type: ref, kind: overleg, label: Vervolg op}
  open: {type: bool, default: nee}
  leden: {type: list, required: true, of: {type: object, fields: {naam: {type: string, required: true}, rol: {type: string}}}}
)";

Value at(const Value& value, std::initializer_list<const char*> path) {
  Value found = value;
  for (const char* name : path) found = found.get(Name(name));
  return found;
}

std::string json(const Value& value) {
  std::string text;
  to_json(value, text);
  return text;
}

const schema::Kind& meeting(Content& content) { return *content.kind(kMeeting).load().find("overleg"); }

}  // namespace

TEST_CASE("what a kind requires is required, but for what has a default or is only asked for") {
  Content content;
  const schema::Kind& kind = meeting(content);
  const Value schema = guide::json_schema(kind, content.schema(), Language::dutch);
  CHECK(json(schema.get("required")) == R"(["titel","plek","leden"])");
  CHECK(json(schema.get("additionalProperties")) == "false");
  CHECK(json(at(schema, {"properties", "open", "default"})) == "false");
}

TEST_CASE("labels and help are titles and descriptions") {
  Content content;
  const schema::Kind& kind = meeting(content);
  const Value place = at(guide::json_schema(kind, content.schema(), Language::dutch), {"properties", "plek"});
  CHECK(json(place.get("title")) == R"("Plek")");
  CHECK(json(place.get("description")) == R"#("Waar het is. (kies uit: hier of daar)")#");
  CHECK(json(place.get("enum")) == R"(["hier","daar"])");
}

TEST_CASE("bounds of times and amounts are said as people say them") {
  Content content;
  content.kind(
      "kind: klus\nfolder: klussen\nroles: {title: titel}\nfields:\n  titel: {type: string, required: true}\n"
      "  duur: {type: duration, min: 1 s, max: 90 min}\n  prijs: {type: money, min: 0}\n");
  const Value fields = guide::reference(content.load(), Language::dutch).at(0).get("fields");
  const std::string time(fields.at(1).get("takes").as_string());
  CHECK(time.ends_with(", ten minste 1 seconde, hooguit 1 uur en 30 minuten"));
  CHECK(fields.at(2).get("takes").as_string() == "een bedrag, zoals € 2.000, niet onder nul");
  CHECK(fields.at(1).get("example").as_string() == "duur: 90 min");
}

TEST_CASE("all kinds stand in one document, each by its name") {
  Content content;
  meeting(content);
  const Value schema = guide::json_schema(content.schema(), Language::dutch);
  CHECK(json(schema.get("anyOf")) == R"([{"$ref":"#/$defs/overleg"}])");
  CHECK(at(schema, {"$defs", "overleg", "properties", "titel"}).is_object());
}

TEST_CASE("a new entry is named after its title, which it holds as YAML reads it back") {
  Content content;
  const schema::Kind& kind = meeting(content);
  for (const std::string title :
       {"Een begin", "Ja: \"nee\"", "'s Avonds", "#1", "- x", "2026", "null", "  Zo  maar "}) {
    const auto entry = guide::new_entry(kind, content.schema(), title, Date{20779}, Language::dutch);
    const auto end = entry.text.find("\n---\n", 4);
    REQUIRE(end != std::string::npos);
    Report report;
    const auto node = parse::parse_yaml(std::string_view(entry.text).substr(4, end - 3), "x.md", report);
    REQUIRE(node);
    CHECK(node->find("titel")->value.text == (title == "  Zo  maar " ? "Zo maar" : title));
    CHECK(node->find("dag")->value.text == iso(Date{20779}));
  }
  CHECK(guide::new_entry(kind, content.schema(), "Één & twee", {}, Language::dutch).path ==
        "content/overleggen/een-en-twee.md");
  CHECK(guide::new_entry(kind, content.schema(), "?!", {}, Language::dutch).path.empty());
}

TEST_CASE("a new entry marks what is required and what the kind asks for") {
  Content content;
  const schema::Kind& kind = meeting(content);
  const auto entry = guide::new_entry(kind, content.schema(), "Begin", {}, Language::dutch);
  CHECK(entry.to_fill == std::vector<std::string>{"plek", "kamer", "leden.naam"});
  CHECK(entry.text.find("\nleden:\n    # Vul in") != std::string::npos);
  CHECK(entry.text.find("\n  - naam:\n") != std::string::npos);
  CHECK(entry.text.find("\n#open: nee\n") != std::string::npos);
  CHECK(entry.text.find("# Vervolg op: de slug van een overleg.\n#vervolg_op: korte-naam\n") != std::string::npos);
}

namespace {

constexpr std::string_view kConcert = R"(
kind: concert
folder: concerten
roles: {title: titel}
fields:
  titel: {type: string, required: true, max: 20}
  soort: {type: enum, values: [klein, groot], required: true}
  plek: {type: string, required_when: "not online"}
  online: {type: bool, default: nee}
  adres: {type: url, required_when: online}
  zaal: {type: string, required_when: "soort == 'groot' and not adres"}
  zang: {type: string, required_when: {check: "soort in ['klein']", message: "Wie zingt er bij {{ titel }}?", message_en: "Who sings?"}}
  beeld: {type: object, fields: {soort: {type: string}, bestand: {type: image, required: true}, alt: {type: string, required_when: "not sier"}, sier: {type: bool}}}
rules:
  - {check: "titel | last == '!'", message: "Zet er een uitroepteken achter.", message_en: "End with an exclamation mark."}
)";

}  // namespace

TEST_CASE("a new entry tells below a choice what it brings along, and asks for what is needed as it is") {
  Content content;
  const schema::Kind& kind = *content.kind(kConcert).load().find("concert");
  const auto entry = guide::new_entry(kind, content.schema(), "Ja!", {}, Language::dutch);
  CHECK(entry.to_fill == std::vector<std::string>{"soort", "plek"});
  const auto stands = [&](std::string_view text) { return entry.text.find(text) != std::string::npos; };
  CHECK(stands("\nsoort:\n# Nodig bij ‘soort: groot’ en zonder ‘adres’ – zaal: één regel tekst.\n#zaal: …\n"));
  CHECK(stands("\n# Soms nodig (Wie zingt er bij …?) – zang: één regel tekst.\n#zang: …\n"));
  CHECK(stands("\n#online: nee\n\n# Nodig bij ‘online: ja’ – adres: "));
  const auto english = guide::new_entry(kind, content.schema(), "Ja!", {}, Language::english);
  CHECK(english.text.find("# Needed with ‘soort: groot’ and without ‘adres’ – zaal: ") != std::string::npos);
  CHECK(english.text.find("# May be needed (Who sings?) – zang: ") != std::string::npos);
}

TEST_CASE("the example of a group has all that the group cannot do without") {
  Content content;
  const schema::Kind& kind = *content.kind(kConcert).load().find("concert");
  const auto entry = guide::new_entry(kind, content.schema(), "Ja!", {}, Language::dutch);
  CHECK(entry.text.find("\n#beeld: {bestand: foto.jpg, alt: …}\n") != std::string::npos);
}

TEST_CASE("a title that its field or a rule about it refuses is told before anything is made") {
  Content content;
  const schema::Kind& kind = *content.kind(kConcert).load().find("concert");
  CHECK_FALSE(guide::refused_title(kind, "Ja!"));
  const auto plain = guide::refused_title(kind, "Ja");
  REQUIRE(plain);
  CHECK(message(*plain, Language::english) == "End with an exclamation mark.");
  const auto lengthy = guide::refused_title(kind, "Een veel te lange titel!");
  REQUIRE(lengthy);
  CHECK(lengthy->code == Code::field_text_long);
}

TEST_CASE("the reference tells every field, also those inside others") {
  Content content;
  const schema::Kind& kind = meeting(content);
  const Value kinds = guide::reference(kind, content.schema(), Language::english);
  const Value fields = kinds.at(0).get("fields");
  CHECK(fields.size() == kind.fields.size());
  CHECK(json(fields.at(6).get("fields").at(1).get("path")) == R"("leden.rol")");
  CHECK(json(fields.at(0).get("takes")) == R"("one line of text, at most 80 characters")");
}

TEST_CASE("nothing in a label is Markdown or HTML on the page of all fields") {
  Content content;
  const schema::Schema& schema = content
                                     .kind(
                                         "kind: a\nfolder: a\nroles: {title: t}\nfields: {t: {type: string, required: "
                                         "true, help: 'x | <b> *y*'}}\n")
                                     .load();
  const std::string page = guide::reference_as_markdown(guide::reference(schema, Language::dutch), Language::dutch);
  CHECK(page.find(R"(x \| \<b\> \*y\*)") != std::string::npos);
}
