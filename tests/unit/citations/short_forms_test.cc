#include "citations/short_forms.h"

#include "citations/names.h"
#include "support/catch.h"

using namespace katern::citations;

TEST_CASE("a name is read as people write it in a list") {
  struct Case {
    const char* text;
    Name name;
  };
  // family, given, particle, dropping particle, suffix, literal
  const Case cases[] = {
      {"Jansen, A. B.", {"Jansen", "A. B.", "", "", "", ""}},
      {"Jansen, Anna", {"Jansen", "Anna", "", "", "", ""}},
      {"Berg, E. van den", {"Berg", "E.", "van den", "", "", ""}},
      {"van den Berg, E.", {"Berg", "E.", "van den", "", "", ""}},
      {"Van den Berg, E.", {"Van den Berg", "E.", "", "", "", ""}},
      {"'t Hart, M.", {"Hart", "M.", "'t", "", "", ""}},
      {"Vander Wal, R.", {"Vander Wal", "R.", "", "", "", ""}},
      {"Al-Husseini, S.", {"Al-Husseini", "S.", "", "", "", ""}},
      {"King, M. L., Jr.", {"King", "M. L.", "", "", "Jr.", ""}},
      {"Ministerie van OCW", {"", "", "", "", "", "Ministerie van OCW"}},
      {"  MBO   Raad ", {"", "", "", "", "", "MBO Raad"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(parse_name(c.text).value() == c.name);
  }
}

TEST_CASE("several names in one text are told apart from one") {
  for (const char* text :
       {"Jansen, A., Vries, B. de", "Jansen, A. & Vries, B. de", "Jansen, A.; Bos, B.", "Jansen, A. en Bos, B."}) {
    CAPTURE(text);
    CHECK(parse_name(text).error() == NameProblem::several);
  }
  CHECK(parse_name("Bos, Anna en Mol, Bert").error() == NameProblem::several);
  CHECK(parse_name("Hanna & Zee").value().literal == "Hanna & Zee");
  CHECK(parse_name(" ").error() == NameProblem::empty);
}

TEST_CASE("the name of an organisation may list what it is about") {
  for (const char* text : {"Ministerie van Onderwijs, Cultuur en Wetenschap", "Landbouw, Natuur & Voedselkwaliteit",
                           "Department for Culture, Media and Sport"}) {
    CAPTURE(text);
    CHECK(parse_name(text).value().literal == text);
  }
}

TEST_CASE("a date is a year, a month or a day, or two of them") {
  CHECK(parse_when("2022").value() == When{{2022, 0, 0}, {}, false, 0, ""});
  CHECK(parse_when("2022-03").value() == When{{2022, 3, 0}, {}, false, 0, ""});
  CHECK(parse_when("2022-03-03").value() == When{{2022, 3, 3}, {}, false, 0, ""});
  CHECK(parse_when("1900~").value() == When{{1900, 0, 0}, {}, true, 0, ""});
  CHECK(parse_when("2019/2021").value() == When{{2019, 0, 0}, DateParts{2021, 0, 0}, false, 0, ""});
  for (const char* text :
       {"", "22", "20222", "2022-13", "2022-02-30", "2022-3-3", "3-3-2022", "2021/2019", "2022/", "z.d."}) {
    CAPTURE(text);
    CHECK_FALSE(parse_when(text).has_value());
  }
}

TEST_CASE("a name stands alone, with initials, and in a list") {
  const auto name = [](const char* text) { return parse_name(text).value(); };
  CHECK(name_in_text(name("van den Berg, E.")) == "Van den Berg");
  CHECK(name_in_text(name("Hart, M. 't")) == "’t Hart");
  CHECK(name_with_initials(name("van den Berg, Ellen")) == "E. van den Berg");
  CHECK(name_in_list(name("van den Berg, Ellen")) == "Berg, E. van den");
  const Name dropped{"Tocqueville", "Alexis", "", "de", "", ""};
  CHECK(name_in_text(dropped) == "Tocqueville");
  CHECK(name_in_list(dropped) == "Tocqueville, A. de");
}
