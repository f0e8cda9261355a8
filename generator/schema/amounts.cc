#include "text/amounts.h"

#include <algorithm>
#include <array>

#include "schema/numbers.h"
#include "schema/quantities.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using Reading = Amount::Reading;

constexpr std::size_t kMaxText = 60;
constexpr std::size_t kMaxDigits = 14;  ///< of whole units

constexpr std::array<std::string_view, 4> kWordsForEuro{"euro", "euro's", "euro’s", "eur"};
constexpr std::array<std::string_view, 5> kNothingBehind{",-", ",–", ",—", ",--", ".-"};

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Spaces, and those that do not break, which word processors put after €.
std::string_view trimmed(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space : {" ", "\u00A0", "\u202F"}) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
    }
  }
  return text;
}

/// The text around the digits, and what is left of it.
struct Marks {
  std::string_view number;
  bool negative = false;
  bool own_currency = false;
  bool other_currency = false;
  bool no_cents = false;  ///< ",-" follows, so that a mark before it is one of thousands
};

void note(Marks& marks, std::string_view word, std::string_view currency) {
  const std::string lower = text::lower(word);
  const bool euro = std::find(kWordsForEuro.begin(), kWordsForEuro.end(), lower) != kWordsForEuro.end();
  const bool own =
      lower == text::lower(currency) || word == text::currency_sign(currency) || (euro && currency == "EUR");
  (own ? marks.own_currency : marks.other_currency) = true;
}

Marks marks_of(std::string_view text, std::string_view currency) {
  Marks marks;
  text = trimmed(text);
  const auto take_minus = [&] {
    if (marks.negative || !text.starts_with('-')) return;
    marks.negative = true;
    text = trimmed(text.substr(1));
  };
  take_minus();
  const std::size_t first = text.find_first_of("0123456789-");
  if (first == std::string_view::npos) return marks;
  if (const std::string_view before = trimmed(text.substr(0, first)); !before.empty()) note(marks, before, currency);
  text.remove_prefix(first);
  take_minus();
  const std::size_t last = text.find_last_of("0123456789");
  if (last == std::string_view::npos) return marks;
  std::string_view behind = text.substr(last + 1);
  for (const std::string_view nothing : kNothingBehind) {
    if (!behind.starts_with(nothing)) continue;
    behind = behind.substr(nothing.size());
    marks.no_cents = true;
  }
  behind = trimmed(behind);
  while (behind.starts_with('-')) behind = trimmed(behind.substr(1));
  if (!behind.empty()) note(marks, behind, currency);
  marks.number = text.substr(0, last + 1);
  return marks;
}

/// Digits in groups of three; nothing when they are not.
std::string without_groups(std::string_view text, char mark) {
  std::string digits;
  for (bool first = true;; first = false) {
    const std::size_t end = text.find(mark);
    const std::string_view group = text.substr(0, end);
    if (!all_digits(group) || group.size() > 3 || (!first && group.size() != 3)) return {};
    digits += group;
    if (end == std::string_view::npos) return digits;
    text.remove_prefix(end + 1);
  }
}

/// The digits of an amount: whole units, and what stands behind the decimal mark.
struct Digits {
  std::string whole;
  std::string decimals;
};

std::string as_written(const Digits& digits) {
  if (digits.decimals.empty()) return digits.whole;
  return digits.whole + "." + (digits.decimals + "0").substr(0, 2);
}

Amount good(const Digits& digits, bool negative) {
  if (!all_digits(digits.whole) || digits.whole.size() > kMaxDigits) return {};
  const std::string cents = digits.whole + (digits.decimals + "00").substr(0, 2);
  const auto number = parse_integer(cents);
  if (!number) return {};
  return {Reading::good, negative ? -*number : *number, {}, {}};
}

Amount mendable(const Digits& digits, bool negative) {
  if (!all_digits(digits.whole)) return {};
  return {Reading::none, 0, (negative ? "-" : "") + as_written(digits), {}};
}

// One mark: 2000.50, 2.000, 2000,50, 2,000.
Amount with_one_mark(std::string_view number, std::size_t at, const Marks& marks) {
  const std::string whole(number.substr(0, at));
  const std::string behind(number.substr(at + 1));
  if (!all_digits(whole) || !all_digits(behind)) return {};
  if (behind.size() == 2) return good({whole, behind}, marks.negative);
  if (behind.size() == 1) return mendable({whole, behind}, marks.negative);
  if (behind.size() != 3 || whole.size() > 3 || whole == "0") return {};
  if (number[at] == '.' && (marks.own_currency || marks.no_cents)) return good({whole + behind, {}}, marks.negative);
  const std::string minus = marks.negative ? "-" : "";
  return {Reading::unclear, 0, minus + whole + behind, minus + whole + "," + behind.substr(0, 2)};
}

// Points between thousands and a comma before decimals, as Dutch has it, or the other way round.
Amount with_both_marks(std::string_view number, const Marks& marks) {
  const std::size_t last = number.find_last_of(".,");
  const char grouping = number[last] == ',' ? '.' : ',';
  const Digits digits{without_groups(number.substr(0, last), grouping), std::string(number.substr(last + 1))};
  if (digits.whole.empty() || !all_digits(digits.decimals) || digits.decimals.size() > 2) return {};
  const bool dutch = grouping == '.' && digits.decimals.size() == 2;
  return dutch ? good(digits, marks.negative) : mendable(digits, marks.negative);
}

Amount read_number(const Marks& marks) {
  const std::string_view number = marks.number;
  if (all_digits(number)) return good({std::string(number), {}}, marks.negative);
  const auto points = std::count(number.begin(), number.end(), '.');
  const auto commas = std::count(number.begin(), number.end(), ',');
  if (points + commas == 1) return with_one_mark(number, number.find_first_of(".,"), marks);
  if (points > 0 && commas > 0) return with_both_marks(number, marks);
  const Digits digits{without_groups(number, points > 0 ? '.' : commas > 0 ? ',' : ' '), {}};
  return points > 0 ? good(digits, marks.negative) : mendable(digits, marks.negative);
}

}  // namespace

Amount parse_amount(std::string_view text, std::string_view currency) {
  if (text.size() > kMaxText) return {};
  const Marks marks = marks_of(text, currency);
  if (marks.number.empty()) return {};
  Amount amount = read_number(marks);
  // Words that are no currency make it no amount; a number beside one that is another currency is told so.
  if (marks.other_currency && amount.reading != Reading::none) amount.reading = Reading::other_currency;
  return amount;
}

}  // namespace katern::schema
