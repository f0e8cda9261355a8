#include "render/calendar.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "render/icalendar.h"
#include "schema/web_names.h"
#include "text/dates.h"

namespace katern::render {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr int kFirstYear = 1997;  // since October 1996 all of the European Union changes its clocks on the same days

// 01:00 UTC on the last Sunday of a month of 31 days.
std::int64_t change_of_clocks(int year, unsigned month) {
  Date day = *to_date({year, month, 31});
  while (weekday(day) != 6) --day.days;
  return day.days * 24 * kHour + kHour;
}

std::string offset_text(int minutes) {
  std::string text = minutes < 0 ? "-" : "+";
  const int positive = std::abs(minutes);
  for (const int part : {positive / 60, positive % 60}) text += (part < 10 ? "0" : "") + std::to_string(part);
  return text;
}

/// The clock of a zone with European summer time.
class Clock {
 public:
  explicit Clock(const std::string& zone) : zone_(zone) {
    standard_ = text::in_zone(change_of_clocks(kFirstYear, 3) - 1, zone).offset_minutes;
  }

  bool changes_in(int year) const {
    const std::int64_t spring = change_of_clocks(year, 3);
    const std::int64_t autumn = change_of_clocks(year, 10);
    return year >= kFirstYear && offset(spring - 1) == standard_ && offset(spring) == standard_ + 60 &&
           offset(autumn - 1) == standard_ + 60 && offset(autumn) == standard_;
  }

  // The VTIMEZONE (3.6.5) must say the same as the clock, and the time on the clock must mean this moment.
  bool tells(std::int64_t seconds) const {
    const DateTime moment = text::in_zone(seconds, zone_);
    const int second_of_day = local_minutes(moment) * 60 + static_cast<int>(((seconds % 60) + 60) % 60);
    return changes_in(civil(local_date(moment)).year) &&
           text::local_time(local_date(moment), second_of_day, zone_).seconds == seconds;
  }

  void write(ICalendar& out) const {
    out.line("BEGIN", "VTIMEZONE");
    out.line("TZID", zone_);
    write_part(out, "DAYLIGHT", standard_, standard_ + 60, 3);
    write_part(out, "STANDARD", standard_ + 60, standard_, 10);
    out.line("END", "VTIMEZONE");
  }

 private:
  int offset(std::int64_t seconds) const { return text::in_zone(seconds, zone_).offset_minutes; }

  // Begins with the first change by this rule, on the clock as it was before.
  static void write_part(ICalendar& out, const char* name, int from, int to, unsigned month) {
    out.line("BEGIN", name);
    out.line("TZOFFSETFROM", offset_text(from));
    out.line("TZOFFSETTO", offset_text(to));
    out.line("DTSTART", ical_local(DateTime{change_of_clocks(kFirstYear - 1, month), static_cast<std::int16_t>(from)}));
    out.line("RRULE", "FREQ=YEARLY;BYMONTH=" + std::to_string(month) + ";BYDAY=-1SU");
    out.line("END", name);
  }

  const std::string& zone_;
  int standard_ = 0;
};

class CalendarWriter {
 public:
  CalendarWriter(const Renderer& renderer, std::string& out)
      : renderer_(renderer), site_(renderer.site()), clock_(site_.settings.zone), out_(out) {}

  void run(std::string_view title, std::span<const model::Event* const> events) {
    out_.line("BEGIN", "VCALENDAR");
    out_.line("VERSION", "2.0");
    out_.line("PRODID", "-//Katern//Katern//NL");
    out_.line("CALSCALE", "GREGORIAN");
    out_.line("METHOD", "PUBLISH");
    out_.text("NAME", title);  // RFC 7986, 5.1; the other is what older readers know
    out_.text("X-WR-CALNAME", title);
    const bool timed =
        std::any_of(events.begin(), events.end(), [&](const auto* event) { return needs_clock(*event); });
    // A calendar holds one component at least (3.6).
    if (timed || events.empty()) clock_.write(out_);
    for (const model::Event* event : events) write(*event);
    out_.line("END", "VCALENDAR");
  }

 private:
  bool needs_clock(const model::Event& event) const {
    return !event.all_day && (clock_.tells(event.start.seconds) || (event.end && clock_.tells(event.end->seconds)));
  }

  void write(const model::Event& event) {
    const schema::Record& record = site_.records[event.record];
    out_.line("BEGIN", "VEVENT");
    out_.text("UID", renderer_.permanent_id(record));
    write_changes(event, record);
    if (event.all_day) {
      out_.line("DTSTART;VALUE=DATE", ical_date(event.first));
      out_.line("DTEND;VALUE=DATE", ical_date(Date{event.last.days + 1}));  // the first day after it (3.6.1)
    } else {
      write_moment("DTSTART", event.start.seconds);
      if (event.end) write_moment("DTEND", event.end->seconds);
    }
    out_.text("SUMMARY", event.summary);
    out_.text("DESCRIPTION", event.description);
    out_.text("LOCATION", event.location);
    if (!event.status.empty()) out_.line("STATUS", event.status);
    write_url(event.url);
    out_.line("END", "VEVENT");
  }

  void write_moment(const std::string& property, std::int64_t seconds) {
    const std::string& zone = site_.settings.zone;
    if (!clock_.tells(seconds)) return out_.line(property, ical_utc(seconds));
    out_.line(property + ";TZID=" + zone, ical_local(text::in_zone(seconds, zone)));
  }

  // When the entry last changed, as far as it says so; else the start of the event will do.
  void write_changes(const model::Event& event, const schema::Record& record) {
    const Value entry = Value::lend(*record.data);
    const auto updated = instant(entry.get("updated"));
    const auto dated = updated ? updated : instant(entry.get("date"));
    const std::int64_t start = event.all_day ? midnight(event.first) : event.start.seconds;
    out_.line("DTSTAMP", ical_utc(dated.value_or(start)));
    if (updated) out_.line("LAST-MODIFIED", ical_utc(*updated));
  }

  std::optional<std::int64_t> instant(const Value& value) const {
    if (value.is_date()) return midnight(value.as_date());
    if (value.is_datetime()) return value.as_datetime().seconds;
    return std::nullopt;
  }

  std::int64_t midnight(Date date) const { return text::local_time(date, 0, site_.settings.zone).seconds; }

  void write_url(const std::string& url) {
    if (schema::is_web_url(url) || schema::is_site_path(url)) out_.line("URL", renderer_.addresses().absolute(url));
  }

  const Renderer& renderer_;
  const model::Site& site_;
  Clock clock_;
  ICalendar out_;
};

}  // namespace

std::string calendar(const Renderer& renderer, std::string_view title, std::span<const model::Event* const> events) {
  std::string out;
  CalendarWriter(renderer, out).run(title, events);
  return out;
}

void write_calendars(const Renderer& renderer, OutputSink& sink) {
  const model::Site& site = renderer.site();
  const Addresses& addresses = renderer.addresses();
  for (const model::Event& event : site.events) {
    const model::Event* const one = &event;
    if (!event.calendar.empty()) {
      sink.put(addresses.output_path(event.calendar), calendar(renderer, event.summary, {&one, 1}));
    }
  }
  for (const model::Calendar& kind : site.calendars) {
    std::vector<const model::Event*> events;
    for (const std::size_t index : kind.events) events.push_back(&site.events[index]);
    sink.put(addresses.output_path(kind.url), calendar(renderer, kind.title, events));
  }
}

}  // namespace katern::render
