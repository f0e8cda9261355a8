#include "support/catch.h"
#include "unit/templating/builtins_fixture.h"

namespace katern::templating {
namespace {

struct Case {
  std::string_view filter;
  std::string_view subject;  ///< JSON
  std::string_view arguments;
  std::string_view result;
};

TEST_CASE("dates, names and numbers are written in Dutch") {
  const auto [filter, subject, arguments, result] = GENERATE(values<Case>({
      {"datum", R"("2026-11-22")", "[]", "22 november 2026"},
      {"datum", R"("2026-11-02")", R"(["kort"])", "02-11-2026"},
      {"datum", R"("2026-11-22")", R"(["voluit"])", "zondag 22 november 2026"},
      {"datum", R"("2026-11-22T23:30")", "[]", "22 november 2026"},
      {"datum", R"("2026-11-22")", R"({"taal": "en"})", "22 November 2026"},
      {"datum", R"("2026-11-22")", R"(["mooi"])", "error: call-bad-value"},
      {"datum", R"("gisteren")", "[]", "error: call-wrong-subject"},
      {"tijd", R"("2026-11-22T09:30")", "[]", "9.30 uur"},
      {"tijd", R"("2026-11-22")", "[]", "error: call-wrong-subject"},
      {"format_date", R"("2026-11-22")", R"(["%d/%m"])", "22/11"},
      {"add_days", R"("2026-02-27")", "[2]", "2026-03-01"},
      {"add_days", R"("2026-02-27")", "[99999999]", "error: call-bad-value"},
      {"add_months", R"("2026-01-31")", "[1]", "2026-02-28"},
      {"days_until", R"("2026-01-01")", R"(["2026-12-25"])", "358"},
      {"days_until", R"("2026-01-01")", R"(["kerst"])", "error: call-wrong-argument"},
      {"getal", "1234567", "[]", "1.234.567"},
      {"getal", "1234.5", "[]", "1.234,5"},
      {"getal", "-1234.565", "[2]", "-1.234,57"},
      {"getal", "2000", "[2]", "2.000,00"},
      {"getal", "12.0", "[]", "12"},
      {"bedrag", "2000", "[]", "€\u00A02.000"},
      {"bedrag", "1234.5", "[]", "€\u00A01.234,50"},
      {"bedrag", "20", R"(["GBP"])", "£\u00A020"},
      {"bedrag", "1e300", "[]", "error: call-wrong-subject"},
      {"bedrag", R"("veel")", "[]", "error: call-wrong-subject"},
      {"duur", "5400", "[]", "1 uur en 30 minuten"},
      {"duur", "270", R"(["kort"])", "4:30"},
      {"duur", "5400", R"(["iso"])", "PT1H30M"},
      {"duur", "60", R"({"taal": "en"})", "1 minute"},
      {"duur", "60", R"(["mooi"])", "error: call-bad-value"},
      {"slug", R"("Café & Zó, ’s avonds")", "[]", "cafe-en-zo-s-avonds"},
  }));
  Bench bench;
  CAPTURE(filter, subject, arguments);
  CHECK(printed(bench.filter(filter, from(subject), arguments)) == result);
}

TEST_CASE("moments move by whole days") {
  Bench bench;
  const DateTime moment{1'000'000, 60};
  const auto moved = bench.filter("add_days", Value(moment), "[-1]");
  CHECK(moved->as_datetime().seconds == 1'000'000 - 86400);
}

TEST_CASE("a date never leaves the calendar") {
  Bench bench;
  CallResult date = Value(Date{0});
  for (int i = 0; i < 5 && date; ++i) date = bench.filter("add_months", *date, "[120000]");
  CHECK(printed(date) == "error: call-bad-value");
  date = Value(Date{0});
  for (int i = 0; i < 5 && date; ++i) date = bench.filter("add_days", *date, "[-3000000]");
  CHECK(printed(date) == "error: call-bad-value");
}

TEST_CASE("a person is named in whole, alone, to sort on, and as cited") {
  Bench bench;
  const Value person = from(R"({"voornaam": "Ellen", "tussenvoegsel": "van den", "achternaam": "Berg", "land": "NL"})");
  CHECK(printed(bench.filter("naam", person, "[]")) == "Ellen van den Berg");
  CHECK(printed(bench.filter("achternaam", person, "[]")) == "Van den Berg");
  CHECK(printed(bench.filter("sorteernaam", person, "[]")) == "Berg, Ellen van den");
  CHECK(printed(bench.filter("citeernaam", person, "[]")) == "Berg, E. van den");
  const Value own = from(R"({"voornaam": "Ellen", "achternaam": "Berg", "sorteernaam": "Bergje"})");
  CHECK(printed(bench.filter("sorteernaam", own, "[]")) == "Bergje");
}

TEST_CASE("organisations and plain texts have a name as well") {
  Bench bench;
  CHECK(printed(bench.filter("naam", from(R"({"naam": "ROC Voorbeeld"})"), "[]")) == "ROC Voorbeeld");
  CHECK(printed(bench.filter("sorteernaam", from(R"({"title": "Zomerschool"})"), "[]")) == "Zomerschool");
  CHECK(printed(bench.filter("naam", Value::view("J. de Vries"), "[]")) == "J. de Vries");
  CHECK(printed(bench.filter("naam", Value(1), "[]")) == "error: call-wrong-subject");
}

TEST_CASE("a text stands under the letter that it begins with, whatever its accents") {
  Bench bench;
  const std::pair<const char*, const char*> cases[] = {
      {"Éclair", "E"}, {"ĳs", "I"}, {"’s avonds", "S"}, {"  aap", "A"}, {"1984", "#"}, {"…", "#"}, {"", "#"},
  };
  for (const auto& [text, letter] : cases) CHECK(printed(bench.filter("letter", Value::view(text), "[]")) == letter);
  CHECK(printed(bench.filter("letter", Value(1), "[]")) == "error: call-wrong-subject");
}

TEST_CASE("Dutch order ignores case and accents, and puts what is missing last") {
  Bench bench;
  CHECK(printed(bench.filter("sort_nl", from(R"(["zee", "Éen", "eb", null, "Aap"])"), "[]")) ==
        "['Aap', 'eb', 'Éen', 'zee', None]");
  CHECK(printed(bench.filter("sort_nl", from(R"([{"n": 2}, {"n": 10}, {}])"), R"(["n"])")) ==
        "[{'n': 2}, {'n': 10}, {}]");
  CHECK(printed(bench.filter("sort_nl", from(R"(["a", "b"])"), R"({"reverse": true})")) == "['b', 'a']");
  const Value people = from(R"([{"voornaam": "Bo", "tussenvoegsel": "van", "achternaam": "Aa"},
                                {"voornaam": "An", "achternaam": "Zee"}, {"naam": "Midden"}])");
  const auto sorted = bench.filter("sort_nl", people, "[]");
  CHECK(printed(bench.filter("map", *sorted, R"(["sorteernaam"])")) == "['Aa, Bo van', 'Midden', 'Zee, An']");
}

}  // namespace
}  // namespace katern::templating
