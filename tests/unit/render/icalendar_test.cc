#include "render/icalendar.h"

#include <sstream>

#include "support/catch.h"
#include "text/utf8.h"

using namespace katern;
using render::ICalendar;

namespace {

std::string text_line(std::string_view value) {
  std::string out;
  ICalendar(out).text("SUMMARY", value);
  return out;
}

// RFC 5545, 3.1: a CRLF and one space or tab after it are nothing.
std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("A content line is a property, a colon and a value, and ends in CRLF") {
  std::string out;
  ICalendar(out).line("DTSTART;VALUE=DATE", "20261122");
  CHECK(out == "DTSTART;VALUE=DATE:20261122\r\n");
}

TEST_CASE("A text escapes the backslash, the semicolon, the comma and the line end") {
  CHECK(text_line("a\\b; c, d: e\nf\r\ng") == "SUMMARY:a\\\\b\\; c\\, d: e\\nf\\ng\r\n");
  CHECK(text_line("\"aanhaling\"") == "SUMMARY:\"aanhaling\"\r\n");
  CHECK(text_line("").empty());
}

TEST_CASE("Control characters are left out, so that no line can be smuggled in") {
  std::string out;
  ICalendar(out).line("URL", "https://x.nl/\r\nATTENDEE:x\x01\x7f");
  CHECK(out == "URL:https://x.nl/ATTENDEE:x\r\n");
  CHECK(text_line("a\x0b\tb") == "SUMMARY:a\tb\r\n");
}

TEST_CASE("A line of 75 octets is not folded, one of 76 is") {
  const std::string fits(75 - 8, 'x');
  CHECK(text_line(fits) == "SUMMARY:" + fits + "\r\n");
  CHECK(text_line(fits + "y") == "SUMMARY:" + fits + "\r\n y\r\n");
}

TEST_CASE("Folding keeps every line within 75 octets and every character whole, and unfolding gives the text back") {
  for (std::size_t lead = 0; lead < 5; ++lead) {
    std::string value(lead, 'a');
    for (int i = 0; i < 60; ++i) value += i % 3 == 0 ? "é" : i % 3 == 1 ? "’" : "𝄞";
    const std::string folded = text_line(value);
    CHECK(unfolded(folded) == "SUMMARY:" + value + "\r\n");
    std::size_t start = 0;
    for (std::size_t end = folded.find("\r\n"); end != std::string::npos; end = folded.find("\r\n", start)) {
      const std::string line = folded.substr(start, end - start);
      CHECK(line.size() <= 75);
      CHECK_FALSE(text::first_invalid_utf8(line));
      start = end + 2;
    }
  }
}

TEST_CASE("Dates and moments are written in the forms of RFC 5545") {
  CHECK(render::ical_date(*parse_iso_date("0987-01-02")) == "09870102");
  CHECK(render::ical_utc(0) == "19700101T000000Z");
  CHECK(render::ical_utc(-1) == "19691231T235959Z");
  CHECK(render::ical_local(DateTime{1'795'336'205, 60}) == "20261122T093005");
}
