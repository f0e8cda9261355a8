#include "schema/scalar.h"

#include "support/catch.h"

using namespace katern;
using namespace katern::schema;

namespace {

Field field_of(FieldType type) {
  Field field;
  field.name = "veld";
  field.type = type;
  field.values = {"actief", "in oprichting", "beëindigd"};
  field.target_kinds = {"persoon", "instelling"};
  return field;
}

struct Good {
  FieldType type;
  const char* text;
  Value value;
};

struct Bad {
  FieldType type;
  const char* text;
  Code code;
  const char* mended;
};

}  // namespace

TEST_CASE("The field's type decides what a text means") {
  using enum FieldType;
  const Good cases[] = {
      {FieldType::string, "nee", Value::view("nee")},
      {FieldType::string, "12:30", Value::view("12:30")},
      {FieldType::string, "10.1234/5", Value::view("10.1234/5")},
      {boolean, "nee", Value(false)},
      {boolean, "ja", Value(true)},
      {boolean, "true", Value(true)},
      {boolean, "false", Value(false)},
      {integer, "2026", Value(2026)},
      {integer, "-7", Value(-7)},
      {integer, "007", Value(7)},
      {number, "7.5", Value(7.5)},
      {number, "1.50", Value(1.5)},
      {number, "12", Value(12)},
      {date, "2026-11-22", Value(*to_date({2026, 11, 22}))},
      {datetime, "2026-11-22T09:30", Value(DateTime{1795336200, 60})},
      {enumeration, "in oprichting", Value::view("in oprichting")},
      {url, "https://voorbeeld.nl/a?b=c&d=e", Value::view("https://voorbeeld.nl/a?b=c&d=e")},
      {url, "HTTP://voorbeeld.nl:8080", Value::view("HTTP://voorbeeld.nl:8080")},
      {email, "redactie@voorbeeld.nl", Value::view("redactie@voorbeeld.nl")},
      {reference, "jan-jansen", Value::view("jan-jansen")},
      {reference, "persoon/jan-jansen", Value::view("persoon/jan-jansen")},
      {text, "een\ntwee", Value::view("een\ntwee")},
  };
  for (const Good& c : cases) {
    INFO(name_of(c.type) << ": " << c.text);
    const Field field = field_of(c.type);
    const auto value = read_scalar(field, c.text, "Europe/Amsterdam");
    REQUIRE(value);
    CHECK(equal(*value, c.value));
    CHECK(value->kind() == c.value.kind());
  }
}

TEST_CASE("What is not of the type is told, with the text as it should be where that is clear") {
  using enum FieldType;
  const Bad cases[] = {
      {FieldType::string, "een\ntwee", Code::field_not_one_line, ""},
      {boolean, "Ja", Code::field_not_flag, "ja"},
      {boolean, "no", Code::field_not_flag, "nee"},
      {boolean, "misschien", Code::field_not_flag, ""},
      {integer, "12.5", Code::field_integer_mark, ""},
      {integer, "3,5", Code::field_integer_mark, ""},
      {integer, "1.000", Code::field_integer_mark, "1000"},
      {integer, "-1.000.000", Code::field_integer_mark, "-1000000"},
      {integer, "12,0", Code::field_integer_mark, "12"},
      {integer, "0.000", Code::field_integer_mark, "0"},
      {integer, "1.2.3", Code::field_not_integer, ""},
      {integer, "1.0000", Code::field_integer_mark, "1"},
      {integer, "1.", Code::field_not_integer, ""},
      {integer, "99999999999999999999", Code::field_not_integer, ""},
      {integer, "", Code::field_not_integer, ""},
      {number, "1,5", Code::field_decimal_comma, "1.5"},
      {number, "1,5,5", Code::field_not_number, ""},
      {number, "1e5", Code::field_not_number, ""},
      {number, "nan", Code::field_not_number, ""},
      {date, "21-11-2026", Code::field_date_order, "2026-11-21"},
      {date, "21/11/2026", Code::field_date_order, "2026-11-21"},
      {date, "1.2.2026", Code::field_date_order, "2026-02-01"},
      {date, "2026-1-5", Code::field_date_order, "2026-01-05"},
      {date, "21 november 2026", Code::field_date_order, "2026-11-21"},
      {date, "3 mrt 2022", Code::field_date_order, "2022-03-03"},
      {date, "2026-02-30", Code::field_not_date, ""},
      {date, "2026-11-22T09:30", Code::field_not_date, "2026-11-22"},
      {date, "morgen", Code::field_not_date, ""},
      {datetime, "2026-11-22 09.30", Code::field_not_datetime, "2026-11-22T09:30"},
      {datetime, "2026-11-22", Code::field_not_datetime, ""},
      {datetime, "18-03-2027 12:00", Code::field_not_datetime, "2027-03-18T12:00"},
      {datetime, "2027-03-18 9.30", Code::field_not_datetime, "2027-03-18T09:30"},
      {datetime, "18 maart 2027 12.00 uur", Code::field_not_datetime, "2027-03-18T12:00"},
      {datetime, "18 maart 2027, 9:05", Code::field_not_datetime, "2027-03-18T09:05"},
      {datetime, "18/3/2027 om 14 uur", Code::field_not_datetime, "2027-03-18T14:00"},
      {datetime, "18-03-2027T12:00", Code::field_not_datetime, "2027-03-18T12:00"},
      {datetime, "2027-03-18T9u30", Code::field_not_datetime, "2027-03-18T09:30"},
      {datetime, "18-03-2027", Code::field_not_datetime, ""},
      {datetime, "18 maart 2027 12", Code::field_not_datetime, ""},
      {datetime, "18-03-2027 25:00", Code::field_not_datetime, ""},
      {datetime, "18-03-2027 9.60", Code::field_not_datetime, ""},
      {datetime, "30-02-2027 12:00", Code::field_not_datetime, ""},
      {datetime, "18-03-2027 12:00 en 14:00", Code::field_not_datetime, ""},
      {enumeration, "Actief", Code::field_not_choice, "actief"},
      {enumeration, "beeindigd", Code::field_not_choice, "beëindigd"},
      {enumeration, "iets anders", Code::field_not_choice, ""},
      {url, "www.voorbeeld.nl", Code::field_not_url, "https://www.voorbeeld.nl"},
      {url, "javascript:alert(1)", Code::field_not_url, ""},
      {url, "ftp://voorbeeld.nl", Code::field_not_url, ""},
      {url, "https://", Code::field_not_url, ""},
      {url, "https://jan@voorbeeld.nl", Code::field_not_url, ""},
      {url, "https://voorbeeld.nl/a b", Code::field_not_url, ""},
      {url, "https://voorbeeld.nl/\"", Code::field_not_url, ""},
      {email, "mailto:a@b.nl", Code::field_not_email, "a@b.nl"},
      {email, "a@b", Code::field_not_email, ""},
      {email, "a@@b.nl", Code::field_not_email, ""},
      {email, ".a@b.nl", Code::field_not_email, ""},
      {reference, "../personen/jan-jansen.md", Code::field_not_reference, "jan-jansen"},
      {reference, "Jan Jansen", Code::field_not_reference, "jan-jansen"},
      {reference, "pagina/jan", Code::field_not_reference, "jan"},
  };
  for (const Bad& c : cases) {
    INFO(name_of(c.type) << ": " << c.text);
    const auto value = read_scalar(field_of(c.type), c.text, "Europe/Amsterdam");
    REQUIRE_FALSE(value);
    CHECK(info(value.error().code).name == info(c.code).name);
    CHECK(value.error().mended == c.mended);
  }
}

TEST_CASE("Bounds count code points, compare numbers and order dates") {
  struct Bound {
    FieldType type;
    double min;
    double max;
    const char* good;
    const char* below;
    Code below_code;
    const char* above;
    Code above_code;
  };
  const double day = to_date({2026, 1, 1})->days;
  const Bound cases[] = {
      {FieldType::string, 2, 3, "één", "é", Code::field_text_short, "ééné", Code::field_text_long},
      {FieldType::text, 2, 3, "één", "é", Code::field_text_short, "ééné", Code::field_text_long},
      {FieldType::integer, 1, 5, "5", "0", Code::field_number_small, "6", Code::field_number_large},
      {FieldType::number, 0.5, 1.5, "1.5", "0.4", Code::field_number_small, "1.6", Code::field_number_large},
      {FieldType::date, day, day + 1, "2026-01-02", "2025-12-31", Code::field_date_early, "2026-01-03",
       Code::field_date_late},
      {FieldType::datetime, day, day + 1, "2026-01-02T23:59", "2025-12-31T23:59", Code::field_date_early,
       "2026-01-03T00:00", Code::field_date_late},
  };
  for (const Bound& c : cases) {
    INFO(name_of(c.type));
    Field field = field_of(c.type);
    field.min = c.min;
    field.max = c.max;
    CHECK(read_scalar(field, c.good, "UTC"));
    const auto below = read_scalar(field, c.below, "UTC");
    REQUIRE_FALSE(below);
    CHECK(info(below.error().code).name == info(c.below_code).name);
    const auto above = read_scalar(field, c.above, "UTC");
    REQUIRE_FALSE(above);
    CHECK(info(above.error().code).name == info(c.above_code).name);
  }
}

TEST_CASE("A pattern is for the whole text, and hostile texts are stopped") {
  Field field = field_of(FieldType::string);
  field.pattern = "(a+)+b";
  field.matcher = std::make_shared<const text::Pattern>(*text::Pattern::compile(field.pattern));
  CHECK(read_scalar(field, "aab", "UTC"));
  CHECK(read_scalar(field, "aabc", "UTC").error().code == Code::field_pattern_mismatch);
  CHECK(read_scalar(field, std::string(2000, 'a'), "UTC").error().code == Code::field_pattern_too_hard);
}

TEST_CASE("An example shows how a line of front matter could be") {
  CHECK(example_of(field_of(FieldType::boolean)) == "veld: ja");
  CHECK(example_of(field_of(FieldType::date)) == "veld: 2026-11-22");
  CHECK(example_of(field_of(FieldType::enumeration)) == "veld: actief");
  Field list = field_of(FieldType::list);
  list.items = std::make_unique<Field>(field_of(FieldType::reference));
  CHECK(example_of(list) == "veld: [korte-naam]");
  Field object = field_of(FieldType::object);
  object.fields.push_back(field_of(FieldType::integer));
  CHECK(example_of(object) == "veld: {veld: 1}");
  Field map = field_of(FieldType::map);
  map.items = std::make_unique<Field>(field_of(FieldType::number));
  CHECK(example_of(map) == "veld: {…: 1.5}");
}
