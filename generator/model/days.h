#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "schema/record.h"
#include "text/date.h"

namespace katern::model {

/// Whether an expression asks what day it is.
bool names_today(std::string_view expression);

/// Whether an expression reckons with days, so that its value may change on a day that is neither a date of the entry
/// nor the day after one.
bool reckons_with_days(std::string_view expression);

/// The days after `today` on which what depends on an entry may change: its dates, at any depth and those of the
/// entries that it refers to or that refer to it, and the day after each; in order, each once. At most kMaxDays, the
/// first ones.
std::vector<Date> days_of(const schema::Record& record, Date today);
inline constexpr std::size_t kMaxDays = 500;

/// The first day after `today` that is a date of one of the entries, or the day after one.
std::optional<Date> first_day_after(std::span<const schema::Record> records, Date today);

/// Finds the first day on which something changes, among things that are shown to it one by one, within a bound on the
/// work. Where the bound is reached, it gives the first day that was not looked at: a day too early does no harm.
class FirstChange {
 public:
  explicit FirstChange(Date today) : today_(today) {}

  /// `changed_on`: whether it is different on that day from what it is today. Days that come after the first change
  /// known so far are not asked for.
  void look(const std::vector<Date>& days, const std::function<bool(Date)>& changed_on);
  /// The same for all days of the coming year or so.
  void look_at_every_day(const std::function<bool(Date)>& changed_on);

  void note(Date day);

  std::optional<Date> day() const { return day_; }

 private:
  bool ask(Date day, const std::function<bool(Date)>& changed_on);

  Date today_;
  std::optional<Date> day_;
  std::size_t asked_ = 0;
};

}  // namespace katern::model
