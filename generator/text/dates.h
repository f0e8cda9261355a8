#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/date.h"

namespace katern::text {

/// The words of a language for dates; `nl` and `en` are known, anything else is taken as `en`.
struct DateStyle {
  enum class Length { full, long_, short_ };  ///< zondag 22 november 2026 · 22 november 2026 · 22-11-2026

  Length length = Length::long_;
  std::string_view language = "nl";
};

std::string date_in_words(Date date, DateStyle style = {});
/// 10.00 uur in Dutch, 10:00 in English.
std::string time_in_words(int minutes_of_day, std::string_view language = "nl");

/// As strftime for a fixed set, without the machine’s locale: %Y %m %d %e %H %M %S %j %y %b %B %a %A %z %%.
/// Anything else after a % is copied.
std::string format_date(DateTime moment, std::string_view pattern, std::string_view language = "nl");

/// RFC 5322 with the four-digit offset, as RSS wants it: `Sun, 22 Nov 2026 09:30:00 +0100`.
std::string rfc822(DateTime moment);

/// A wall clock time in a time zone (IANA name, from ICU's own data). A time that the spring gap skips is moved an hour
/// on; of one that comes twice, the first. Unknown zones are taken as UTC.
DateTime local_time(Date date, int seconds_of_day, std::string_view zone = "Europe/Amsterdam");
DateTime in_zone(std::int64_t utc_seconds, std::string_view zone = "Europe/Amsterdam");

/// `2026-11-22T09:30` (or a space for the T), with optional seconds, and with Z or an offset where it is not in `zone`.
/// A fraction of a second is dropped. Nothing where it is no such text or no such moment.
std::optional<DateTime> parse_datetime(std::string_view text, std::string_view zone = "Europe/Amsterdam");

}  // namespace katern::text
