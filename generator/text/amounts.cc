#include "text/amounts.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

namespace katern::text {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSigns{
    {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}}};

struct Parts {
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
  std::int64_t seconds = 0;
};

Parts parts_of(std::int64_t seconds) { return {seconds / kHour, seconds % kHour / kMinute, seconds % kMinute}; }

std::string two_digits(std::int64_t number) {
  return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

struct Unit {
  std::string_view one;
  std::string_view many;
};

std::string counted(std::int64_t count, const Unit& unit) {
  return std::to_string(count).append(" ").append(count == 1 ? unit.one : unit.many);
}

}  // namespace

std::string grouped(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += '.';
    out += digits[i];
  }
  return out;
}

std::string_view currency_sign(std::string_view code) {
  for (const auto& [known, sign] : kSigns) {
    if (known == code) return sign;
  }
  return {};
}

std::string money_in_words(double amount, std::string_view currency) {
  const std::string_view sign = currency_sign(currency);
  std::string out(sign.empty() ? currency : sign);
  out += "\u00A0";
  std::array<char, 400> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.2f", std::fabs(amount));
  const std::string_view written(buffer.data());
  const std::size_t point = written.find('.');
  if (point == std::string_view::npos) return out.append(written);  // not a finite number
  const std::string_view cents = written.substr(point + 1);
  if (amount < 0 && written.find_first_not_of("0.") != std::string_view::npos) out += '-';
  out += grouped(written.substr(0, point));
  if (cents != "00") out.append(",").append(cents);
  return out;
}

std::string duration_in_words(std::int64_t seconds, std::string_view language) {
  if (seconds < 0) return "-" + duration_in_words(-seconds, language);
  const bool dutch = language == "nl";
  const Parts parts = parts_of(seconds);
  std::vector<std::string> words;
  if (parts.hours > 0) words.push_back(counted(parts.hours, dutch ? Unit{"uur", "uur"} : Unit{"hour", "hours"}));
  if (parts.minutes > 0) {
    words.push_back(counted(parts.minutes, dutch ? Unit{"minuut", "minuten"} : Unit{"minute", "minutes"}));
  }
  if (parts.seconds > 0 || words.empty()) {
    words.push_back(counted(parts.seconds, dutch ? Unit{"seconde", "seconden"} : Unit{"second", "seconds"}));
  }
  std::string out = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    out += last ? (dutch ? " en " : " and ") : ", ";
    out += words[i];
  }
  return out;
}

std::string duration_on_clock(std::int64_t seconds) {
  if (seconds < 0) return "-" + duration_on_clock(-seconds);
  const Parts parts = parts_of(seconds);
  if (parts.hours == 0) return std::to_string(parts.minutes) + ":" + two_digits(parts.seconds);
  return std::to_string(parts.hours) + ":" + two_digits(parts.minutes) + ":" + two_digits(parts.seconds);
}

std::string iso_duration(std::int64_t seconds) {
  if (seconds < 0) return "-" + iso_duration(-seconds);
  const Parts parts = parts_of(seconds);
  std::string out = "PT";
  if (parts.hours > 0) out += std::to_string(parts.hours) + "H";
  if (parts.minutes > 0) out += std::to_string(parts.minutes) + "M";
  if (parts.seconds > 0 || seconds == 0) out += std::to_string(parts.seconds) + "S";
  return out;
}

}  // namespace katern::text
