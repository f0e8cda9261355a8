#include "render/icalendar.h"

#include <array>
#include <cstdio>

namespace katern::render {
namespace {

constexpr std::size_t kFold = 75;

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c != '\r') {
      out += c;
    }
  }
  return out;
}

}  // namespace

void ICalendar::line(std::string_view property, std::string_view value) {
  std::string line(property);
  line += ':';
  for (const char c : value) {
    if (!is_control(c)) line += c;
  }
  std::size_t room = kFold;
  for (std::size_t start = 0; start < line.size();) {
    std::size_t end = line.size() - start <= room ? line.size() : start + room;
    while (end < line.size() && end > start + 1 && continues_character(line[end])) --end;
    if (start > 0) out_ += ' ';
    out_.append(line, start, end - start);
    out_ += "\r\n";
    start = end;
    room = kFold - 1;  // the space that begins the next line counts
  }
}

void ICalendar::text(std::string_view property, std::string_view value) {
  if (!value.empty()) line(property, escaped(value));
}

std::string ical_date(Date date) {
  const CivilDate day = civil(date);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d%02u%02u", day.year, day.month, day.day);
  return text.data();
}

std::string ical_local(DateTime moment) {
  const int minutes = local_minutes(moment);
  const auto seconds = static_cast<int>(((moment.seconds % 60) + 60) % 60);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d%02d%02d", minutes / 60, minutes % 60, seconds);
  return ical_date(local_date(moment)) + text.data();
}

std::string ical_utc(std::int64_t seconds) { return ical_local(DateTime{seconds, 0}) + "Z"; }

}  // namespace katern::render
