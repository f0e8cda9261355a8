#include "schema/identifiers.h"
#include "schema/quantities.h"
#include "schema/scalar.h"
#include "support/catch.h"

using namespace katern;
using namespace katern::schema;

namespace {

Field field_of(FieldType type) {
  Field field;
  field.name = "veld";
  field.type = type;
  return field;
}

Code refused(FieldType type, std::string_view text) {
  const auto value = read_scalar(field_of(type), text, "UTC");
  REQUIRE_FALSE(value);
  return value.error().code;
}

std::string mended(FieldType type, std::string_view text) {
  const auto value = read_scalar(field_of(type), text, "UTC");
  return value ? "accepted" : value.error().mended;
}

}  // namespace

TEST_CASE("A DOI is kept bare and in lower case, however it is written") {
  for (const char* text :
       {"10.1234/AbC.5", "https://doi.org/10.1234/abc.5", "http://dx.doi.org/10.1234/ABC.5", "doi:10.1234/abc.5",
        "DOI: 10.1234/abc.5", " 10.1234/abc.5 ", "https://doi.org/10.1234%2Fabc.5"}) {
    INFO(text);
    CHECK(parse_doi(text) == "10.1234/abc.5");
  }
  CHECK(parse_doi("10.1002/(SICI)1096-8644(199601)99:1<1::AID>3.0.CO;2-1"));
  CHECK(parse_doi("10.1234.5/x"));
}

TEST_CASE("What has no registrant and no name is no DOI") {
  for (const char* text : {"", "10.1234", "10.1234/", "10.12/x", "11.1234/x", "10.1234./x", "10.1234/a b",
                           "https://voorbeeld.nl/10.1234/x", "doi.org"}) {
    INFO(text);
    CHECK_FALSE(parse_doi(text));
    CHECK(refused(FieldType::doi, text) == Code::field_not_doi);
  }
}

TEST_CASE("An ORCID is kept in four groups") {
  for (const char* text :
       {"0000-0002-1825-0097", "0000000218250097", "0000 0002 1825 0097", "ORCID: 0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097", "https://www.orcid.org/0000-0002-1825-0097/"}) {
    INFO(text);
    CHECK(parse_orcid(text).value == "0000-0002-1825-0097");
  }
  CHECK(parse_orcid("0000-0002-1694-233x").value == "0000-0002-1694-233X");
}

TEST_CASE("The last character of an ORCID finds typing errors") {
  CHECK(refused(FieldType::orcid, "0000-0002-1825-0079") == Code::field_check_digit);
  CHECK(refused(FieldType::orcid, "0000-0002-1825-0098") == Code::field_check_digit);
  CHECK(refused(FieldType::orcid, "0000-0002-1825-009") == Code::field_not_orcid);
  CHECK(refused(FieldType::orcid, "0000-0002-18X5-0097") == Code::field_not_orcid);
  CHECK(refused(FieldType::orcid, "") == Code::field_not_orcid);
}

TEST_CASE("An ISBN is kept as thirteen digits") {
  for (const char* text : {"978-90-274-3964-2", "9789027439642", "978 90 274 3964 2", "ISBN 978-90-274-3964-2",
                           "ISBN-13: 9789027439642", "90-274-3964-8", "isbn 9027439648"}) {
    INFO(text);
    CHECK(parse_isbn(text).value == "9789027439642");
  }
  CHECK(parse_isbn("0-8044-2957-x").value == "9780804429573");
}

TEST_CASE("The last digit of an ISBN finds typing errors") {
  CHECK(refused(FieldType::isbn, "978-90-274-3964-3") == Code::field_check_digit);
  CHECK(refused(FieldType::isbn, "90-274-3964-X") == Code::field_check_digit);
  CHECK(refused(FieldType::isbn, "123-90-274-3964-2") == Code::field_not_isbn);
  CHECK(refused(FieldType::isbn, "978902743964") == Code::field_not_isbn);
}

TEST_CASE("Any single wrong digit and any two swapped ones are found") {
  const std::string orcid = "0000000218250097";
  const std::string isbn = "9027439648";
  const auto holds = [](const std::string& number, auto parse) {
    for (std::size_t i = 0; i < number.size(); ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string other = number;
        other[i] = digit;
        CHECK((parse(other).checked == Checked::good) == (other == number));
      }
      if (i == 0) continue;
      std::string swapped = number;
      std::swap(swapped[i - 1], swapped[i]);
      CHECK((parse(swapped).checked == Checked::good) == (swapped == number));
    }
  };
  holds(orcid, parse_orcid);
  holds(isbn, parse_isbn);
}

TEST_CASE("A duration is whole seconds, however it is written") {
  struct Case {
    const char* text;
    std::int64_t seconds;
  };
  const Case cases[] = {
      {"PT1H30M", 5400},
      {"P1DT2H", 93600},
      {"PT4M30S", 270},
      {"P2W", 1209600},
      {"pt1,5h", 5400},
      {"1:30:00", 5400},
      {"12:30", 750},
      {"4:30", 270},
      {"90:00", 5400},
      {"0:05", 5},
      {"90 min", 5400},
      {"90min.", 5400},
      {"1 uur", 3600},
      {"2 uren", 7200},
      {"1,5 uur", 5400},
      {"45 seconden", 45},
      {"1 uur en 30 minuten", 5400},
      {"1 u 30 m", 5400},
      {"1 uur, 4 minuten en 30 seconden", 3870},
      {"2 dagen", 172800},
      {"1 hour and 5 minutes", 3900},
      {"1 Uur", 3600},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(parse_duration(c.text) == c.seconds);
  }
}

TEST_CASE("What has no fixed length is no duration") {
  for (const char* text : {"",
                           "P",
                           "PT",
                           "P1M",
                           "P1Y",
                           "PT1M2H",
                           "P1DT",
                           "PT0.0001S",
                           "12:60",
                           "1:2:3",
                           "1:60:00",
                           ":30",
                           "1:",
                           "een uur",
                           "30 minuten 1 uur",
                           "1,5 uur 3 minuten",
                           "min",
                           "-90 min",
                           "1:2:3:4",
                           "99999999 dagen",
                           "9999999999 min"}) {
    INFO(text);
    CHECK_FALSE(parse_duration(text));
    CHECK(refused(FieldType::duration, text) == Code::field_not_duration);
  }
  CHECK(mended(FieldType::duration, "1.30.00") == "1:30:00");
}

TEST_CASE("A bare number is asked what it counts") {
  CHECK(refused(FieldType::duration, "90") == Code::field_duration_unit);
  CHECK(mended(FieldType::duration, "90") == "90 min");
}

TEST_CASE("An amount is a number of euros, however it is written") {
  struct Case {
    const char* text;
    double euros;
  };
  const Case cases[] = {
      {"2000", 2000},
      {"€ 2.000", 2000},
      {"€2000", 2000},
      {"2.000,50", 2000.5},
      {"2000,50", 2000.5},
      {"2000.50", 2000.5},
      {"€\u00A02.000", 2000},
      {"EUR 2000", 2000},
      {"2000 euro", 2000},
      {"2.000,-", 2000},
      {"€ 2000,–", 2000},
      {"1.234.567", 1234567},
      {"€ 1.234.567,89", 1234567.89},
      {"-5", -5},
      {"€ -5,00", -5},
      {"-€ 5", -5},
      {"0", 0},
      {"0,05", 0.05},
      {"007", 7},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const auto value = read_scalar(field_of(FieldType::money), c.text, "UTC");
    REQUIRE(value);
    CHECK(value->is_number());
    CHECK(value->as_number() == c.euros);
  }
  CHECK(read_scalar(field_of(FieldType::money), "2000,00", "UTC")->is_integer());
}

TEST_CASE("An amount that can mean two things is asked what it means") {
  for (const char* text : {"2.000", "2,000", "€ 2,000"}) {
    INFO(text);
    CHECK(refused(FieldType::money, text) == Code::field_money_unclear);
    CHECK(mended(FieldType::money, text) == "2000");
  }
  CHECK(mended(FieldType::money, "-2.345") == "-2345");
}

TEST_CASE("What is no amount is told, with the amount as it should be where that is clear") {
  struct Case {
    const char* text;
    const char* mended;
  };
  const Case cases[] = {
      {"2,000.50", "2000.50"},
      {"2000,5", "2000.50"},
      {"1,234,567", "1234567"},
      {"2 000", "2000"},
      {"2000.505", ""},
      {"12.34.56", ""},
      {"twee euro", ""},
      {"", ""},
      {"€", ""},
      {"2.00,50", ""},
      {"999999999999999", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(refused(FieldType::money, c.text) == Code::field_not_money);
    CHECK(mended(FieldType::money, c.text) == c.mended);
  }
}

TEST_CASE("An amount is in the currency of its field") {
  CHECK(refused(FieldType::money, "$ 20") == Code::field_money_currency);
  CHECK(refused(FieldType::money, "20 USD") == Code::field_money_currency);
  CHECK(refused(FieldType::money, "20 per jaar") == Code::field_money_currency);
  Field dollars = field_of(FieldType::money);
  dollars.currency = "USD";
  CHECK(read_scalar(dollars, "$ 20", "UTC"));
  CHECK(read_scalar(dollars, "€ 20", "UTC").error().code == Code::field_money_currency);
}

TEST_CASE("A place is a latitude and a longitude") {
  const auto value = read_scalar(field_of(FieldType::geo), "52.37, 4.89", "UTC");
  REQUIRE(value);
  CHECK(value->get("lat").as_number() == 52.37);
  CHECK(value->get("lon").as_number() == 4.89);
  CHECK(read_scalar(field_of(FieldType::geo), "-90,-180", "UTC"));
}

TEST_CASE("A place that is none is told, with what was meant") {
  CHECK(mended(FieldType::geo, "52,37, 4,89") == "52.37, 4.89");
  CHECK(mended(FieldType::geo, "52.37 4.89") == "52.37, 4.89");
  CHECK(mended(FieldType::geo, "52,37; 4,89") == "52.37, 4.89");
  CHECK(mended(FieldType::geo, "Amsterdam").empty());
  CHECK(refused(FieldType::geo, "52.37") == Code::field_not_geo);
  CHECK(refused(FieldType::geo, "120.5, 45.0") == Code::field_geo_outside);
  CHECK(mended(FieldType::geo, "120.5, 45") == "45, 120.5");
  CHECK(mended(FieldType::geo, "200, 200").empty());
}

TEST_CASE("Durations and amounts keep within bounds, told as people write them") {
  Field field = field_of(FieldType::duration);
  field.min = 60;
  field.max = 5400;
  CHECK(read_scalar(field, "90 min", "UTC"));
  const auto brief = read_scalar(field, "0:59", "UTC");
  REQUIRE_FALSE(brief);
  CHECK(brief.error().code == Code::field_number_small);
  CHECK(brief.error().arguments.front().value == "1 min");
  Field budget = field_of(FieldType::money);
  budget.max = 1234.5;
  const auto dear = read_scalar(budget, "€ 1.234,51", "UTC");
  REQUIRE_FALSE(dear);
  CHECK(dear.error().code == Code::field_number_large);
  CHECK(dear.error().arguments.front().value == "€ 1.234,50");
}

TEST_CASE("A decimal number may be minutes or hours, and both are told") {
  CHECK(refused(FieldType::duration, "4,5") == Code::field_duration_decimal);
  CHECK(mended(FieldType::duration, "4,5") == "4:30");
  CHECK(mended(FieldType::duration, "0.5") == "0:30");
  CHECK(mended(FieldType::duration, "90,25") == "1:30:15");
  CHECK(refused(FieldType::duration, "4,333") == Code::field_not_duration);
}

TEST_CASE("A place lies in the area of its field, or is told to be swapped") {
  Field field = field_of(FieldType::geo);
  for (const auto& [least, most] : {std::pair{50.7, 53.6}, std::pair{3.2, 7.3}}) {
    Field& part = field.fields.emplace_back(field_of(FieldType::number));
    part.min = least;
    part.max = most;
  }
  CHECK(read_scalar(field, "52.37, 4.89", "UTC"));
  const auto swapped = read_scalar(field, "4.89, 52.37", "UTC");
  REQUIRE_FALSE(swapped);
  CHECK(swapped.error().code == Code::field_geo_far);
  CHECK(swapped.error().mended == "52.37, 4.89");
  const auto paris = read_scalar(field, "48.86, 2.35", "UTC");
  REQUIRE_FALSE(paris);
  CHECK(paris.error().mended.empty());
}
