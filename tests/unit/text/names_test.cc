#include "text/names.h"

#include <vector>

#include "support/catch.h"

using namespace katern;

namespace {

struct Case {
  text::PersonName name;
  const char* full;
  const char* family;
  const char* sorted;
  const char* cited;
};

// title, given, initials, prefix, family, country
const std::vector<Case> kCases = {
    {{"", "Ellen", "", "van den", "Berg", "NL"},
     "Ellen van den Berg",
     "Van den Berg",
     "Berg, Ellen van den",
     "Berg, E. van den"},
    {{"", "Ellen", "", "van den", "Berg", "BE"},
     "Ellen van den Berg",
     "Van den Berg",
     "Van den Berg, Ellen",
     "Van den Berg, E."},
    {{"", "Ellen", "", "van den", "Berg", ""},
     "Ellen van den Berg",
     "Van den Berg",
     "Berg, Ellen van den",
     "Berg, E. van den"},
    {{"dr.", "Jan-Willem", "", "", "Jansen", "NL"},
     "dr. Jan-Willem Jansen",
     "Jansen",
     "Jansen, Jan-Willem",
     "Jansen, J.-W."},
    {{"", "Anna Maria", "", "de", "Wit", "NL"}, "Anna Maria de Wit", "De Wit", "Wit, Anna Maria de", "Wit, A. M. de"},
    {{"", "Maarten", "", "'t", "Hart", "NL"}, "Maarten ’t Hart", "’t Hart", "Hart, Maarten ’t", "Hart, M. ’t"},
    {{"", "Jan", "", "in 't", "Veld", "NL"}, "Jan in ’t Veld", "In ’t Veld", "Veld, Jan in ’t", "Veld, J. in ’t"},
    {{"", "Luc", "", "d'", "Hondt", "BE"}, "Luc d’Hondt", "d’Hondt", "d’Hondt, Luc", "d’Hondt, L."},
    {{"", "Eva", "E.M.", "", "Smit", "NL"}, "Eva Smit", "Smit", "Smit, Eva", "Smit, E. M."},
    {{"", "", "E.M.", "van", "Dijk", "NL"}, "E.M. van Dijk", "Van Dijk", "Dijk, E.M. van", "Dijk, E. M. van"},
    {{"", "IJsbrand", "", "", "Bos", "NL"}, "IJsbrand Bos", "Bos", "Bos, IJsbrand", "Bos, IJ."},
    {{"", "Élise", "", "", "D'Haese", "BE"}, "Élise D’Haese", "D’Haese", "D’Haese, Élise", "D’Haese, É."},
    {{"", "", "", "", "Socrates", ""}, "Socrates", "Socrates", "Socrates", "Socrates"},
    {{"", "Plato", "", "", "", ""}, "Plato", "", "Plato", "P."},
    {{}, "", "", "", ""},
};

}  // namespace

TEST_CASE("a full name runs from the title to the family name") {
  for (const Case& c : kCases) CHECK(text::full_name(c.name) == c.full);
}

TEST_CASE("a family name alone begins with a capital, but for an apostrophe") {
  for (const Case& c : kCases) CHECK(text::family_name(c.name) == c.family);
}

TEST_CASE("Dutch names sort on the head word, Belgian ones on the prefix") {
  for (const Case& c : kCases) CHECK(text::sort_name(c.name) == c.sorted);
}

TEST_CASE("a citation gives initials, from the given names where there are no others") {
  for (const Case& c : kCases) CHECK(text::cited_name(c.name) == c.cited);
}

TEST_CASE("an apostrophe is printed as one, whichever was typed") {
  for (const char* typed : {"'t", "`t", "‘t", "’t"}) {
    CHECK(text::family_name(
              {.title = {}, .given = {}, .initials = {}, .prefix = typed, .family = "Hart", .country = {}}) ==
          "’t Hart");
  }
}
