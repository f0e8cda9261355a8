#include "citations/short_forms.h"

#include <array>
#include <charconv>
#include <cstdlib>

#include "text/date.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::citations {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Also ’t, 's and d', which begin with an apostrophe or have one second.
bool begins_small(std::string_view word) {
  for (const std::string_view apostrophe : {"'", "’", "‘", "`"}) {
    if (word.starts_with(apostrophe)) word.remove_prefix(apostrophe.size());
  }
  const std::string first(text::prefix(word, 1));
  return !first.empty() && text::lower(first) == first && text::upper(first) != first;
}

/// What stands in lower case behind the initials: the "van den" of "E. van den". "d'" as well.
std::string_view trailing_particle(std::string_view given) {
  std::size_t start = given.size();
  while (start > 0) {
    const std::size_t space = given.rfind(' ', start - 1);
    const std::size_t word = space == given.npos ? 0 : space + 1;
    const std::string_view text = given.substr(word, start - word);
    if (!begins_small(trimmed(text))) break;
    start = word == 0 ? 0 : word - 1;
    if (word == 0) break;
  }
  return trimmed(given.substr(start));
}

std::optional<unsigned> number(std::string_view text, std::size_t digits) {
  unsigned value = 0;
  if (text.size() != digits) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<DateParts> parse_parts(std::string_view text) {
  DateParts parts;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto year = number(text.substr(0, 4), 4);
  if (!year || *year == 0) return std::nullopt;
  parts.year = negative ? -static_cast<int>(*year) : static_cast<int>(*year);
  if (text.size() == 4) return parts;
  const auto month = text[4] == '-' ? number(text.substr(5, 2), 2) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  parts.month = *month;
  if (text.size() == 7) return parts;
  const auto day = text[7] == '-' ? number(text.substr(8), 2) : std::nullopt;
  if (!day || !to_date({parts.year, parts.month, *day})) return std::nullopt;
  parts.day = *day;
  return parts;
}

}  // namespace

std::string_view leading_particle(std::string_view family) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < family.size();) {
    const std::size_t space = family.find(' ', at);
    if (space == family.npos || !begins_small(family.substr(at, space - at))) break;
    end = space;
    at = space + 1;
  }
  return family.substr(0, end);
}

Result<Name, NameProblem> parse_name(std::string_view text) {
  const std::string whole = text::collapse_spaces(text);
  Name name;
  if (whole.empty()) return unexpected(NameProblem::empty);
  const std::size_t comma = whole.find(',');
  if (comma == whole.npos) {
    name.literal = whole;
    return name;
  }
  const std::string_view family = trimmed(std::string_view(whole).substr(0, comma));
  std::string_view given = trimmed(std::string_view(whole).substr(comma + 1));
  const bool joined = whole.find(';') != whole.npos || whole.find('&') != whole.npos ||
                      whole.find(" en ") != whole.npos || whole.find(" and ") != whole.npos;
  const std::size_t second = given.find(',');
  if (joined && second == given.npos && whole.find_first_of(".;") == whole.npos) {
    name.literal = whole;
    return name;
  }
  const std::string_view suffix = second == given.npos ? std::string_view() : trimmed(given.substr(second + 1));
  const bool is_suffix = suffix == "Jr." || suffix == "Sr." || suffix.find_first_not_of("IVX") == suffix.npos;
  if (joined || (second != given.npos && !is_suffix)) return unexpected(NameProblem::several);
  given = trimmed(given.substr(0, second));
  if (family.empty() || given.empty()) {
    name.literal = family.empty() ? given : family;
    return name;
  }
  const std::string_view behind = trailing_particle(given);
  const std::string_view before = leading_particle(family);
  name.suffix = suffix;
  name.given = trimmed(given.substr(0, given.size() - behind.size()));
  name.family = trimmed(family.substr(before.size()));
  name.particle = before.empty() ? behind : before;
  if (!before.empty()) name.dropping_particle = behind;
  return name;
}

bool means_no_date(std::string_view text) { return trimmed(text) == "z.d." || trimmed(text) == "n.d."; }

std::optional<When> parse_when(std::string_view text) {
  When when;
  text = trimmed(text);
  when.circa = text.ends_with('~');
  if (when.circa) text.remove_suffix(1);
  const std::size_t slash = text.find('/');
  const auto from = parse_parts(text.substr(0, slash));
  if (!from) return std::nullopt;
  when.from = *from;
  if (slash == text.npos) return when;
  when.to = parse_parts(text.substr(slash + 1));
  if (!when.to || *when.to < when.from) return std::nullopt;
  return when;
}

}  // namespace katern::citations
