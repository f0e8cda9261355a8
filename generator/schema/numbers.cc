#include "schema/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace katern::schema {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_minus(std::string_view text) { return text.starts_with('-') ? text.substr(1) : text; }

template <class Number>
std::optional<Number> converted(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (!all_digits(without_minus(text))) return std::nullopt;
  return converted<std::int64_t>(text);
}

std::optional<double> parse_number(std::string_view text) {
  const std::string_view unsigned_text = without_minus(text);
  const std::size_t point = unsigned_text.find('.');
  if (!all_digits(unsigned_text.substr(0, point))) return std::nullopt;
  if (point != std::string_view::npos && !all_digits(unsigned_text.substr(point + 1))) return std::nullopt;
  return converted<double>(text);
}

std::string pointed(std::string_view text) {
  std::string with_points(text);
  std::replace(with_points.begin(), with_points.end(), ',', '.');
  return with_points;
}

std::optional<std::string> guess_integer(std::string_view text) {
  const std::string with_points = pointed(text);
  std::string_view rest = without_minus(with_points);
  std::string digits = text.starts_with('-') ? "-" : "";
  const auto part = [&] { return rest.substr(0, rest.find('.')); };
  const std::string_view first = part();
  if (!all_digits(first) || first.size() == rest.size()) return std::nullopt;
  digits += first;
  rest.remove_prefix(first.size() + 1);
  if (first.size() > 3 || first.starts_with('0') || part().size() != 3) {
    return !rest.empty() && rest.find_first_not_of('0') == rest.npos ? std::optional(digits) : std::nullopt;
  }
  while (true) {
    const std::string_view group = part();
    if (group.size() != 3 || !all_digits(group)) return std::nullopt;
    digits += group;
    if (group.size() == rest.size()) break;
    rest.remove_prefix(group.size() + 1);
  }
  return parse_integer(digits) ? std::optional(digits) : std::nullopt;
}

std::string to_text(double number) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

}  // namespace katern::schema
