#include "text/date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace katern {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::int64_t kSecondsPerDay = 86400;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::int64_t local_seconds(DateTime moment) { return moment.seconds + std::int64_t{moment.offset_minutes} * 60; }

std::int64_t floor_days(std::int64_t seconds) {
  return (seconds >= 0 ? seconds : seconds - kSecondsPerDay + 1) / kSecondsPerDay;
}

}  // namespace

std::optional<Date> to_date(CivilDate civil) {
  const year_month_day ymd{year{civil.year}, month{civil.month}, day{civil.day}};
  if (!ymd.ok()) return std::nullopt;
  return Date{static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count())};
}

CivilDate civil(Date date) {
  const year_month_day ymd{sys_days{days{date.days}}};
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

Date local_date(DateTime moment) { return {static_cast<std::int32_t>(floor_days(local_seconds(moment)))}; }

int local_minutes(DateTime moment) {
  const std::int64_t seconds = local_seconds(moment);
  return static_cast<int>((seconds - floor_days(seconds) * kSecondsPerDay) / 60);
}

unsigned weekday(Date date) { return std::chrono::weekday{sys_days{days{date.days}}}.iso_encoding() - 1; }

Date add_months(Date date, int months) {
  const CivilDate from = civil(date);
  const int month_index = from.year * 12 + static_cast<int>(from.month) - 1 + months;
  const int target_year = month_index >= 0 ? month_index / 12 : (month_index - 11) / 12;
  const auto target_month = static_cast<unsigned>(month_index - target_year * 12) + 1;
  const std::chrono::year_month_day_last last{year{target_year}, std::chrono::month_day_last{month{target_month}}};
  const unsigned target_day = std::min(from.day, static_cast<unsigned>(last.day()));
  return *to_date({target_year, target_month, target_day});
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  const auto d = digits(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  return to_date({*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d)});
}

std::string iso(Date date) {
  const CivilDate c = civil(date);
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", c.year, c.month, c.day);
  return buffer.data();
}

std::string iso(DateTime moment) {
  const std::int64_t seconds = local_seconds(moment);
  const int of_day = static_cast<int>(seconds - floor_days(seconds) * kSecondsPerDay);
  const int offset = moment.offset_minutes < 0 ? -moment.offset_minutes : moment.offset_minutes;
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d%c%02d:%02d", of_day / 3600, of_day / 60 % 60,
                of_day % 60, moment.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
  return iso(local_date(moment)) + buffer.data();
}

}  // namespace katern
