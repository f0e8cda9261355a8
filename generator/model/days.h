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

/// What an expression, or several together, ask of the day.
struct DayQuestion {
  bool asked = false;      ///< `today` is named
  bool every_day = false;  ///< the answer may change on a day that is no date of what is named, nor the day after one
  int steps = 0;           ///< how far from the entry itself those dates may be: 1 is what it refers to
  std::vector<std::string_view> names;  ///< views the expressions

  void add(std::string_view expression);
};

/// The days after `today` on which the answer may change for an entry: the dates in what is named, at any depth and
/// those of entries that it leads to, and the day after each; in order, each once. At most kMaxDays, the first ones.
/// `holder`: the object whose fields come before those of the entry, if any. `values`: how many more values may be
/// looked at; what is too much for that may change any day.
std::vector<Date> days_of(const schema::Record& record, const Object* holder, const DayQuestion& question, Date today,
                          std::size_t& values);
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

  /// Whether no earlier day can be found any more.
  bool is_settled() const { return day_ && day_->days == today_.days + 1; }
  std::optional<Date> day() const { return day_; }

 private:
  bool ask(Date day, const std::function<bool(Date)>& changed_on);

  Date today_;
  std::optional<Date> day_;
  std::size_t asked_ = 0;
};

}  // namespace katern::model
