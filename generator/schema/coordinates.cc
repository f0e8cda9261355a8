#include <algorithm>
#include <array>
#include <vector>

#include "schema/numbers.h"
#include "schema/quantities.h"

namespace katern::schema {
namespace {

constexpr std::size_t kMaxText = 60;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<std::string> pieces(std::string_view text, std::string_view between) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (between.find(c) == std::string_view::npos) {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::string pointed(std::string number) {
  std::replace(number.begin(), number.end(), ',', '.');
  return number;
}

}  // namespace

bool Coordinates::on_globe() const {
  return latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
}

std::optional<Coordinates> parse_coordinates(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || text.size() > kMaxText) return std::nullopt;
  const auto latitude = parse_number(trimmed(text.substr(0, comma)));
  const auto longitude = parse_number(trimmed(text.substr(comma + 1)));
  if (!latitude || !longitude) return std::nullopt;
  return Coordinates{*latitude, *longitude};
}

std::optional<std::string> guess_coordinates(std::string_view text) {
  if (text.size() > kMaxText) return std::nullopt;
  // "52,37, 4,89" has commas for points, and a space beside the one that is meant.
  std::vector<std::string> parts = pieces(text, " ;°");
  for (std::string& part : parts) {
    if (part.ends_with(',')) part.pop_back();
  }
  if (parts.size() != 2) return std::nullopt;
  std::string guess = pointed(parts[0]) + ", " + pointed(parts[1]);
  return parse_coordinates(guess) ? std::optional(std::move(guess)) : std::nullopt;
}

}  // namespace katern::schema
