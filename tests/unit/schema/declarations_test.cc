#include "support/content.h"

using namespace katern;
using namespace katern::schema;
using test::Content;
using test::told;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kBook = R"(kind: boek
folder: boeken
roles: {title: titel}
fields:
  titel: {type: string, required: true}
  auteurs: {type: list, of: {type: ref, kind: boek}}
  trefwoorden: {type: list, of: {type: string}}
)";

}  // namespace

TEST_CASE("A mix-in that nothing uses is held against all that no kind can change") {
  const std::pair<const char*, Lines> cases[] = {
      {"uses: [zz]\n", {"kind-mixin-circular at 2:8"}},
      {"uses: [nope]\n", {"kind-mixin-unknown at 2:8"}},
      {"roles: {titel: a}\n", {"config-key-unknown at 2:9 -> title"}},
      {"rules: [{check: \"=(\", message: x}]\n", {"template-bracket-unclosed at 2:19"}},
      {"rules: [{check: a, message: x, severity: y}]\n", {"config-choice-unknown at 2:42"}},
      {"visible_if: \"==\"\n", {"template-token-unexpected at 2:14"}},
      {"listings: []\n", {"config-key-unknown at 2:1"}},
      {"fields: {a: {type: enum, values: []}}\n", {"kind-values-missing at 2:13"}},
      {"fields: {titel: {type: string}}\nroles: {title: titel}\n", {"kind-title-optional at 2:10"}},
      {"roles: {summary: intro}\nsort: [niks]\nrules: [{check: b, message: x, field: b}]\n", {}},
  };
  for (const auto& [yaml, expected] : cases) {
    INFO(yaml);
    Content content;
    content.kind("mixin: zz\n" + std::string(yaml));
    content.load();
    CHECK(told(content.report) == expected);
  }
}

TEST_CASE("A field needs choices that differ, and an object fields") {
  const std::pair<const char*, Lines> cases[] = {
      {"a: {type: enum, values: []}", {"kind-values-missing at 5:6"}},
      {"a: {type: enum, values: [klein, groot, klein]}", {"kind-value-doubled at 5:42"}},
      {"a: {type: map, keys: [x, x], of: {type: int}}", {"kind-value-doubled at 5:28"}},
      {"a: {type: object, fields: {}}", {"kind-fields-missing at 5:29"}},
      {"a: {type: list, of: {type: object, fields: {}}}", {"kind-fields-missing at 5:46"}},
  };
  for (const auto& [field, expected] : cases) {
    INFO(field);
    Content content;
    content.kind("kind: k\nfolder: k\nroles: {title: t}\nfields:\n  " + std::string(field) +
                 "\n  t: {type: string, required: true}\n");
    content.load();
    CHECK(told(content.report) == expected);
  }
}

TEST_CASE("What is chosen or referred to twice is a finding at the second") {
  const std::pair<const char*, Lines> cases[] = {
      {"auteurs: [jan, piet, jan]\n", {"field-item-doubled at 3:22"}},
      {"auteurs:\n  - jan\n  - jan\n  - jan\n", {"field-item-doubled at 5:5", "field-item-doubled at 6:5"}},
      {"trefwoorden: [a, a]\n", {}},
      {"auteurs: [jan, piet]\n", {}},
  };
  for (const auto& [fields, expected] : cases) {
    INFO(fields);
    Content content;
    content.kind(kBook);
    content.load();
    content.read("content/boeken/x.md", "titel: Boek\n" + std::string(fields));
    CHECK(told(content.report) == expected);
  }
}

TEST_CASE("Each text of an entry has its own ids") {
  Content content;
  content.kind(
      "kind: k\nfolder: k\nroles: {title: t}\nfields:\n  t: {type: string, required: true}\n  uitleg: {type: "
      "markdown}\n"
      "  stappen: {type: list, of: {type: object, fields: {tekst: {type: markdown}}}}\n");
  content.load();
  const auto record = content.read(
      "content/k/x.md", "t: x\nuitleg: '## Begin'\nstappen:\n  - tekst: '## Begin'\n  - tekst: '## Begin'\n");
  REQUIRE(record);
  REQUIRE(record->markdown_fields.size() == 3);
  Lines ids;
  for (const MarkdownField& field : record->markdown_fields) ids.push_back(field.body.headings.at(0).id);
  CHECK(ids == Lines{"uitleg_begin", "tekst_begin", "tekst-2_begin"});
}
