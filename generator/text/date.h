#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace katern {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
struct Date {
  std::int32_t days = 0;

  auto operator<=>(const Date&) const = default;
};

/// An instant, as seconds since 1970-01-01T00:00Z, with the offset of the clock that it was written for.
/// Two of them are ordered by instant; the offset only matters for writing.
struct DateTime {
  std::int64_t seconds = 0;
  std::int16_t offset_minutes = 0;

  std::strong_ordering operator<=>(const DateTime& other) const { return seconds <=> other.seconds; }
  bool operator==(const DateTime& other) const { return seconds == other.seconds; }
};

struct CivilDate {
  int year = 1970;
  unsigned month = 1;  ///< 1 to 12
  unsigned day = 1;    ///< 1 to 31

  auto operator<=>(const CivilDate&) const = default;
};

/// Nothing when there is no such day (2026-02-30).
std::optional<Date> to_date(CivilDate civil);
CivilDate civil(Date date);

/// The date on the clock that the instant was written for.
Date local_date(DateTime moment);
/// Minutes since midnight on that clock, 0 to 1439.
int local_minutes(DateTime moment);

/// 0 is Monday, 6 is Sunday (ISO 8601).
unsigned weekday(Date date);

/// The same day of the month so many months on; the last day of that month where it has no such day.
Date add_months(Date date, int months);

/// `2026-11-22` and nothing else.
std::optional<Date> parse_iso_date(std::string_view text);
std::string iso(Date date);

/// RFC 3339: `2026-11-22T09:30:00+01:00`.
std::string iso(DateTime moment);

}  // namespace katern
