#include "templating/builtins/read_number.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

#include "text/characters.h"
#include "text/utf8.h"

namespace katern::templating {
namespace {

std::string_view stripped(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (text::is_space(text::next(text, i))) continue;
    begin = std::min(begin, start);
    end = i;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

int base_of_prefix(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1]) {
    case 'x':
    case 'X': return 16;
    case 'o':
    case 'O': return 8;
    case 'b':
    case 'B': return 2;
    default: return 0;
  }
}

bool take_sign(std::string_view& text) {
  if (text.empty() || (text[0] != '-' && text[0] != '+')) return false;
  const bool negative = text[0] == '-';
  text.remove_prefix(1);
  return negative;
}

/// Without the underscores, each of which must stand between two digits.
std::optional<std::string> without_underscores(std::string_view text, int base) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      digits += text[i];
      continue;
    }
    const bool between =
        i > 0 && i + 1 < text.size() && digit_value(text[i - 1]) < base && digit_value(text[i + 1]) < base;
    if (!between) return std::nullopt;
  }
  return digits;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (digit_value(text[i]) != digit_value(lower[i])) return false;
  }
  return true;
}

/// digits [. digits] [e [sign] digits], with a digit on one side of the point.
bool is_decimal(std::string_view text) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t start = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    return i - start;
  };
  std::size_t mantissa = digits();
  if (i < text.size() && text[i] == '.') {
    ++i;
    mantissa += digits();
  }
  if (mantissa == 0) return false;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (digits() == 0) return false;
  }
  return i == text.size();
}

}  // namespace

std::optional<std::int64_t> read_integer(std::string_view text, int base, bool& too_large) {
  too_large = false;
  text = stripped(text);
  const bool negative = take_sign(text);
  const int prefix = base_of_prefix(text);
  if (prefix != 0 && (base == 0 || base == prefix)) {
    base = prefix;
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  } else if (base == 0) {
    // As in Python source, a number in base 10 does not begin with a zero unless it is zero.
    if (text.size() > 1 && text[0] == '0' && text.find_first_not_of("0_") != std::string_view::npos)
      return std::nullopt;
    base = 10;
  }
  const auto digits = without_underscores(text, base);
  if (!digits || digits->empty()) return std::nullopt;
  for (const char c : *digits) {
    if (digit_value(c) >= base) return std::nullopt;
  }
  std::int64_t number = 0;
  const std::string written = negative ? "-" + *digits : *digits;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number, base);
  too_large = error == std::errc::result_out_of_range;
  return too_large ? std::nullopt : std::optional(number);
}

std::optional<double> read_float(std::string_view text) {
  text = stripped(text);
  const bool negative = take_sign(text);
  const double sign = negative ? -1.0 : 1.0;
  if (equals_ignoring_case(text, "inf") || equals_ignoring_case(text, "infinity")) {
    return sign * std::numeric_limits<double>::infinity();
  }
  if (equals_ignoring_case(text, "nan")) return std::numeric_limits<double>::quiet_NaN();
  const auto digits = without_underscores(text, 10);
  if (!digits || !is_decimal(*digits)) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), number);
  if (error == std::errc::result_out_of_range) {
    const bool tiny = digits->find("e-") != std::string::npos || digits->find("E-") != std::string::npos;
    number = tiny ? 0.0 : std::numeric_limits<double>::infinity();
  }
  return sign * number;
}

}  // namespace katern::templating
