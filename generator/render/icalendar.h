#pragma once

#include <string>
#include <string_view>

#include "text/date.h"

namespace katern::render {

/// Appends content lines of iCalendar (RFC 5545, 3.1): each ends in CRLF and is folded at 75 octets, never inside a
/// character.
class ICalendar {
 public:
  explicit ICalendar(std::string& out) : out_(out) {}

  /// A line whose value is written as it is: `DTSTART;VALUE=DATE` and `20261122`. Control characters are left out.
  void line(std::string_view property, std::string_view value);
  /// A line with a value of type TEXT (3.3.11), escaped. Nothing for an empty one.
  void text(std::string_view property, std::string_view value);

 private:
  std::string& out_;
};

/// 20261122 (3.3.4).
std::string ical_date(Date date);
/// 20261122T083000Z (3.3.5, form 2).
std::string ical_utc(std::int64_t seconds);
/// 20261122T093000, on the clock that the moment was written for (3.3.5, form 3 needs TZID with it).
std::string ical_local(DateTime moment);

}  // namespace katern::render
