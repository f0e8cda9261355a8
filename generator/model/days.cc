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
constexpr int kMaxSteps = 4;

/// Gathers dates in what an entry holds.
class DayFinder {
 public:
  DayFinder(Date today, std::size_t most) : today_(today), most_(most) {}

  void look_at(const Value& value, int steps) { look(value, steps, 0); }

  void look_at_entry(const Object& entry, int steps) {
    if (!seen_.insert(&entry).second) return;
    for (std::size_t i = 0; i < entry.size(); ++i) look(entry.value_at(i), steps, 0);
  }

  std::vector<Date> days() {
    // What was not looked at may change any day.
    if (looked_ > most_) days_.push_back(Date{today_.days + 1});
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
    if (days_.size() > kMaxDays) days_.resize(kMaxDays);
    return std::move(days_);
  }

  std::size_t looked() const { return std::min(looked_, most_); }

 private:
  void look(const Value& value, int steps, int depth) {
    if (looked_ > most_ || ++looked_ > most_ || depth > kMaxDepth) return;
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
  std::size_t most_;
  std::vector<Date> days_;
  std::unordered_set<const Object*> seen_;
  std::size_t looked_ = 0;
};

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

bool reckons_with_days(std::string_view expression) {
  for (const std::string_view filter : {"add_days", "add_months", "days_until", "format_date"}) {
    if (expression.find(filter) != expression.npos) return true;
  }
  return false;
}

}  // namespace

void DayQuestion::add(std::string_view expression) {
  const auto named = schema::named_in(expression);
  if (std::find(named.begin(), named.end(), "today") == named.end()) return;
  asked = true;
  names.insert(names.end(), named.begin(), named.end());
  // Options hold no dates; anything else of the site may.
  const auto sites = static_cast<std::size_t>(std::count(named.begin(), named.end(), "site"));
  every_day = every_day || reckons_with_days(expression) || sites > count(expression, "site.options");
  // Each step from entry to entry takes a dot or a filter that takes an attribute.
  const std::size_t most = count(expression, ".") + count(expression, "map") + count(expression, "attr");
  steps = std::max(steps, std::clamp(static_cast<int>(most), 1, kMaxSteps));
}

std::vector<Date> days_of(const schema::Record& record, const Object* holder, const DayQuestion& question, Date today,
                          std::size_t& values) {
  DayFinder finder(today, std::min(kMaxValues, values));
  for (const std::string_view name : question.names) {
    if (name == "entry") {
      finder.look_at_entry(*record.data, question.steps);
    } else if (const Value* own = holder != nullptr ? holder->find(Name(name)) : nullptr) {
      finder.look_at(*own, question.steps);
    } else if (const Value* value = record.data->find(Name(name))) {
      finder.look_at(*value, question.steps);
    }
  }
  values -= finder.looked();
  return finder.days();
}

std::optional<Date> first_day_after(std::span<const schema::Record> records, Date today) {
  std::optional<Date> first;
  for (const schema::Record& record : records) {
    DayFinder finder(today, kMaxValues);
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
