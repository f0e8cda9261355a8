#include "text/dates.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace katern;

namespace {

using Length = text::DateStyle::Length;

Date day(const char* iso_date) { return *parse_iso_date(iso_date); }

std::string parsed(const char* written, const char* zone = "Europe/Amsterdam") {
  const auto moment = text::parse_datetime(written, zone);
  return moment ? iso(*moment) : "nothing";
}

}  // namespace

TEST_CASE("dates are written in words") {
  struct Case {
    const char* date;
    Length length;
    const char* language;
    const char* words;
  };
  const std::vector<Case> cases = {
      {"2026-11-22", Length::full, "nl", "zondag 22 november 2026"},
      {"2026-11-22", Length::long_, "nl", "22 november 2026"},
      {"2026-11-22", Length::short_, "nl", "22-11-2026"},
      {"2026-03-01", Length::long_, "nl-BE", "1 maart 2026"},
      {"2026-03-01", Length::short_, "nl", "01-03-2026"},
      {"2026-11-23", Length::full, "en", "Monday 23 November 2026"},
      {"2026-11-22", Length::short_, "en", "22/11/2026"},
      {"2026-11-22", Length::long_, "fr", "22 November 2026"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.date, c.language);
    CHECK(text::date_in_words(day(c.date), {c.length, c.language}) == c.words);
  }
  CHECK(text::date_in_words(day("2026-11-22")) == "22 november 2026");
}

TEST_CASE("every month and day has its Dutch name") {
  std::string months;
  std::string days;
  for (int i = 0; i < 12; ++i) {
    months += text::format_date({(day("2026-01-01").days + i * 30 + 10) * std::int64_t{86400}, 0}, "%B/%b ");
  }
  for (int i = 0; i < 7; ++i)
    days += text::format_date({(day("2026-11-23").days + i) * std::int64_t{86400}, 0}, "%A/%a ");
  CHECK(months ==
        "januari/jan februari/feb maart/mrt april/apr mei/mei juni/jun juli/jul augustus/aug september/sep oktober/okt "
        "november/nov december/dec ");
  CHECK(days == "maandag/ma dinsdag/di woensdag/wo donderdag/do vrijdag/vr zaterdag/za zondag/zo ");
}

TEST_CASE("times are written in words") {
  CHECK(text::time_in_words(600) == "10.00 uur");
  CHECK(text::time_in_words(9 * 60 + 5) == "9.05 uur");
  CHECK(text::time_in_words(0) == "0.00 uur");
  CHECK(text::time_in_words(9 * 60 + 5, "en") == "09:05");
}

TEST_CASE("a pattern is filled in as strftime does") {
  const DateTime moment = *text::parse_datetime("2026-02-03T04:05:06+01:00");
  CHECK(text::format_date(moment, "%Y %m %d %e %H %M %S %j %y %b %B %a %A %z %%", "en") ==
        "2026 02 03  3 04 05 06 034 26 Feb February Tue Tuesday +0100 %");
  CHECK(text::format_date(moment, "%d %B", "nl") == "03 februari");
  CHECK(text::format_date({-1, -90}, "%H:%M:%S %z") == "22:29:59 -0130");
}

TEST_CASE("what a pattern does not know is copied") {
  CHECK(text::format_date({}, "%Q 100% é %") == "%Q 100% é %");
  CHECK(text::format_date({}, "").empty());
}

TEST_CASE("RSS dates are English whatever the machine speaks") {
  CHECK(text::rfc822(*text::parse_datetime("2026-11-22T09:30")) == "Sun, 22 Nov 2026 09:30:00 +0100");
  CHECK(text::rfc822(*text::parse_datetime("2026-07-01T09:30:15Z")) == "Wed, 01 Jul 2026 09:30:15 +0000");
}

TEST_CASE("a wall clock time follows summer time") {
  struct Case {
    const char* why;
    const char* date;
    int minutes;
    const char* moment;
  };
  const std::vector<Case> cases = {
      {"winter", "2026-11-22", 9 * 60, "2026-11-22T09:00:00+01:00"},
      {"summer", "2026-07-01", 9 * 60, "2026-07-01T09:00:00+02:00"},
      {"last minute before the gap", "2026-03-29", 119, "2026-03-29T01:59:00+01:00"},
      {"skipped by the gap", "2026-03-29", 150, "2026-03-29T03:30:00+02:00"},
      {"first after the gap", "2026-03-29", 180, "2026-03-29T03:00:00+02:00"},
      {"comes twice", "2026-10-25", 150, "2026-10-25T02:30:00+02:00"},
      {"after the doubled hour", "2026-10-25", 180, "2026-10-25T03:00:00+01:00"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(iso(text::local_time(day(c.date), c.minutes * 60)) == c.moment);
  }
}

TEST_CASE("an instant is shown on the clock of a zone") {
  CHECK(iso(text::in_zone(0)) == "1970-01-01T01:00:00+01:00");
  CHECK(iso(text::in_zone(0, "America/New_York")) == "1969-12-31T19:00:00-05:00");
}

TEST_CASE("an unknown zone is UTC") {
  CHECK(iso(text::local_time(day("2026-07-01"), 3600, "Europe/Amsterdan")) == "2026-07-01T01:00:00+00:00");
  CHECK(iso(text::in_zone(0, "")) == "1970-01-01T00:00:00+00:00");
}

TEST_CASE("moments are read as ISO writes them") {
  CHECK(parsed("2026-11-22T09:30") == "2026-11-22T09:30:00+01:00");
  CHECK(parsed("2026-11-22 09:30") == "2026-11-22T09:30:00+01:00");
  CHECK(parsed("2026-07-22T09:30:15") == "2026-07-22T09:30:15+02:00");
  CHECK(parsed("2026-11-22T09:30Z") == "2026-11-22T09:30:00+00:00");
  CHECK(parsed("2026-11-22T09:30:15.123Z") == "2026-11-22T09:30:15+00:00");
  CHECK(parsed("2026-11-22T09:30-05:30") == "2026-11-22T09:30:00-05:30");
  CHECK(parsed("2026-11-22T09:30", "Asia/Tokyo") == "2026-11-22T09:30:00+09:00");
}

TEST_CASE("what is no moment is refused") {
  for (const char* bad : {"", "2026-11-22", "2026-11-22T", "2026-11-22T9:30", "2026-11-22T24:00", "2026-11-22T09:60",
                          "2026-11-22T09:30:60", "2026-11-22T09:30:", "2026-11-22T09:30:00.", "2026-02-30T09:30",
                          "2026-11-22T09:30+1:00", "2026-11-22T09:30+01", "2026-11-22T09:30 Z", "2026-11-22T09:30Zx",
                          "2026-11-22T09.30", "22-11-2026T09:30", "2026-11-22_09:30", "2026-11-22T-1:30"}) {
    CAPTURE(bad);
    CHECK(parsed(bad) == "nothing");
  }
}
