#include "text/date.h"

#include "support/catch.h"

using namespace katern;

TEST_CASE("a date that does not exist is refused") {
  CHECK_FALSE(parse_iso_date("2026-02-30"));
  CHECK_FALSE(parse_iso_date("2025-02-29"));
  CHECK_FALSE(parse_iso_date("21-11-2026"));
  CHECK(parse_iso_date("2024-02-29"));
}

TEST_CASE("a date comes back as it was written") {
  for (const char* text : {"1970-01-01", "1969-12-31", "2026-11-22", "0001-01-01", "9999-12-31"}) {
    CHECK(iso(*parse_iso_date(text)) == text);
  }
}

TEST_CASE("months on end at the month's last day") {
  CHECK(iso(add_months(*parse_iso_date("2026-01-31"), 1)) == "2026-02-28");
  CHECK(iso(add_months(*parse_iso_date("2026-11-22"), 12)) == "2027-11-22");
  CHECK(iso(add_months(*parse_iso_date("2026-01-15"), -1)) == "2025-12-15");
}

TEST_CASE("the week begins on Monday") {
  CHECK(weekday(*parse_iso_date("2026-11-22")) == 6);
  CHECK(weekday(*parse_iso_date("2026-11-23")) == 0);
}

TEST_CASE("a moment is written by the clock that it was written for") {
  CHECK(iso(DateTime{0, 60}) == "1970-01-01T01:00:00+01:00");
  CHECK(iso(DateTime{-1, 0}) == "1969-12-31T23:59:59+00:00");
  CHECK(local_minutes(DateTime{0, -60}) == 23 * 60);
}
