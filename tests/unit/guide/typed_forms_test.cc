// g++ takes parts of std::regex for uninitialised under AddressSanitizer: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105562.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

// What an editor's tool takes for a field is what Katern reads, for the types that have a form of their own.
#include "guide/typed_forms.h"

#include <regex>

#include "support/catch.h"

using namespace katern;
using schema::Field;
using schema::FieldType;

namespace {

Field field_of(FieldType type) {
  Field field;
  field.name = "veld";
  field.type = type;
  field.target_kinds = {"persoon", "instelling"};
  return field;
}

/// ECMA-262 knows characters where std::regex knows bytes, so these texts are ASCII.
bool fits(const Field& field, const std::string& text) {
  return std::regex_match(text, std::regex(guide::typed_form(field), std::regex::ECMAScript));
}

struct Case {
  FieldType type;
  std::vector<std::string> taken;
  std::vector<std::string> refused;
};

const Case kCases[] = {
    {FieldType::date, {"2026-11-22", "2024-02-29"}, {"2026-11-31", "2026-13-01", "22-11-2026", "2026-1-2", "morgen"}},
    {FieldType::datetime,
     {"2026-11-22T09:30", "2026-11-22 09:30:15", "2026-11-22T09:30:15.25Z", "2026-11-22T09:30+01:00"},
     {"2026-11-22", "2026-11-22T24:00", "2026-11-22T9:30", "2026-11-22T09.30"}},
    {FieldType::reference,
     {"noor-voorbeeld", "persoon/noor", "2018"},
     {"Noor", "noor--x", "-noor", "thema/noor", "../personen/noor.md", "Noor Voorbeeld"}},
    {FieldType::doi,
     {"10.1234/Abc", "https://doi.org/10.1234/abc", "HTTPS://DX.DOI.ORG/10.1234/abc", "doi:10.1234/x", "doi: 10.1234/x",
      "10.1234.5/a(b)c"},
     {"10.12/abc", "10.1234/", "10.1234", "11.1234/abc", "10.1234/a b", "zie 10.1234/abc"}},
    {FieldType::orcid,
     {"0000-0002-1825-0097", "0000 0002 1825 0097", "0000000218250097", "https://orcid.org/0000-0002-1694-233X",
      "http://www.orcid.org/0000-0002-1825-0097/"},
     {"0000-0002-1825-009", "0000-0002-1825-00977", "X000-0002-1825-0097", "https://orcid.com/0000-0002-1825-0097"}},
    {FieldType::isbn,
     {"9789027439642", "978-90-274-3964-2", "0-306-40615-2", "ISBN 978-90-274-3964-2", "ISBN-13: 9789027439642",
      "0 8044 2957 X"},
     {"978-90-274-396", "977-90-274-3964-2", "978902743964X", "97890274396422"}},
    {FieldType::duration,
     {"PT1H30M", "P1DT2H", "pt4m", "1:30:00", "12:30", "90 min", "1,5 uur", "1 uur en 30 minuten", "1 week, 2 dagen",
      "2 UUR", "1 hour and 5 minutes"},
     {"P", "PT", "90", "12:60", "3 maanden", "uur", "1 uur of 2 uur"}},
    {FieldType::money,
     {"EUR 2000", "2.000,50", "2000.50", "2000,-", "2000 euro", "-5", "eur 5,00", "1.000.000,00"},
     {"$ 5", "20 appels", "2.00.0", "2,5", "EUR", "2000,-,-"}},
    {FieldType::geo, {"52.37, 4.89", "52,4", "-33.9,18.4"}, {"52.37 4.89", "52.37", "52.37; 4.89", "noord, oost"}},
};

}  // namespace

TEST_CASE("A form takes what people write, and refuses what is something else") {
  for (const Case& c : kCases) {
    const Field field = field_of(c.type);
    for (const std::string& text : c.taken) {
      INFO(text);
      CHECK(fits(field, text));
    }
    for (const std::string& text : c.refused) {
      INFO(text);
      CHECK_FALSE(fits(field, text));
    }
  }
}

TEST_CASE("An amount is in the currency of its field") {
  Field field = field_of(FieldType::money);
  field.currency = "USD";
  CHECK(fits(field, "$ 5"));
  CHECK(fits(field, "usd 5"));
  CHECK_FALSE(fits(field, "EUR 5"));
  CHECK_FALSE(fits(field, "5 euro"));
}

TEST_CASE("Where a name may stand for a reference, it is one line and no path") {
  Field field = field_of(FieldType::reference);
  field.or_text = true;
  for (const char* text : {"Jan van den Berg", "noor-voorbeeld", "persoon/noor", "Berg & Zn."})
    CHECK(fits(field, text));
  for (const char* text : {"persoon/Noor", "../noor", "noor.md", "een\ntwee", ""}) CHECK_FALSE(fits(field, text));
}

TEST_CASE("Other types have no form of their own") {
  for (const FieldType type : {FieldType::string, FieldType::integer, FieldType::enumeration, FieldType::list}) {
    CHECK(guide::typed_form(field_of(type)).empty());
  }
}
