#include <cmath>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/paid_comparison.h"
#include "templating/operators.h"

namespace katern::templating {
namespace {

bool both_defined(Invocation& call) {
  if (call.subject().is_undefined()) call.fail_undefined(call.subject());
  if (call.argument(0).is_undefined()) call.fail_undefined(call.argument(0));
  return !call.failed();
}

void add_equality(Registry& registry, std::string_view name, std::string_view summary, bool wanted) {
  registry.add_test(define({name, {required("other")}, summary}, [wanted](Invocation& call) {
    return Value(both_defined(call) && paid_equal(call, call.subject(), call.argument(0)) == wanted);
  }));
}

using Wanted = bool (*)(std::partial_ordering);

void add_order(Registry& registry, std::string_view name, std::string_view summary, Wanted wanted) {
  registry.add_test(define({name, {required("other")}, summary}, [wanted](Invocation& call) {
    const Value& left = call.subject();
    const Value& right = call.argument(0);
    const std::partial_ordering order = paid_compare(call, left, right);
    const bool numbers = left.is_number() && right.is_number();
    if (order == std::partial_ordering::unordered && !numbers) call.unordered(left, right);
    return Value(wanted(order));
  }));
}

/// The rest of a division, with the sign of the divisor as in Python.
double rest(Invocation& call, const Value& divisor) {
  const Value number = call.number();
  if (number.is_integer() && divisor.is_integer()) {
    const std::int64_t by = divisor.as_integer();
    const std::int64_t left = by == -1 ? 0 : number.as_integer() % by;
    return static_cast<double>(left != 0 && (left < 0) != (by < 0) ? left + by : left);
  }
  const double by = divisor.as_number();
  const double left = std::fmod(number.as_number(), by);
  return left != 0 && (left < 0) != (by < 0) ? left + by : left;
}

Value divisible_by(Invocation& call) {
  const Value& divisor = call.argument(0);
  if (!divisor.is_number()) {
    call.wrong_argument(0, "a number");
  } else if (divisor.as_number() == 0) {
    call.bad_value(0, "it must not be zero");
  }
  return Value(!call.failed() && rest(call, divisor) == 0);
}

Value in(Invocation& call) {
  const Value& item = call.subject();
  const Value& container = call.argument(0);
  if (container.is_string()) {
    if (!item.is_string()) {
      call.wrong_subject("a string, because it is looked for in one");
      return {};
    }
    return Value(container.as_string().find(item.as_string()) != std::string_view::npos);
  }
  if (container.is_object()) {
    return Value(item.is_string() && container.as_object().find(Name(item.as_string())) != nullptr);
  }
  if (!container.is_list()) {
    call.wrong_argument(0, "a list, an object or a string");
    return {};
  }
  if (item.is_undefined() && container.size() > 0) call.fail_undefined(item);
  call.spend_items(container.size() / kComparedPerTurn);
  for (std::size_t i = 0; i < container.size() && !call.failed(); ++i) {
    if (paid_equal(call, container.as_list().items[i], item)) return Value(true);
  }
  return Value(false);
}

Value same_as(Invocation& call) {
  const Value& a = call.subject();
  const Value& b = call.argument(0);
  if (a.kind() != b.kind()) return Value(false);
  switch (a.kind()) {
    case ValueKind::list: return Value(&a.as_list() == &b.as_list());
    case ValueKind::object: return Value(&a.as_object() == &b.as_object());
    default: return Value(equal(a, b));
  }
}

}  // namespace

void add_comparison_tests(Registry& registry) {
  for (const std::string_view name : {"==", "eq", "equalto"}) add_equality(registry, name, "Equal to it.", true);
  for (const std::string_view name : {"!=", "ne"}) add_equality(registry, name, "Not equal to it.", false);
  for (const std::string_view name : {"<", "lessthan", "lt"}) add_order(registry, name, "Less than it.", std::is_lt);
  for (const std::string_view name : {"<=", "le"}) add_order(registry, name, "Less than it or equal.", std::is_lteq);
  for (const std::string_view name : {">", "greaterthan", "gt"}) {
    add_order(registry, name, "Greater than it.", std::is_gt);
  }
  for (const std::string_view name : {">=", "ge"}) add_order(registry, name, "Greater than it or equal.", std::is_gteq);
  registry.add_test(
      define({"even", {}, "Divisible by two."}, [](Invocation& call) { return Value(rest(call, Value(2)) == 0); }));
  registry.add_test(
      define({"odd", {}, "Not divisible by two."}, [](Invocation& call) { return Value(rest(call, Value(2)) == 1); }));
  registry.add_test(define({"divisibleby", {required("num")}, "Divisible by it."}, divisible_by));
  registry.add_test(define({"in", {required("seq")}, "In the list, a key of the object, or part of the text."}, in));
  registry.add_test(define({"sameas", {required("other")}, "The very same value."}, same_as));
}

}  // namespace katern::templating
