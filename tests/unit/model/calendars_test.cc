#include "library.h"
#include "text/dates.h"

using namespace katern;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

Library with_events(std::string_view calendar) {
  Library events;
  events.kind(R"(kind: feest
label: {one: Feest, many: Feesten}
folder: feesten
url: "/feesten/{{ slug }}/"
roles: {title: naam, summary: intro, draft: concept}
fields:
  naam: {type: string, required: true}
  intro: {type: string}
  concept: {type: bool}
  dag: {type: date}
  tot: {type: date}
  begin: {type: datetime}
  einde: {type: datetime}
  waar: {type: string}
listings: [{url: /feesten/, template: x.html}]
calendar: )" + std::string(calendar) +
              "\n");
  return events;
}

}  // namespace

TEST_CASE("Entries with a start are events; what is not visible or has none is not") {
  Library events = with_events("{start: \"begin or dag\", end: \"einde or tot\", location: waar}");
  events.entry("content/feesten/1.md",
               "naam: Bal\nintro: Dansen\nbegin: 2026-11-21T19:30\neinde: 2026-11-21T23:00\nwaar: Zaal\n");
  events.entry("content/feesten/2.md", "naam: Week\ndag: 2026-01-05\ntot: 2026-01-09\n");
  events.entry("content/feesten/3.md", "naam: Ooit\n");
  events.entry("content/feesten/4.md", "naam: Geheim\ndag: 2026-01-01\nconcept: ja\n");
  const model::Site& site = events.build();
  CHECK(events.findings() == Lines{});
  REQUIRE(site.events.size() == 2);
  const model::Event& ball = site.events[0];
  CHECK(ball.calendar == "/feesten/bal/agenda.ics");
  CHECK_FALSE(ball.all_day);
  CHECK(iso(ball.start) == "2026-11-21T19:30:00+01:00");
  CHECK(iso(*ball.end) == "2026-11-21T23:00:00+01:00");
  CHECK(ball.summary == "Bal");
  CHECK(ball.description == "Dansen");
  CHECK(ball.location == "Zaal");
  CHECK(ball.url == "/feesten/bal/");
  CHECK(ball.status.empty());
  CHECK(site.events[1].all_day);
  CHECK(iso(site.events[1].last) == "2026-01-09");
  REQUIRE(site.calendars.size() == 1);
  CHECK(site.calendars[0].url == "/feesten/agenda.ics");
  CHECK(site.calendars[0].events == std::vector<std::size_t>{1, 0});
  CHECK(site.event_of(ball.record) == &ball);
  CHECK(site.event_of(*site.index_of_path("content/feesten/3.md")) == nullptr);
  CHECK(site.root.borrow().get("kinds").get("feest").get("calendar").as_string() == "/feesten/agenda.ics");
}

TEST_CASE("The end of an event is never before its start") {
  Library events = with_events("{start: \"begin or dag\", end: \"einde or tot\"}");
  events.entry("content/feesten/1.md", "naam: A\nbegin: 2026-11-21T19:30\neinde: 2026-11-21T19:00\n");
  events.entry("content/feesten/2.md", "naam: B\ndag: 2026-01-05\ntot: 2026-01-01\n");
  events.entry("content/feesten/3.md", "naam: C\nbegin: 2026-11-21T19:30\ntot: 2026-11-22\n");
  const model::Site& site = events.build();
  CHECK_FALSE(site.events[0].end);
  CHECK(iso(site.events[1].last) == "2026-01-05");
  CHECK(iso(*site.events[2].end) == "2026-11-23T00:00:00+01:00");
}

TEST_CASE("An event may count whole days although its field holds a moment") {
  Library events = with_events("{start: begin, end: einde, all_day: \"true\"}");
  events.entry("content/feesten/1.md", "naam: A\nbegin: 2026-11-21T00:30\neinde: 2026-11-22T23:30\n");
  const model::Site& site = events.build();
  CHECK(site.events[0].all_day);
  CHECK(iso(site.events[0].first) == "2026-11-21");
  CHECK(iso(site.events[0].last) == "2026-11-22");
}

TEST_CASE("A status is one of three, and anything else is a finding") {
  Library events = with_events("{start: dag, status: waar, summary: \"naam | upper\", url: none}");
  events.entry("content/feesten/1.md", "naam: A\ndag: 2026-01-01\nwaar: cancelled\n");
  events.entry("content/feesten/2.md", "naam: B\ndag: 2026-01-01\n");
  events.entry("content/feesten/3.md", "naam: C\ndag: 2026-01-01\nwaar: weg\n");
  const model::Site& site = events.build();
  CHECK(site.events[0].status == "CANCELLED");
  CHECK(site.events[0].summary == "A");
  CHECK(site.events[0].url.empty());
  CHECK(site.events[1].status.empty());
  REQUIRE(events.findings().size() == 1);
  CHECK(events.findings()[0].find("calendar-status-unknown") == 0);
}

TEST_CASE("A start that is no date is a finding") {
  Library events = with_events("{start: waar}");
  events.entry("content/feesten/1.md", "naam: A\nwaar: hier\n");
  CHECK(events.build().events.empty());
  REQUIRE(events.findings().size() == 1);
  CHECK(events.findings()[0].find("calendar-value-unfit") == 0);
}
