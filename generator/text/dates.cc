#include "text/dates.h"

#include <array>
#include <cstdlib>
#include <memory>
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace katern::text {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

struct Words {
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 12> short_months;
  std::array<std::string_view, 7> days;  ///< from Monday on, as weekday() counts
  std::array<std::string_view, 7> short_days;
};

constexpr Words kDutch = {
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
     "december"},
    {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
    {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
    {"ma", "di", "wo", "do", "vr", "za", "zo"},
};

constexpr Words kEnglish = {
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
};

bool is_dutch(std::string_view language) { return language == "nl" || language.substr(0, 3) == "nl-"; }

const Words& words_of(std::string_view language) { return is_dutch(language) ? kDutch : kEnglish; }

void append_padded(std::string& out, int number, std::size_t width, char fill = '0') {
  const std::string digits = std::to_string(number);
  if (digits.size() < width) out.append(width - digits.size(), fill);
  out += digits;
}

void append_offset(std::string& out, int minutes) {
  out += minutes < 0 ? '-' : '+';
  append_padded(out, std::abs(minutes) / 60, 2);
  append_padded(out, std::abs(minutes) % 60, 2);
}

int day_of_year(Date date) { return date.days - to_date({civil(date).year, 1, 1})->days + 1; }

int seconds_of_minute(DateTime moment) { return static_cast<int>((moment.seconds % 60 + 60) % 60); }

/// Whether `c` is a conversion that is known.
bool append_conversion(std::string& out, char c, DateTime moment, const Words& words) {
  const Date date = local_date(moment);
  const CivilDate day = civil(date);
  switch (c) {
    case 'Y': append_padded(out, day.year, 4); return true;
    case 'y': append_padded(out, (day.year % 100 + 100) % 100, 2); return true;
    case 'm': append_padded(out, static_cast<int>(day.month), 2); return true;
    case 'd': append_padded(out, static_cast<int>(day.day), 2); return true;
    case 'e': append_padded(out, static_cast<int>(day.day), 2, ' '); return true;
    case 'j': append_padded(out, day_of_year(date), 3); return true;
    case 'H': append_padded(out, local_minutes(moment) / 60, 2); return true;
    case 'M': append_padded(out, local_minutes(moment) % 60, 2); return true;
    case 'S': append_padded(out, seconds_of_minute(moment), 2); return true;
    case 'b': out += words.short_months[day.month - 1]; return true;
    case 'B': out += words.months[day.month - 1]; return true;
    case 'a': out += words.short_days[weekday(date)]; return true;
    case 'A': out += words.days[weekday(date)]; return true;
    case 'z': append_offset(out, moment.offset_minutes); return true;
    case '%': out += '%'; return true;
    default: return false;
  }
}

std::unique_ptr<icu::TimeZone> icu_zone(std::string_view zone) {
  // ICU answers a name that it does not know with a zone that equals UTC.
  return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8(icu::StringPiece(zone.data(), static_cast<std::int32_t>(zone.size())))));
}

constexpr UDate kMilliseconds = 1000;

std::int64_t offset_at(const icu::TimeZone& zone, std::int64_t utc_seconds) {
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffset(static_cast<UDate>(utc_seconds) * kMilliseconds, 0, raw, saving, status);
  return U_FAILURE(status) != 0 ? 0 : (raw + saving) / 1000;
}

std::int64_t offset_of_wall_clock(const icu::TimeZone& zone, std::int64_t wall_seconds) {
  const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(&zone);
  if (rules == nullptr) return offset_at(zone, wall_seconds);
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  // The offset before the change: it takes a skipped time past the gap, and a doubled one to its first turn.
  rules->getOffsetFromLocal(static_cast<UDate>(wall_seconds) * kMilliseconds, UCAL_TZ_LOCAL_FORMER,
                            UCAL_TZ_LOCAL_FORMER, raw, saving, status);
  return U_FAILURE(status) != 0 ? 0 : (raw + saving) / 1000;
}

DateTime moment_in(const icu::TimeZone& zone, std::int64_t utc_seconds) {
  return {utc_seconds, static_cast<std::int16_t>(offset_at(zone, utc_seconds) / 60)};
}

/// Takes what it reads off the front of `text`.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }

  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  std::optional<Date> date() {
    const auto found = parse_iso_date(text_.substr(0, 10));
    if (found) text_.remove_prefix(10);
    return found;
  }

  /// Two digits, below `end`.
  std::optional<int> two_digits(int end) {
    if (text_.size() < 2 || !is_digit(text_[0]) || !is_digit(text_[1])) return std::nullopt;
    const int value = (text_[0] - '0') * 10 + (text_[1] - '0');
    text_.remove_prefix(2);
    if (value >= end) return std::nullopt;
    return value;
  }

  /// At least one digit.
  bool skip_digits() {
    std::size_t count = 0;
    while (count < text_.size() && is_digit(text_[count])) ++count;
    text_.remove_prefix(count);
    return count > 0;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view text_;
};

/// hh:mm, with :ss and a fraction where they are given; the fraction is dropped.
std::optional<int> read_clock(Reader& reader) {
  const auto hour = reader.two_digits(24);
  if (!hour || !reader.take(':')) return std::nullopt;
  const auto minute = reader.two_digits(60);
  if (!minute) return std::nullopt;
  const int seconds = *hour * 3600 + *minute * 60;
  if (!reader.take(':')) return seconds;
  const auto second = reader.two_digits(60);
  if (!second || (reader.take('.') && !reader.skip_digits())) return std::nullopt;
  return seconds + *second;
}

/// Z or ±hh:mm, in minutes.
std::optional<int> read_offset(Reader& reader) {
  if (reader.take('Z') || reader.take('z')) return 0;
  const int sign = reader.take('-') ? -1 : 1;
  if (sign > 0 && !reader.take('+')) return std::nullopt;
  const auto hours = reader.two_digits(24);
  if (!hours || !reader.take(':')) return std::nullopt;
  const auto minutes = reader.two_digits(60);
  if (!minutes) return std::nullopt;
  return sign * (*hours * 60 + *minutes);
}

}  // namespace

std::string date_in_words(Date date, DateStyle style) {
  const CivilDate day = civil(date);
  const Words& words = words_of(style.language);
  std::string out;
  if (style.length == DateStyle::Length::short_) {
    return format_date({date.days * kSecondsPerDay, 0}, is_dutch(style.language) ? "%d-%m-%Y" : "%d/%m/%Y");
  }
  if (style.length == DateStyle::Length::full) out.append(words.days[weekday(date)]).append(" ");
  out.append(std::to_string(day.day)).append(" ").append(words.months[day.month - 1]).append(" ");
  return out.append(std::to_string(day.year));
}

std::string time_in_words(int minutes_of_day, std::string_view language) {
  const bool dutch = is_dutch(language);
  std::string out;
  append_padded(out, minutes_of_day / 60, dutch ? 1 : 2);
  out += dutch ? '.' : ':';
  append_padded(out, minutes_of_day % 60, 2);
  if (dutch) out += " uur";
  return out;
}

std::string format_date(DateTime moment, std::string_view pattern, std::string_view language) {
  const Words& words = words_of(language);
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool conversion = pattern[i] == '%' && i + 1 < pattern.size();
    if (conversion && append_conversion(out, pattern[i + 1], moment, words)) {
      ++i;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

std::string rfc822(DateTime moment) { return format_date(moment, "%a, %d %b %Y %H:%M:%S %z", "en"); }

DateTime local_time(Date date, int seconds_of_day, std::string_view zone) {
  const std::int64_t wall = date.days * kSecondsPerDay + seconds_of_day;
  const auto rules = icu_zone(zone);
  return moment_in(*rules, wall - offset_of_wall_clock(*rules, wall));
}

DateTime in_zone(std::int64_t utc_seconds, std::string_view zone) { return moment_in(*icu_zone(zone), utc_seconds); }

std::optional<DateTime> parse_datetime(std::string_view text, std::string_view zone) {
  Reader reader(text);
  const auto date = reader.date();
  if (!date || !(reader.take('T') || reader.take(' '))) return std::nullopt;
  const auto seconds = read_clock(reader);
  if (!seconds) return std::nullopt;
  if (reader.done()) return local_time(*date, *seconds, zone);
  const auto offset = read_offset(reader);
  if (!offset || !reader.done()) return std::nullopt;
  return DateTime{date->days * kSecondsPerDay + *seconds - *offset * 60, static_cast<std::int16_t>(*offset)};
}

}  // namespace katern::text
