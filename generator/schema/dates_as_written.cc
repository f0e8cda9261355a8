#include "schema/dates_as_written.h"

#include <array>

#include "schema/numbers.h"
#include "text/dates.h"
#include "text/words.h"

namespace katern::schema {
namespace {

// Three parts between the same separator.
std::optional<std::array<std::string_view, 3>> split(std::string_view text, char separator) {
  const std::size_t first = text.find(separator);
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find(separator, first + 1);
  if (second == std::string_view::npos || text.find(separator, second + 1) != std::string_view::npos) {
    return std::nullopt;
  }
  return std::array{text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

std::optional<unsigned> month_named(std::string_view name) {
  for (unsigned month = 1; month <= 12; ++month) {
    const DateTime first{static_cast<std::int64_t>(to_date({2026, month, 1})->days) * 86400, 0};
    for (const std::string_view style : {"%B", "%b"}) {
      if (text::lower(text::format_date(first, style)) == text::lower(name)) return month;
    }
  }
  return std::nullopt;
}

std::optional<unsigned> small_number(std::string_view text) {
  const auto number = parse_integer(text);
  if (!number || *number < 1 || text.size() > 2) return std::nullopt;
  return static_cast<unsigned>(*number);
}

/// `12:00`, `9.30`, `9u30`, `14` as hours and minutes; a number alone only where `hours` says that it is one.
std::optional<std::string> clock_time(std::string_view text, bool hours) {
  const std::size_t mark = text.find_first_of(":.u");
  if (mark == std::string_view::npos && !hours) return std::nullopt;
  const std::string_view after = mark == std::string_view::npos ? std::string_view("00") : text.substr(mark + 1);
  const std::string_view before = text.substr(0, mark);
  const auto hour = parse_integer(before);
  const auto minute = parse_integer(after);
  if (!hour || !minute || before.size() > 2 || after.size() != 2) return std::nullopt;
  if (*hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) return std::nullopt;
  return std::string(2 - before.size(), '0').append(before).append(":").append(after);
}

std::string_view without_end(std::string_view text, std::string_view end) {
  if (text.ends_with(end)) text.remove_suffix(end.size());
  return text;
}

}  // namespace

std::optional<Date> guess_date(std::string_view text) {
  if (text.size() > 40) return std::nullopt;
  for (const char separator : {'-', '/', '.', ' '}) {
    const auto parts = split(text, separator);
    if (!parts) continue;
    const auto& [day_text, month_text, year_text] = *parts;
    // Year first, but not with two digits each: 2026-1-5.
    const bool year_first = day_text.size() == 4;
    const auto year = parse_integer(year_first ? day_text : year_text);
    const auto day = small_number(year_first ? year_text : day_text);
    const auto month = separator == ' ' ? month_named(month_text) : small_number(month_text);
    if (!year || !day || !month || (year_first ? day_text : year_text).size() != 4) return std::nullopt;
    return to_date({static_cast<int>(*year), *month, *day});
  }
  return std::nullopt;
}

std::optional<std::string> guess_datetime(std::string_view text) {
  if (text.size() > 60) return std::nullopt;
  const std::string_view clock = without_end(without_end(text, " uur"), " u");
  const std::size_t between = clock.find_last_of(" T");
  if (between == std::string_view::npos) return std::nullopt;
  const auto time = clock_time(clock.substr(between + 1), clock.size() < text.size());
  const auto day = guess_date(without_end(without_end(clock.substr(0, between), " om"), ","));
  return time && day ? std::optional(iso(*day) + "T" + *time) : std::nullopt;
}

}  // namespace katern::schema
