#include "model/calendars.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/builtins.h"
#include "text/dates.h"
#include "text/words.h"

namespace katern::model {
namespace {

using schema::Kind;
using schema::Record;
using templating::Expression;

constexpr const char* kFile = "agenda.ics";
constexpr std::array<std::string_view, 3> kStatuses{"CONFIRMED", "TENTATIVE", "CANCELLED"};

class CalendarMaker {
 public:
  CalendarMaker(Site& site, EntryScope& scope, Report& report) : site_(site), scope_(scope), report_(report) {}

  void run(const Kind& kind) {
    std::vector<std::size_t> events;
    for (const std::size_t index : site_.by_kind[kind.name]) {
      auto event = event_of(*kind.calendar, index);
      if (!event) continue;
      events.push_back(site_.events.size());
      site_.events.push_back(*std::move(event));
    }
    const std::string url = calendar_url(kind, site_.prefix);
    if (url.empty()) return;
    std::stable_sort(events.begin(), events.end(), [&](std::size_t a, std::size_t b) {
      return start_of(site_.events[a]) < start_of(site_.events[b]);
    });
    site_.calendars.push_back({url, kind.main_listing()->title + " – " + site_.settings.title, std::move(events)});
  }

 private:
  static std::int64_t start_of(const Event& event) {
    return clock_seconds(event.all_day ? Value(event.first) : Value(event.start));
  }

  Value evaluate(const std::optional<Expression>& part, const Record& record) {
    return part ? evaluate(*part, record) : Value();
  }
  Value evaluate(const Expression& part, const Record& record) {
    auto value = part.evaluate(scope_.of(*record.data), record.path, report_);
    return value && !value->is_undefined() ? *std::move(value) : Value();
  }

  std::string text(const std::optional<Expression>& part, const Record& record, Builtin fallback) {
    const Value value = part ? evaluate(*part, record) : slot_of(std::as_const(*record.data), fallback).borrow();
    return value.is_string() ? std::string(value.as_string()) : std::string();
  }

  // A date or a moment, or nothing.
  Value moment(const Value& value, const char* key, const Record& record) {
    if (value.is_none() || day_of(value)) return value;
    report_.add(diagnostic(Code::calendar_value_unfit, record).with("key", key));
    return {};
  }

  static Diagnostic diagnostic(Code code, const Record& record) {
    return Diagnostic(code, Place{record.kind->file, record.kind->calendar->at, 0}).with("path", record.path);
  }

  std::optional<Event> event_of(const schema::Calendar& calendar, std::size_t index) {
    const Record& record = site_.records[index];
    const Value start = moment(evaluate(calendar.start, record), "start", record);
    if (start.is_none()) return std::nullopt;
    Event event;
    event.record = index;
    if (!site_.urls[index].empty()) event.calendar = site_.urls[index] + kFile;
    event.all_day = start.is_date() || evaluate(calendar.all_day, record).truthy();
    set_times(event, start, moment(evaluate(calendar.end, record), "end", record));
    event.summary = text(calendar.summary, record, Builtin::title);
    event.description = text(calendar.description, record, Builtin::summary);
    event.location = calendar.location ? text(calendar.location, record, Builtin::title) : std::string();
    event.url = text(calendar.url, record, Builtin::permalink);
    event.status = status_of(evaluate(calendar.status, record), record);
    return event;
  }

  void set_times(Event& event, const Value& start, const Value& end) const {
    if (event.all_day) {
      event.first = *day_of(start);
      event.last = std::max(event.first, day_of(end).value_or(event.first));
      return;
    }
    event.start = start.as_datetime();
    // A day ends at midnight.
    if (end.is_date()) event.end = text::local_time(Date{end.as_date().days + 1}, 0, site_.settings.zone);
    if (end.is_datetime()) event.end = end.as_datetime();
    if (event.end && *event.end < event.start) event.end.reset();
  }

  std::string status_of(const Value& value, const Record& record) {
    if (!value.is_string() || value.as_string().empty()) return {};
    std::string status = text::upper(value.as_string());
    if (std::find(kStatuses.begin(), kStatuses.end(), status) != kStatuses.end()) return status;
    report_.add(diagnostic(Code::calendar_status_unknown, record)
                    .with("value", value.as_string())
                    .with("choices", "confirmed, tentative, cancelled"));
    return {};
  }

  Site& site_;
  EntryScope& scope_;
  Report& report_;
};

}  // namespace

std::string calendar_url(const Kind& kind, std::string_view prefix) {
  if (!kind.calendar || kind.main_listing() == nullptr) return {};
  return std::string(prefix) + kind.main_listing()->url + kFile;
}

void make_calendars(const schema::Schema& schema, Site& site, EntryScope& scope, Report& report) {
  CalendarMaker maker(site, scope, report);
  for (const auto& kind : schema.kinds()) {
    if (kind->calendar) maker.run(*kind);
  }
}

}  // namespace katern::model
