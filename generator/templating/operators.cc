#include "templating/operators.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "templating/builtins/percent_format.h"
#include "templating/escaping.h"
#include "value/counted_comparison.h"

namespace katern::templating {
namespace {

using Integer = std::int64_t;

bool is_whole(const Value& value) { return value.is_integer() || value.is_boolean(); }
bool is_numeric(const Value& value) { return value.is_number() || value.is_boolean(); }

std::string_view symbol(Operation operation) {
  switch (operation) {
    case Operation::add: return "+";
    case Operation::subtract: return "-";
    case Operation::multiply: return "*";
    case Operation::divide: return "/";
    case Operation::floor_divide: return "//";
    case Operation::modulo: return "%";
    case Operation::power: return "**";
  }
  return "";
}

tl::unexpected<CallError> failed(Code code, Operation operation) {
  return unexpected(CallError{code, {{"operator", std::string(symbol(operation))}}, {}});
}

Integer floor_divide(Integer a, Integer b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0); }

// By repeated squaring; nothing when the result does not fit.
std::optional<Integer> whole_power(Integer base, Integer exponent) {
  Integer result = 1;
  while (exponent > 0) {
    if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result)) return std::nullopt;
    exponent >>= 1;
    if (exponent > 0 && __builtin_mul_overflow(base, base, &base)) return std::nullopt;
  }
  return result;
}

CallResult with_numbers(Operation operation, double a, double b) {
  const bool divides =
      operation == Operation::divide || operation == Operation::floor_divide || operation == Operation::modulo;
  if (divides && b == 0) return failed(Code::operator_zero_division, operation);
  switch (operation) {
    case Operation::add: return Value(a + b);
    case Operation::subtract: return Value(a - b);
    case Operation::multiply: return Value(a * b);
    case Operation::divide: return Value(a / b);
    case Operation::floor_divide:
    case Operation::modulo: {
      // As Python's float_divmod: the remainder has the sign of the divisor.
      double remainder = std::fmod(a, b);
      double quotient = (a - remainder) / b;
      if (remainder != 0 && (b < 0) != (remainder < 0)) {
        remainder += b;
        quotient -= 1;
      }
      if (operation == Operation::modulo) return Value(remainder != 0 ? remainder : std::copysign(0.0, b));
      if (quotient == 0) return Value(std::copysign(0.0, a / b));
      const double floor = std::floor(quotient);
      return Value(quotient - floor > 0.5 ? floor + 1 : floor);
    }
    case Operation::power: {
      if (a == 0 && b < 0) return failed(Code::operator_zero_division, operation);
      const double result = std::pow(a, b);
      const bool finite = std::isfinite(a) && std::isfinite(b);
      if (finite && !std::isfinite(result)) return failed(Code::operator_overflow, operation);
      return Value(result);
    }
  }
  return Value();
}

CallResult with_integers(Operation operation, Integer a, Integer b) {
  Integer result = 0;
  bool overflow = false;
  switch (operation) {
    case Operation::add: overflow = __builtin_add_overflow(a, b, &result); break;
    case Operation::subtract: overflow = __builtin_sub_overflow(a, b, &result); break;
    case Operation::multiply: overflow = __builtin_mul_overflow(a, b, &result); break;
    case Operation::divide: return with_numbers(operation, static_cast<double>(a), static_cast<double>(b));
    case Operation::floor_divide:
    case Operation::modulo:
      if (b == 0) return failed(Code::operator_zero_division, operation);
      if (b == -1) {
        overflow = operation == Operation::floor_divide && __builtin_sub_overflow(Integer{0}, a, &result);
      } else if (operation == Operation::floor_divide) {
        result = floor_divide(a, b);
      } else {
        result = a - floor_divide(a, b) * b;
      }
      break;
    case Operation::power: {
      if (b < 0) return with_numbers(operation, static_cast<double>(a), static_cast<double>(b));
      const auto power = whole_power(a, b);
      overflow = !power;
      result = power.value_or(0);
      break;
    }
  }
  if (overflow) return failed(Code::operator_overflow, operation);
  return Value(result);
}

CallResult repeated(const Value& value, Integer times, std::size_t limit) {
  const std::size_t size = value.is_string() ? value.as_string().size() : value.size();
  const auto count = static_cast<std::size_t>(times > 0 ? times : 0);
  const std::size_t most = value.is_list() ? limit / sizeof(Value) : limit;
  if (size > 0 && count > most / size) return failed(Code::operator_too_large, Operation::multiply);
  if (value.is_list()) {
    std::vector<Value> items;
    items.reserve(size * count);
    for (std::size_t turn = 0; turn < count && size > 0; ++turn) {
      for (std::size_t i = 0; i < size; ++i) items.push_back(value.at(i));
    }
    return value.as_list().tuple ? Value::tuple(std::move(items)) : Value::list(std::move(items));
  }
  std::string text;
  text.reserve(size * count);
  for (std::size_t turn = 0; turn < count && size > 0; ++turn) text += value.as_string();
  return value.is_markup() ? Value::markup(text) : Value::string(text);
}

CallResult added_lists(const Value& left, const Value& right, std::size_t limit) {
  if (left.size() + right.size() > limit / sizeof(Value)) return failed(Code::operator_too_large, Operation::add);
  std::vector<Value> items;
  items.reserve(left.size() + right.size());
  for (std::size_t i = 0; i < left.size(); ++i) items.push_back(left.at(i));
  for (std::size_t i = 0; i < right.size(); ++i) items.push_back(right.at(i));
  return left.as_list().tuple ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

CallResult formatted(const Value& format, const Value& values, bool none_as_empty) {
  if (values.is_list() && values.as_list().tuple)
    return percent_format(format, values.as_list().items, {}, none_as_empty);
  if (!values.is_object()) return percent_format(format, std::span(&values, 1), {}, none_as_empty);
  std::vector<std::pair<Name, Value>> named;
  const Object& object = values.as_object();
  for (std::size_t i = 0; i < object.size(); ++i) named.emplace_back(Name(object.key_at(i)), object.value_at(i));
  return percent_format(format, {}, named, none_as_empty);
}

}  // namespace

CallError unfit(std::string_view operation, const Value& left, const Value& right) {
  return {Code::operator_unfit,
          {{"operator", std::string(operation)},
           {"left", std::string(kind_name(left.kind()))},
           {"right", std::string(kind_name(right.kind()))}},
          {}};
}

CallResult arithmetic(Operation operation, const Value& left, const Value& right, std::size_t limit,
                      bool none_as_empty) {
  if (is_whole(left) && is_whole(right)) return with_integers(operation, left.as_integer(), right.as_integer());
  if (is_numeric(left) && is_numeric(right)) return with_numbers(operation, left.as_number(), right.as_number());
  if (operation == Operation::add) {
    if (left.is_string() && right.is_string()) {
      if (left.as_string().size() + right.as_string().size() > limit)
        return failed(Code::operator_too_large, operation);
      return joined(left, right);
    }
    if (left.is_list() && right.is_list() && left.as_list().tuple == right.as_list().tuple) {
      return added_lists(left, right, limit);
    }
  }
  if (operation == Operation::modulo && left.is_string()) return formatted(left, right, none_as_empty);
  if (operation == Operation::multiply) {
    if ((left.is_string() || left.is_list()) && is_whole(right)) return repeated(left, right.as_integer(), limit);
    if ((right.is_string() || right.is_list()) && is_whole(left)) return repeated(right, left.as_integer(), limit);
  }
  return unexpected(unfit(symbol(operation), left, right));
}

CallResult negate(const Value& value) {
  if (value.kind() == ValueKind::number) return Value(-value.as_number());
  if (!is_whole(value)) return unexpected(unfit("-", Value(), value));
  return with_integers(Operation::subtract, 0, value.as_integer());
}

CallResult positive(const Value& value) {
  if (value.kind() == ValueKind::number) return value;
  if (!is_whole(value)) return unexpected(unfit("+", Value(), value));
  return Value(value.as_integer());
}

Result<bool, CallError> compare_values(Comparison comparison, const Value& left, const Value& right,
                                       std::size_t& steps) {
  if (comparison == Comparison::equal) return equal(left, right, steps);
  if (comparison == Comparison::not_equal) return !equal(left, right, steps);
  const std::partial_ordering order = compare(left, right, steps);
  if (order == std::partial_ordering::unordered && !(is_numeric(left) && is_numeric(right))) {
    constexpr std::string_view kSymbols[] = {"==", "!=", "<", "<=", ">", ">=", "in", "not in"};
    return unexpected(unfit(kSymbols[static_cast<std::size_t>(comparison)], left, right));
  }
  switch (comparison) {
    case Comparison::less: return std::is_lt(order);
    case Comparison::less_equal: return std::is_lteq(order);
    case Comparison::greater: return std::is_gt(order);
    default: return std::is_gteq(order);
  }
}

Value joined(const Value& left, const Value& right) {
  std::string text;
  text.reserve(left.as_string().size() + right.as_string().size());
  if (!left.is_markup() && !right.is_markup()) {
    text += left.as_string();
    text += right.as_string();
    return Value::string(text);
  }
  append_as_markup(text, left);
  append_as_markup(text, right);
  return Value::markup(text);
}

}  // namespace katern::templating
