#include "schema/data_files.h"
#include "schema/dates_as_written.h"
#include "schema/mended_line.h"
#include "schema/named.h"
#include "schema/numbers.h"
#include "schema/web_names.h"
#include "support/content.h"

using namespace katern;
using namespace katern::schema;

TEST_CASE("Numbers are written as people do") {
  CHECK(to_text(12) == "12");
  CHECK(to_text(7.5) == "7.5");
  CHECK(to_text(-3) == "-3");
  CHECK(parse_number("-0.25") == -0.25);
  CHECK_FALSE(parse_number("1."));
  CHECK_FALSE(parse_number(".5"));
  CHECK_FALSE(parse_number("inf"));
  CHECK_FALSE(parse_integer("+1"));
}

TEST_CASE("A date is guessed from the ways in which people write it") {
  CHECK(guess_date("1 januari 2026") == to_date({2026, 1, 1}));
  CHECK(guess_date("01-12-2026") == to_date({2026, 12, 1}));
  CHECK_FALSE(guess_date("1-13-2026"));
  CHECK_FALSE(guess_date("1-1-26"));
  CHECK_FALSE(guess_date("1-1-1-2026"));
  CHECK_FALSE(guess_date("een twee drie"));
  CHECK_FALSE(guess_date(""));
}

TEST_CASE("A mended value is quoted where YAML asks for it") {
  CHECK(yaml_scalar("gewoon") == "gewoon");
  CHECK(yaml_scalar("Zorg: technologie") == "\"Zorg: technologie\"");
  CHECK(yaml_scalar("a #b") == "\"a #b\"");
  CHECK(yaml_scalar("zeg \"ja\"") == "zeg \"ja\"");
  CHECK(yaml_scalar("\"ja\"") == "\"\\\"ja\\\"\"");
  CHECK(yaml_scalar("- a") == "\"- a\"");
  CHECK(yaml_scalar("-5") == "-5");
  CHECK(yaml_scalar("") == "\"\"");
  CHECK(yaml_scalar("~") == "\"~\"");
  CHECK(yaml_scalar("a\tb\nc\r") == "\"a\\tb\\nc\\r\"");
  CHECK(yaml_scalar("a, b") == "a, b");
  CHECK(yaml_scalar("a, b", true) == "\"a, b\"");
}

TEST_CASE("The variables of an expression are found") {
  using Names = std::vector<std::string_view>;
  CHECK(named_in("status != 'in oprichting' or practoren") == Names{"status", "or", "practoren"});
  CHECK(named_in("gestart | add_months(12) >= today") == Names{"gestart", "today"});
  CHECK(named_in("a.b is defined and c is not none") == Names{"a", "is", "and", "c", "is"});
  CHECK(named_in("'it\\'s' ~ naam") == Names{"naam"});
  CHECK(named_in("\"open") == Names{});
  CHECK(named_in_template("x {{ naam }} y {{ a.b }}") == Names{"naam", "a"});
  CHECK(named_in_template("x {{ naam") == Names{"naam"});
}

TEST_CASE("Paths of the site are clean") {
  CHECK(is_site_path("/"));
  CHECK(is_site_path("/berichten/"));
  CHECK(is_site_path("/a/b.html"));
  for (const char* bad : {"", "berichten/", "//x/", "/a//b/", "/../", "/./", "/a b/", "/é/", "/a?b", "/a\nb/"}) {
    INFO(bad);
    CHECK_FALSE(is_site_path(bad));
  }
}

TEST_CASE("Data files give lists of texts") {
  Report report;
  const auto node = [&](std::string_view yaml) { return *parse::parse_yaml(yaml, "x", report); };
  const std::vector<NamedNode> files{
      {"content/data/schalen.yaml", node("niveaus: [laag, hoog]\ndiep: {punten: {a: 1, b: 2}}\nlijst: [[a]]\n")},
      {"content/data/rooster.yaml", node("gebieden:\n  - {naam: A, criteria: [x, y]}\n  - {naam: B, criteria: [z]}\n")},
  };
  const DataFiles data(files);
  using Texts = std::vector<std::string>;
  CHECK(data.texts("data.schalen.niveaus") == Texts{"laag", "hoog"});
  CHECK(data.texts("data.schalen.diep.punten") == Texts{"a", "b"});
  CHECK(data.texts("data.rooster.gebieden.criteria") == Texts{"x", "y", "z"});
  CHECK(data.texts("data.rooster.gebieden.naam") == Texts{"A", "B"});
  CHECK(data.texts("data.rooster").value() == Texts{"gebieden"});
  CHECK(data.texts("data.schalen.niveau").error() == DataFiles::Failure::missing);
  CHECK(data.texts("data.schaal.niveaus").error() == DataFiles::Failure::missing);
  CHECK(data.texts("schalen.niveaus").error() == DataFiles::Failure::missing);
  CHECK(data.texts("data.schalen.lijst").error() == DataFiles::Failure::not_texts);
}
