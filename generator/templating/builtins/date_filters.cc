#include <algorithm>
#include <array>
#include <optional>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "text/dates.h"

namespace katern::templating {
namespace {

constexpr std::int64_t kMaxDays = 3'650'000;  ///< from 1970: about ten thousand years, and what the calendar can do
constexpr std::int64_t kSecondsPerDay = 86400;

std::optional<DateTime> moment_of(const Value& value) {
  if (value.is_datetime()) return value.as_datetime();
  if (value.is_string()) return text::parse_datetime(value.as_string());
  return std::nullopt;
}

std::optional<Date> date_of(const Value& value) {
  if (value.is_date()) return value.as_date();
  if (value.is_datetime()) return local_date(value.as_datetime());
  if (!value.is_string()) return std::nullopt;
  if (const auto date = parse_iso_date(value.as_string())) return date;
  const auto moment = moment_of(value);
  return moment ? std::optional(local_date(*moment)) : std::nullopt;
}

/// The subject as a day, also from its ISO text.
Date subject_date(Invocation& call) {
  const auto date = date_of(call.subject());
  if (!date) call.wrong_subject("a date (2026-11-22)");
  return date.value_or(Date{});
}

Value date_in_words(Invocation& call) {
  struct Style {
    std::string_view name;
    text::DateStyle::Length length;
  };
  using Length = text::DateStyle::Length;
  constexpr std::array<Style, 3> kStyles = {
      {{"kort", Length::short_}, {"lang", Length::long_}, {"voluit", Length::full}}};
  const auto style = std::ranges::find(kStyles, call.string(0), &Style::name);
  if (style == kStyles.end()) {
    call.bad_value(0, "it must be kort, lang or voluit");
    return {};
  }
  return Value::string(text::date_in_words(subject_date(call), {style->length, call.string(1)}));
}

Value time_in_words(Invocation& call) {
  const auto moment = moment_of(call.subject());
  if (!moment) {
    call.wrong_subject("a moment (2026-11-22T09:30)");
    return {};
  }
  return Value::string(text::time_in_words(local_minutes(*moment), call.string(0)));
}

Value format_date(Invocation& call) {
  auto moment = moment_of(call.subject());
  // A day without a time is midnight, so that %d and %B can be asked of both.
  if (const auto date = moment ? std::nullopt : date_of(call.subject())) {
    moment = DateTime{std::int64_t{date->days} * kSecondsPerDay, 0};
  }
  if (!moment) {
    call.wrong_subject("a date or a moment");
    return {};
  }
  return Value::string(text::format_date(*moment, call.string(0), call.string(1)));
}

bool near_enough(std::int64_t days) { return days >= -kMaxDays && days <= kMaxDays; }

Value add_days(Invocation& call) {
  const std::int64_t days = call.integer(0, -kMaxDays, kMaxDays);
  const std::int64_t from = subject_date(call).days;
  if (!near_enough(from) || !near_enough(from + days)) {
    call.bad_value(0, "it goes beyond what the calendar can do");
    return {};
  }
  if (!call.subject().is_datetime()) return Value(Date{static_cast<std::int32_t>(from + days)});
  DateTime moment = call.subject().as_datetime();
  moment.seconds += days * kSecondsPerDay;
  return Value(moment);
}

Value add_months(Invocation& call) {
  constexpr std::int64_t kMaxMonths = 120'000;
  const auto months = static_cast<int>(call.integer(0, -kMaxMonths, kMaxMonths));
  const Date from = subject_date(call);
  if (!near_enough(from.days)) {
    call.bad_value(0, "it goes beyond what the calendar can do");
    return {};
  }
  return Value(katern::add_months(from, months));
}

Value days_until(Invocation& call) {
  const auto other = date_of(call.argument(0));
  if (!other) {
    call.wrong_argument(0, "a date (2026-11-22)");
    return {};
  }
  return Value(std::int64_t{other->days} - subject_date(call).days);
}

}  // namespace

void add_date_filters(Registry& registry) {
  registry.add_filter(define({"datum",
                              {optional_text("vorm", "lang"), optional_text("taal", "nl")},
                              "A date in words: 22 november 2026; kort: 22-11-2026; voluit: zondag 22 november 2026."},
                             date_in_words));
  registry.add_filter(
      define({"tijd", {optional_text("taal", "nl")}, "The time of a moment: 9.30 uur."}, time_in_words));
  registry.add_filter(
      define({"format_date",
              {required("pattern"), optional_text("taal", "nl")},
              "A date or moment by a pattern: `%Y` `%m` `%d` `%e` `%H` `%M` `%S` `%j` `%y` `%b` `%B` `%a` "
              "`%A` `%z` `%%`."},
             format_date));
  registry.add_filter(define({"add_days", {required("days")}, "So many days on, or back."}, add_days));
  registry.add_filter(define({"add_months",
                              {required("months")},
                              "The same day so many months on; the month's last where it has no such day."},
                             add_months));
  registry.add_filter(
      define({"days_until", {required("date")}, "How many days there are from this date to the other."}, days_until));
}

}  // namespace katern::templating
