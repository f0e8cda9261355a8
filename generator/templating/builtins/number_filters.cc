#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/read_number.h"
#include "text/amounts.h"
#include "value/number.h"

namespace katern::templating {
namespace {

constexpr double kTwoTo63 = 9223372036854775808.0;

/// A number without its fraction; a failure when it needs more than 64 bits.
Value whole(Invocation& call, double number) {
  if (number >= -kTwoTo63 && number < kTwoTo63) return Value(static_cast<std::int64_t>(number));
  call.wrong_subject("a number that fits in 64 bits");
  return {};
}

Value absolute(Invocation& call) {
  const Value number = call.number();
  if (!number.is_integer()) return Value(std::fabs(number.as_number()));
  if (number.as_integer() == std::numeric_limits<std::int64_t>::min()) return whole(call, kTwoTo63);
  return Value(number.as_integer() < 0 ? -number.as_integer() : number.as_integer());
}

Value to_integer(Invocation& call) {
  const Value& value = call.subject();
  if (value.is_undefined()) call.fail_undefined(value);
  if (value.is_integer() || value.is_boolean()) return Value(value.as_integer());
  if (value.kind() == ValueKind::number) {
    return std::isnan(value.as_number()) ? call.argument(0) : whole(call, value.as_number());
  }
  if (!value.is_string()) return call.argument(0);
  const std::int64_t base = call.integer(1);
  bool too_large = false;
  if (base == 0 || (base >= 2 && base <= 36)) {
    const auto number = read_integer(value.as_string(), static_cast<int>(base), too_large);
    if (number) return Value(*number);
  }
  if (too_large) return whole(call, kTwoTo63);
  // "42.23" is 42 as well.
  const auto number = read_float(value.as_string());
  return number && std::isfinite(*number) ? whole(call, *number) : call.argument(0);
}

Value to_float(Invocation& call) {
  const Value& value = call.subject();
  if (value.is_undefined()) call.fail_undefined(value);
  if (value.is_number()) return Value(value.as_number());
  if (value.is_boolean()) return Value(value.as_boolean() ? 1.0 : 0.0);
  const auto number = value.is_string() ? read_float(value.as_string()) : std::nullopt;
  return number ? Value(*number) : call.argument(0);
}

/// Half to even, from the exact value of the number, as Python does.
double rounded(double number, std::int64_t precision) {
  constexpr std::int64_t kExact = 323;
  if (!std::isfinite(number) || precision > kExact) return number;
  if (precision < -308) return std::copysign(0.0, number);
  if (precision >= 0) {
    std::array<char, 700> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", static_cast<int>(precision), number);
    return read_float(buffer.data()).value_or(number);
  }
  const double unit = std::pow(10.0, static_cast<double>(-precision));
  const double scaled = number / unit;
  double result = std::round(scaled);
  if (std::fabs(scaled - result) == 0.5) result = 2.0 * std::round(scaled / 2.0);
  return result * unit;
}

std::optional<std::int64_t> rounded_integer(std::int64_t number, std::int64_t precision) {
  if (precision >= 0) return number;
  if (precision < -18) return 0;
  std::int64_t unit = 1;
  for (std::int64_t i = precision; i < 0; ++i) unit *= 10;
  const std::int64_t rest = ((number % unit) + unit) % unit;
  std::int64_t lower = 0;
  if (__builtin_sub_overflow(number, rest, &lower)) return std::nullopt;
  const bool up = rest > unit / 2 || (rest == unit / 2 && (lower / unit) % 2 != 0);
  if (up && __builtin_add_overflow(lower, unit, &lower)) return std::nullopt;
  return lower;
}

Value round(Invocation& call) {
  const Value number = call.number();
  const std::int64_t precision = call.integer(0);
  const std::string_view method = call.string(1);
  if (method == "common") {
    if (!number.is_integer()) return Value(rounded(number.as_number(), precision));
    const auto result = rounded_integer(number.as_integer(), precision);
    return result ? Value(*result) : whole(call, kTwoTo63);
  }
  if (method != "ceil" && method != "floor") {
    call.bad_value(1, "it must be common, ceil or floor");
    return {};
  }
  const double unit = std::pow(10.0, static_cast<double>(precision));
  const double scaled = number.as_number() * unit;
  if (!std::isfinite(scaled) || unit == 0) {
    call.wrong_subject("a finite number");
    return {};
  }
  // Python divides whole numbers here, and of those there is no minus zero.
  return Value((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / unit + 0.0);
}

Value filesizeformat(Invocation& call) {
  constexpr std::array<std::string_view, 8> kDecimal = {"kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
  constexpr std::array<std::string_view, 8> kBinary = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"};
  const auto read = call.subject().is_string() ? read_float(call.subject().as_string()) : std::nullopt;
  const double bytes = read ? *read : call.number().as_number();
  const bool binary = call.flag(0);
  const double base = binary ? 1024 : 1000;
  if (!std::isfinite(bytes)) call.wrong_subject("a finite number");
  if (bytes == 1) return Value::view("1 Byte");
  std::string out;
  if (bytes < base) {
    append_integer(out, whole(call, bytes).as_integer());
    return Value::string(out += " Bytes");
  }
  // A long double holds these powers of ten exactly, as Python's integers do.
  long double unit = static_cast<long double>(base) * base;
  std::size_t step = 0;
  for (; step + 1 < kDecimal.size() && bytes >= unit; ++step) unit *= base;
  std::array<char, 400> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.1f ", base * bytes / static_cast<double>(unit));
  return Value::string(out.append(buffer.data()).append(binary ? kBinary[step] : kDecimal[step]));
}

Value dutch_number(Invocation& call) {
  const Value number = call.number();
  constexpr std::int64_t kMaxDecimals = 20;
  std::array<char, 400> buffer{};
  std::string written;
  if (call.given(0)) {
    const auto decimals = static_cast<int>(call.integer(0, 0, kMaxDecimals));
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, rounded(number.as_number(), decimals));
    written = buffer.data();
  } else if (number.is_integer()) {
    append_integer(written, number.as_integer());
  } else {
    append_number(written, number.as_number());
    if (written.ends_with(".0")) written.resize(written.size() - 2);
  }
  if (written.find_first_not_of("-.0123456789") != std::string::npos) return Value::string(written);
  const bool negative = written.starts_with('-');
  const std::size_t point = std::min(written.find('.'), written.size());
  const std::size_t begin = negative ? 1 : 0;
  std::string out = negative ? "-" : "";
  out += text::grouped(std::string_view(written).substr(begin, point - begin));
  if (point < written.size()) out.append(",").append(written, point + 1);
  return Value::string(out);
}

}  // namespace

void add_number_filters(Registry& registry) {
  registry.add_filter(define({"abs", {}, "A number without its sign."}, absolute));
  registry.add_filter(
      define({"int", {optional("default", 0), optional("base", 10)}, "As a whole number; `default` for what is none."},
             to_integer));
  registry.add_filter(define(
      {"float", {optional("default", 0.0)}, "As a number with a fraction; `default` for what is none."}, to_float));
  registry.add_filter(define({"round",
                              {optional("precision", 0), optional_text("method", "common")},
                              "Rounded to so many decimals; `method` is common (half to even), ceil or floor."},
                             round));
  registry.add_filter(
      define({"filesizeformat", {optional("binary", false)}, "A number of bytes in words: 13.0 kB."}, filesizeformat));
  registry.add_filter(
      define({"getal", {optional("decimalen")}, "A number as Dutch writes it: 1.234,5."}, dutch_number));
}

}  // namespace katern::templating
