#include "parse/yaml_mistakes.h"

#include <string_view>
#include <vector>

#include "parse/yaml.h"
#include "parse/yaml_line.h"
#include "support/catch.h"

using katern::Code;
using katern::Position;
using katern::Report;

namespace {

struct Case {
  std::string_view text;
  Code code;
  Position at;
  std::string_view mended;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    Report report;
    katern::parse::parse_yaml(c.text, "x.yaml", report);
    REQUIRE_FALSE(report.empty());
    const katern::Diagnostic& found = report.findings().front();
    CHECK(katern::info(found.code).name == katern::info(c.code).name);
    CHECK(found.place.at == c.at);
    CHECK(found.mended_line == c.mended);
  }
}

}  // namespace

TEST_CASE("common mistakes are named, with the line as it should be") {
  check({
      {"titel: Leren: hoe?\nb: 1", Code::yaml_colon_in_value, {1, 13}, "titel: \"Leren: hoe?\""},
      {"- titel: Leren: hoe?", Code::yaml_colon_in_value, {1, 15}, "- titel: \"Leren: hoe?\""},
      {"titel: Zeg \"ja\": nu", Code::yaml_colon_in_value, {1, 16}, "titel: 'Zeg \"ja\": nu'"},
      {"a: b\ntitel: \"Leren\nb: \"x\"", Code::yaml_quote_open, {2, 8}, "titel: \"Leren\""},
      {"titel: \"Leren", Code::yaml_quote_open, {1, 8}, "titel: \"Leren\""},
      {"titel: \"Leren\n", Code::yaml_quote_open, {1, 8}, "titel: \"Leren\""},
      {"titel: \"Leren\nb: c\n", Code::yaml_quote_open, {1, 8}, "titel: \"Leren\""},
      {"titel: 'Leren\n\n", Code::yaml_quote_open, {1, 8}, "titel: 'Leren'"},
      {"achternaam: 't Hart\n", Code::yaml_apostrophe, {1, 13}, "achternaam: \"'t Hart\""},
      {"achternaam: 't Hart\nb: c", Code::yaml_apostrophe, {1, 13}, "achternaam: \"'t Hart\""},
      {"titel: 's avonds", Code::yaml_apostrophe, {1, 8}, "titel: \"'s avonds\""},
      {"achternaam: 'd'Hondt'", Code::yaml_text_after_quote, {1, 15}, "achternaam: \"d'Hondt\""},
      {"titel: \"Leren\" is leuk", Code::yaml_text_after_quote, {1, 14}, "titel: '\"Leren\" is leuk'"},
      {"themas: [a, b\nb: x", Code::yaml_bracket_open, {1, 9}, "themas: [a, b]"},
      {"themas: {a: b\nb: x", Code::yaml_bracket_open, {1, 9}, "themas: {a: b}"},
      {"naam: x\nplaats:Amsterdam\nland: NL", Code::yaml_colon_space, {2, 7}, "plaats: Amsterdam"},
      {"leden:\n  - naam:Jan\n    land: NL", Code::yaml_colon_space, {2, 9}, "  - naam: Jan"},
      {"leden:\n- a\n-b", Code::yaml_dash_space, {3, 1}, "- b"},
      {"leden:\n  - a\n  -b: c", Code::yaml_dash_space, {3, 3}, "  - b: c"},
      {"naam: x\n  plaats: y", Code::yaml_indentation, {2, 1}, "plaats: y"},
      {"a:\n  b: 1\n c: 2", Code::yaml_indentation, {3, 1}, "  c: 2"},
      {"a:\n  - b: 1\n     c: 2", Code::yaml_indentation, {3, 1}, "    c: 2"},
      {"a: @foo", Code::yaml_reserved_start, {1, 4}, "a: \"@foo\""},
      {"a: `foo`", Code::yaml_reserved_start, {1, 4}, "a: \"`foo`\""},
      {"a: %foo", Code::yaml_reserved_start, {1, 4}, "a: \"%foo\""},
      {"a: **foo**", Code::yaml_reserved_start, {1, 4}, "a: \"**foo**\""},
      {"a: >foo", Code::yaml_reserved_start, {1, 4}, "a: \">foo\""},
      {"- @foo", Code::yaml_reserved_start, {1, 3}, "- \"@foo\""},
      {"b: }x", Code::yaml_reserved_start, {1, 4}, "b: \"}x\""},
      {"pad: \"C:\\map\"", Code::yaml_backslash, {1, 9}, "pad: 'C:\\map'"},
      {"a: - b", Code::yaml_list_beside_key, {1, 4}, ""},
      {"a: x\ntitel leren\nb: y", Code::yaml_colon_missing, {2, 1}, "titel: leren"},
      {"a:\n- b\nc", Code::yaml_colon_missing, {3, 1}, ""},
      {"a:\n  - b\n  - c\n  d e\n", Code::field_list_without_dash, {4, 3}, "  - d e"},
      {"a:\n\tb: c", Code::yaml_tab, {2, 1}, "  b: c"},
      {"\ta: b", Code::yaml_tab, {1, 1}, "a: b"},
      {"a: b\n\tc: d", Code::yaml_tab, {2, 1}, "c: d"},
      {"# a\n\n\ta:", Code::yaml_tab, {3, 1}, "a:"},
      {"a: b\n\tc d", Code::yaml_tab, {2, 1}, "  c d"},
      {"a: |\n\tc: d", Code::yaml_tab, {2, 1}, "  c: d"},
      {"a: {b: c,\n\td: e}", Code::yaml_tab, {2, 1}, "  d: e}"},
      {"- a: b\n\tc: d", Code::yaml_tab, {2, 1}, "  c: d"},
      {"a:\n  b: c\n\td: e", Code::yaml_tab, {3, 1}, "  d: e"},
      {"a:\n  b: c\n\xC2\xA0 d: e", Code::yaml_odd_space, {3, 1}, "  d: e"},
      {"- a\nb: c", Code::yaml_syntax, {2, 1}, ""},
  });
}

TEST_CASE("a comma that begins a field between braces is told with the value that was meant") {
  check({
      {"a: {deel: 1,5}", Code::yaml_comma_in_value, {1, 11}, "a: {deel: 1.5}"},
      {"a: {b: c, deel: 1,5, d: e}", Code::yaml_comma_in_value, {1, 17}, "a: {b: c, deel: 1.5, d: e}"},
      {"a: {naam: Jansen, A., B., rol: x}",
       Code::yaml_comma_in_value,
       {1, 11},
       "a: {naam: \"Jansen, A., B.\", rol: x}"},
      {"a: {naam: één, twee }", Code::yaml_comma_in_value, {1, 11}, "a: {naam: \"één, twee\" }"},
      {"a: {b: [c], d}", Code::yaml_colon_missing, {1, 13}, ""},
      {"a: {b, c: d}", Code::yaml_colon_missing, {1, 5}, ""},
  });
}

TEST_CASE("what is read otherwise than it looks gets a warning") {
  check({
      {"titel: “Leren”", Code::yaml_curly_quotes, {1, 8}, "titel: \"Leren\""},
      {"titel: „Leren”  # x", Code::yaml_curly_quotes, {1, 8}, "titel: \"Leren\"  # x"},
      {"titel: ‘Leren’", Code::yaml_curly_quotes, {1, 8}, "titel: \"Leren\""},
      {"kleur: #ff0000", Code::yaml_value_is_comment, {1, 8}, "kleur: \"#ff0000\""},
      {"titel: Practoraat #1 en meer", Code::yaml_comment_in_value, {1, 19}, "titel: \"Practoraat #1 en meer\""},
      {"delen:\n  - deel #2", Code::yaml_comment_in_value, {2, 10}, "  - \"deel #2\""},
      {"a: een\n  twee #3", Code::yaml_comment_in_value, {2, 8}, ""},
  });
}

TEST_CASE("what is read as it looks gets none") {
  for (const char* text :
       {"a: “een” en “twee”", "a: \"“een”\"", "a: Zij zei “een”", "a:  # leeg", "b: ‘s avonds’ of ‘s ochtends’",
        "a: b # een aantekening", "a: b #", "a: b ####", "a: C# en x#1", "a: \"b\" #1", "a: [b, c] #1"}) {
    INFO(text);
    Report report;
    CHECK(katern::parse::parse_yaml(text, "x.yaml", report));
    CHECK(report.empty());
  }
}

TEST_CASE("lines before the mistake that are well are not blamed") {
  check({
      {"a: \"een\n  b: c: d\"\ntekst: |\n  x: y: z\n  [\nlijst: [a,\n  b]\nurl: https://x.nl/a:b\ntitel: a: b",
       Code::yaml_colon_in_value,
       {9, 9},
       "titel: \"a: b\""},
      {"a:\n- b: 1\n  c: 2\n- d: 3\ntitel: a: b", Code::yaml_colon_in_value, {5, 9}, "titel: \"a: b\""},
      {"lang: een\n  twee drie\ntitel: a: b", Code::yaml_colon_in_value, {3, 9}, "titel: \"a: b\""},
      {"lijst: [\n  a\n]\ntitel: a: b", Code::yaml_colon_in_value, {4, 9}, "titel: \"a: b\""},
      {"naam: 'x'  # ja: nee\n# a: b: c\ntitel: a: b", Code::yaml_colon_in_value, {3, 9}, "titel: \"a: b\""},
  });
}

TEST_CASE("a negative number below its key is no dash without a space") {
  Report report;
  CHECK(katern::parse::parse_yaml("waarde:\n  -5\nander: [\n  -5]\n", "x.yaml", report));
  CHECK(report.empty());
}

TEST_CASE("quoting picks the quotes that need no escaping") {
  CHECK(katern::parse::in_quotes("a: b") == "\"a: b\"");
  CHECK(katern::parse::in_quotes("a \"b\"") == "'a \"b\"'");
  CHECK(katern::parse::in_quotes("'t \"b\"") == "'''t \"b\"'");
}
