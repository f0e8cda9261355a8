#include "model/days.h"

#include <algorithm>
#include <unordered_set>

#include "model/builtins.h"
#include "schema/named.h"

namespace katern::model {
namespace {

// So many expressions may be evaluated for other days in a build: a fraction of a second.
constexpr std::size_t kMaxAsked = 100'000;
constexpr std::int32_t kHorizon = 400;
constexpr std::size_t kMaxValues = 20'000;  ///< that are looked at for dates, of one entry
constexpr int kMaxDepth = 8;

/// Gathers dates in what an entry holds.
class DayFinder {
 public:
  explicit DayFinder(Date today) : today_(today) {}

  void look_at_entry(const Object& entry, int steps) {
    if (!seen_.insert(&entry).second) return;
    for (std::size_t i = 0; i < entry.size(); ++i) look(entry.value_at(i), steps, 0);
  }

  std::vector<Date> days() {
    // What was not looked at may change any day.
    if (looked_ > kMaxValues) days_.push_back(Date{today_.days + 1});
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
    if (days_.size() > kMaxDays) days_.resize(kMaxDays);
    return std::move(days_);
  }

 private:
  void look(const Value& value, int steps, int depth) {
    if (++looked_ > kMaxValues || depth > kMaxDepth) return;
    if (const auto day = day_of(value)) return add(*day);
    if (value.is_list()) {
      for (std::size_t i = 0; i < value.size(); ++i) look(value.at(i), steps, depth + 1);
    } else if (value.is_object()) {
      look_into(value, steps, depth);
    }
  }

  void look_into(const Value& value, int steps, int depth) {
    const Object& object = value.as_object();
    if (value.get("source").is_string()) {  // an entry
      if (steps > 0) look_at_entry(object, steps - 1);
      return;
    }
    for (std::size_t i = 0; i < object.size(); ++i) look(object.value_at(i), steps, depth + 1);
  }

  void add(Date day) {
    for (const Date candidate : {day, Date{day.days + 1}}) {
      if (candidate > today_) days_.push_back(candidate);
    }
  }

  Date today_;
  std::vector<Date> days_;
  std::unordered_set<const Object*> seen_;
  std::size_t looked_ = 0;
};

}  // namespace

bool names_today(std::string_view expression) {
  const auto names = schema::named_in(expression);
  return std::find(names.begin(), names.end(), "today") != names.end();
}

bool reckons_with_days(std::string_view expression) {
  for (const std::string_view filter : {"add_days", "add_months", "days_until", "format_date"}) {
    if (expression.find(filter) != std::string_view::npos) return true;
  }
  return false;
}

std::vector<Date> days_of(const schema::Record& record, Date today) {
  DayFinder finder(today);
  finder.look_at_entry(*record.data, 1);
  return finder.days();
}

std::optional<Date> first_day_after(std::span<const schema::Record> records, Date today) {
  std::optional<Date> first;
  for (const schema::Record& record : records) {
    DayFinder finder(today);
    finder.look_at_entry(*record.data, 0);
    const std::vector<Date> days = finder.days();
    if (!days.empty() && (!first || days.front() < *first)) first = days.front();
  }
  return first;
}

void FirstChange::note(Date day) {
  if (day > today_ && (!day_ || day < *day_)) day_ = day;
}

bool FirstChange::ask(Date day, const std::function<bool(Date)>& changed_on) {
  if (++asked_ <= kMaxAsked && !changed_on(day)) return false;
  note(day);
  return true;
}

void FirstChange::look(const std::vector<Date>& days, const std::function<bool(Date)>& changed_on) {
  for (const Date day : days) {
    if (day_ && day >= *day_) return;
    if (ask(day, changed_on)) return;
  }
  if (days.size() == kMaxDays) note(Date{days.back().days + 1});
}

void FirstChange::look_at_every_day(const std::function<bool(Date)>& changed_on) {
  for (std::int32_t ahead = 1; ahead <= kHorizon; ++ahead) {
    const Date day{today_.days + ahead};
    if (day_ && day >= *day_) return;
    if (ask(day, changed_on)) return;
  }
  note(Date{today_.days + kHorizon + 1});
}

}  // namespace katern::model
