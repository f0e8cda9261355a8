#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "schema/numbers.h"
#include "schema/quantities.h"
#include "text/words.h"

namespace katern::schema {
namespace {

constexpr std::size_t kMaxText = 60;
constexpr std::int64_t kMaxSeconds = 30LL * 366 * 86400;
constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kWeek = 7 * kDay;

using Unit = std::pair<std::string_view, std::int64_t>;

constexpr std::array<Unit, 2> kIsoDays{{{"w", kWeek}, {"d", kDay}}};
constexpr std::array<Unit, 3> kIsoTimes{{{"h", kHour}, {"m", kMinute}, {"s", 1}}};
constexpr std::array<Unit, 24> kWords{{
    {"week", kWeek},      {"weken", kWeek},  {"dag", kDay},   {"dagen", kDay},     {"uur", kHour},
    {"uren", kHour},      {"u", kHour},      {"h", kHour},    {"minuut", kMinute}, {"minuten", kMinute},
    {"min", kMinute},     {"mins", kMinute}, {"m", kMinute},  {"seconde", 1},      {"seconden", 1},
    {"sec", 1},           {"s", 1},          {"hour", kHour}, {"hours", kHour},    {"minute", kMinute},
    {"minutes", kMinute}, {"second", 1},     {"seconds", 1},  {"days", kDay},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Reads from the front of a text in lower case, and takes away what it read.
class DurationReader {
 public:
  explicit DurationReader(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }

  bool skip(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  void skip_spaces() {
    while (skip(" ")) {
    }
  }

  /// A number with one of the units, of which each must be smaller than the one before it.
  bool read_part(std::span<const Unit> units, bool spaced) {
    const std::string_view whole = take(is_digit);
    std::string_view fraction;
    if (rest_.size() > 1 && (rest_[0] == '.' || rest_[0] == ',') && is_digit(rest_[1])) {
      rest_.remove_prefix(1);
      fraction = take(is_digit);
    }
    if (spaced) skip_spaces();
    const std::string_view word = spaced ? take(is_letter) : take_one();
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.first == word; });
    if (unit == units.end() || unit->second >= last_unit_ || had_fraction_) return false;
    last_unit_ = unit->second;
    had_fraction_ = !fraction.empty();
    return add(whole, fraction, unit->second);
  }

  std::optional<std::int64_t> total() const {
    if (!any_ || total_ > kMaxSeconds) return std::nullopt;
    return total_;
  }

 private:
  template <class Good>
  std::string_view take(Good good) {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), good);
    const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }
  std::string_view take_one() {
    const std::string_view taken = rest_.substr(0, 1);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  bool add(std::string_view whole, std::string_view fraction, std::int64_t unit) {
    if (whole.empty() || whole.size() > 9 || fraction.size() > 6) return false;
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < fraction.size(); ++i) scale *= 10;
    const std::int64_t parts = parse_integer(fraction.empty() ? "0" : fraction).value_or(0) * unit;
    if (parts % scale != 0) return false;
    total_ += parse_integer(whole).value_or(0) * unit + parts / scale;
    any_ = true;
    return true;
  }

  std::string_view rest_;
  std::int64_t total_ = 0;
  std::int64_t last_unit_ = kWeek + 1;
  bool had_fraction_ = false;
  bool any_ = false;
};

std::optional<std::int64_t> parse_iso(std::string_view text) {
  DurationReader reader(text);
  if (!reader.skip("p")) return std::nullopt;
  while (!reader.done() && !reader.skip("t")) {
    if (!reader.read_part(kIsoDays, false)) return std::nullopt;
  }
  if (text.ends_with('t')) return std::nullopt;
  while (!reader.done()) {
    if (!reader.read_part(kIsoTimes, false)) return std::nullopt;
  }
  return reader.total();
}

std::optional<std::int64_t> parse_clock(std::string_view text) {
  std::array<std::int64_t, 3> parts{};
  std::size_t count = 0;
  while (true) {
    const std::size_t colon = text.find(':');
    const std::string_view part = text.substr(0, colon);
    const auto number = parse_integer(part);
    const bool fits = number && *number >= 0 && (count == 0 ? part.size() <= 4 : part.size() == 2 && *number < 60);
    if (!fits || count == parts.size()) return std::nullopt;
    parts[count++] = *number;
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  if (count == 2) return parts[0] * kMinute + parts[1];
  if (count == 3) return parts[0] * kHour + parts[1] * kMinute + parts[2];
  return std::nullopt;
}

std::optional<std::int64_t> parse_words(std::string_view text) {
  DurationReader reader(text);
  while (true) {
    reader.skip_spaces();
    if (!reader.read_part(kWords, true)) return std::nullopt;
    reader.skip(".");
    reader.skip_spaces();
    if (reader.done()) return reader.total();
    if (!reader.skip(",") && !reader.skip("en ")) reader.skip("and ");
  }
}

}  // namespace

std::optional<std::int64_t> parse_duration(std::string_view text) {
  if (text.empty() || text.size() > kMaxText) return std::nullopt;
  const std::string lower = text::lower(text);
  if (lower.starts_with('p')) return parse_iso(lower);
  if (lower.find(':') != std::string::npos) return parse_clock(lower);
  return parse_words(lower);
}

}  // namespace katern::schema
