#!/usr/bin/env python3
"""Calendars read by somebody else: Debian's python3-icalendar must find in them what the entries say.

    calendars.py KATERN

Builds the golden site of calendars and reads what comes out, octet by octet first (RFC 5545, 3.1), then with the library.
"""
import datetime
import pathlib
import sys
import tempfile

import icalendar

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "support"))
import sites  # noqa: E402

UTC = datetime.timezone.utc
problems = []


def expect(what, got, wanted):
    if got != wanted:
        problems.append(f"{what}: {got!r} instead of {wanted!r}")


def check_octets(name, data):
    expect(f"{name}: the last line ends", data.endswith(b"\r\n"), True)
    for line in data[:-2].split(b"\r\n"):
        expect(f"{name}: a line of at most 75 octets: {line!r}", len(line) <= 75, True)
        expect(f"{name}: no line end of another sort in {line!r}", b"\r" in line or b"\n" in line, False)
        line.decode("utf-8")


def moment(*parts):
    return datetime.datetime(*parts, tzinfo=UTC)


def in_utc(component, name):
    return component.decoded(name).astimezone(UTC)


def check_zone(calendar):
    zones = [part for part in calendar.subcomponents if part.name == "VTIMEZONE"]
    expect("time zones", len(zones), 1)
    zone = zones[0].to_tz()
    for day, hours in [((2026, 3, 29, 1, 59), 1), ((2026, 3, 29, 3, 1), 2), ((2026, 10, 25, 1, 59), 2), ((2026, 10, 25, 3, 1), 1),
                       ((2030, 7, 1), 2), ((2030, 12, 1), 1)]:
        local = datetime.datetime(*day)
        expect(f"the offset on {local}", zone.utcoffset(local), datetime.timedelta(hours=hours))


def check_calendar(files):
    calendar = icalendar.Calendar.from_ical(files["feesten/agenda.ics"])
    expect("version", calendar["version"], "2.0")
    check_zone(calendar)
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    expect("events", len(events), 5)
    expect("events in the order of their start", list(events)[0], "Eén dag")

    ball = events["Bal; met dans, muziek en een \\ schuine streep"]
    expect("the description", str(ball["description"]).split("\n")[0], "Eerste regel, met een komma.")
    expect("the description's end", str(ball["description"]).endswith("midden in zo’n teken."), True)
    expect("the location", str(ball["location"]), "De Zaal, Zwolle")
    expect("a winter evening", in_utc(ball, "dtstart"), moment(2026, 11, 21, 18, 30))
    expect("its end, after midnight", in_utc(ball, "dtend"), moment(2026, 11, 22, 0, 0))
    expect("its zone", ball["dtstart"].params["TZID"], "Europe/Amsterdam")
    expect("its status", ball["status"], "CONFIRMED")

    summer = events["Zomerfeest"]
    expect("a summer morning", in_utc(summer, "dtstart"), moment(2026, 7, 4, 8, 0))
    expect("its status", summer["status"], "CANCELLED")
    expect("when it changed", summer.decoded("dtstamp"), moment(2026, 6, 1, 22, 0))
    expect("its address", str(summer["url"]), "https://voorbeeld.nl/feesten/zomerfeest/")

    week = events["Feestweek"]
    expect("the first day", week.decoded("dtstart"), datetime.date(2027, 2, 27))
    expect("the day after the last", week.decoded("dtend"), datetime.date(2027, 3, 2))
    expect("its status", week["status"], "TENTATIVE")
    expect("one day", events["Eén dag"].decoded("dtend"), datetime.date(2024, 3, 1))

    # 02:30 comes twice that night; only UTC can say which one.
    expect("a time that comes twice", in_utc(events["De nacht waarin de klok teruggaat"], "dtstart"),
           moment(2026, 10, 25, 1, 30))

    uids = [str(event["uid"]) for event in events.values()]
    expect("each event has a UID of its own", len(set(uids)), 5)
    alone = icalendar.Calendar.from_ical(files["feesten/zomerfeest/agenda.ics"]).walk("VEVENT")
    expect("the event alone has the same UID", [str(event["uid"]) for event in alone], [str(summer["uid"])])
    return str(summer["uid"])


def build(katern, change=None):
    with tempfile.TemporaryDirectory(prefix="katern-calendars-") as scratch:
        root = pathlib.Path(scratch) / "site"
        sites.lay_out(TESTS / "sites" / "entries_are_events_of_calendars", root)
        if change:
            entry = root / "content" / "feesten" / "zomer.md"
            entry.write_text(entry.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
        result = sites.run(katern, root, ["build"])
        if result.returncode != 0:
            sys.exit((result.stdout + result.stderr).decode())
        return {str(path.relative_to(root / "output")): path.read_bytes() for path in root.glob("output/**/*.ics")}


def main():
    katern = str(pathlib.Path(sys.argv[1]).resolve())
    files = build(katern)
    expect("calendars", len(files), 6)
    for name, data in files.items():
        check_octets(name, data)
    uid = check_calendar(files)
    moved = build(katern, ("slug: zomerfeest", "slug: anders"))
    events = icalendar.Calendar.from_ical(moved["feesten/anders/agenda.ics"]).walk("VEVENT")
    expect("the UID outlives a new slug", [str(event["uid"]) for event in events], [uid])
    print("\n".join(problems) or f"{len(files)} calendars say what their entries say")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
