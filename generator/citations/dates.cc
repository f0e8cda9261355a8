#include <cstdlib>

#include "citations/reference.h"

namespace katern::citations {
namespace {

using enum DateVariable;

/// What takes the place of a date: a word, or nothing when there is a date.
std::string_view word_of(const Item& item, const Style& style) {
  const Terms& terms = terms_of(style);
  switch (state_of(item.text(TextVariable::status)).value_or(State::published)) {
    case State::in_press: return terms.in_press;
    case State::in_preparation: return terms.in_preparation;
    case State::submitted: return terms.submitted;
    case State::published: break;
  }
  return item.when(issued) == nullptr ? terms.no_date : std::string_view();
}

std::string year_of(const DateParts& date, const Style& style) {
  const std::string year = std::to_string(std::abs(date.year));
  if (date.year > 0) return year;
  return year + (is_dutch(style) ? " v.Chr." : " B.C.E.");
}

std::string years_of(const When& when, const Style& style) {
  if (!when.literal.empty()) return when.literal;
  std::string out = when.circa ? std::string(terms_of(style).circa) + ' ' : std::string();
  out += year_of(when.from, style);
  if (when.to && when.to->year != when.from.year) out.append("–") += year_of(*when.to, style);
  return out;
}

std::string days_of(const When& when, const Style& style) {
  const DateParts& from = when.from;
  if (from.month == 0) return std::string(season_in_words(when.season, style));
  const std::string first = month_and_day(from.month, from.day, style);
  if (!when.to || when.to->year != from.year || when.to->month == 0) return first;
  if (when.to->month != from.month) return first + "–" + month_and_day(when.to->month, when.to->day, style);
  if (when.to->day == from.day || from.day == 0) return first;
  const std::string days = std::to_string(from.day) + "–" + std::to_string(when.to->day);
  const std::string month = month_and_day(from.month, 0, style);
  return is_dutch(style) ? days + ' ' + month : month + ' ' + days;
}

/// Periodicals by number and books have the year alone; what comes out on a day has that day (APA 9.13).
bool shows_days(const Item& item) {
  switch (item.type) {
    case Type::article_journal:
    case Type::book:
    case Type::chapter:
    case Type::dataset:
    case Type::entry:
    case Type::entry_dictionary:
    case Type::entry_encyclopedia:
    case Type::software:
    case Type::standard:
    case Type::thesis: return false;
    // A film has a year, a video on the web a day.
    case Type::motion_picture: return !item.text(TextVariable::url).empty();
    default: return true;
  }
}

/// What the list writes the days of, behind the year; null: it has the year or a word alone.
const When* shown_days(const Item& item, const Style& style) {
  // A talk is dated by the days of its conference.
  const bool talk = item.type == Type::speech || item.type == Type::paper_conference;
  const When* days = talk && item.when(event_date) != nullptr ? item.when(event_date) : item.when(issued);
  const bool shown = days != nullptr && days->literal.empty() && shows_days(item) && word_of(item, style).empty();
  return shown ? days : nullptr;
}

}  // namespace

std::string date_in_text(const Item& item, const Style& style, std::string_view year_suffix) {
  std::string date(word_of(item, style));
  const bool word = !date.empty();
  if (!word) date = years_of(*item.when(issued), style);
  if (year_suffix.empty()) return date;
  if (word) date += '-';  // z.d.-a
  return date.append(year_suffix);
}

std::string date_in_list(const Item& item, const Style& style, std::string_view year_suffix) {
  std::string date = date_in_text(item, style, year_suffix);
  const When* days = shown_days(item, style);
  if (days == nullptr) return date;
  const std::string day = days_of(*days, style);
  return day.empty() ? date : date + ", " + day;
}

DateParts date_in_order(const Item& item, const Style& style) {
  const When* year = item.when(issued);
  DateParts date;
  if (year != nullptr) date.year = year->from.year;
  if (const When* days = shown_days(item, style)) {
    date.month = days->from.month;
    date.day = days->from.day;
  }
  return date;
}

}  // namespace katern::citations
