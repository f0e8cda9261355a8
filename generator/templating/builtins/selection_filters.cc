#include "templating/builtins/attribute_path.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"

namespace katern::templating {
namespace {

/// What is not true has nothing to go through: none and "" as well as an empty list.
std::vector<Value> items_if_any(Invocation& call) {
  if (call.subject().is_undefined()) call.fail_undefined(call.subject());
  return call.subject().truthy() ? call.items() : std::vector<Value>{};
}

const Value* named(Invocation& call, std::string_view name) {
  for (const auto& [given, value] : call.named()) {
    if (given.text == name) return &value;
  }
  return nullptr;
}

CallError missing(Invocation& call, std::string_view argument) {
  return {
      Code::call_missing_argument, {{"callee", std::string(call.callee())}, {"argument", std::string(argument)}}, {}};
}

/// The positional arguments from `first` on, for the filter or test that is run.
std::vector<Value> arguments_from(Invocation& call, std::size_t first) {
  std::vector<Value> arguments;
  for (std::size_t i = first; i < call.count(); ++i) arguments.push_back(call.argument(i));
  return arguments;
}

Value map_attribute(Invocation& call, const Value& attribute) {
  for (const auto& [name, value] : call.named()) {
    if (name.text == "attribute" || name.text == "default") continue;
    call.fail({Code::call_unknown_argument, {{"callee", "map"}, {"argument", std::string(name.text)}}, {}});
  }
  const Value* fallback = named(call, "default");
  if (fallback != nullptr && fallback->is_none()) fallback = nullptr;
  const AttributePath path = AttributePath::from(call, attribute);
  std::vector<Value> out;
  for (Value& item : items_if_any(call)) {
    out.push_back(path.of(call, std::move(item), fallback));
    if (call.failed()) return {};
  }
  return Value::list(std::move(out));
}

Value map(Invocation& call) {
  if (call.count() == 0) {
    if (const Value* attribute = named(call, "attribute")) return map_attribute(call, *attribute);
    call.fail(missing(call, "attribute"));
    return {};
  }
  const std::string_view filter = call.string(0);
  const std::vector<Value> further = arguments_from(call, 1);
  std::vector<Value> out;
  for (Value& item : items_if_any(call)) {
    out.push_back(call.take(call.caller().filter(filter, {std::move(item), further, call.named()})));
    if (call.failed()) return {};
  }
  return Value::list(std::move(out));
}

/// The items for which the test (of the attribute) comes out as `wanted`.
Value select(Invocation& call, bool by_attribute, bool wanted) {
  const std::size_t first = by_attribute ? 1 : 0;
  if (call.count() < first) {
    call.fail(missing(call, "attribute"));
    return {};
  }
  const AttributePath path = by_attribute ? AttributePath::from(call, call.argument(0)) : AttributePath();
  const bool tested = call.count() > first;
  const std::string_view test = tested ? call.string(first) : std::string_view();
  const std::vector<Value> further = arguments_from(call, first + 1);
  std::vector<Value> out;
  for (Value& item : items_if_any(call)) {
    Value looked_at = tested ? path.of(call, item) : path.required_of(call, item);
    if (call.failed()) return {};
    const bool result =
        tested ? call.take(call.caller().test(test, {std::move(looked_at), further, call.named()})).truthy()
               : looked_at.truthy();
    if (result == wanted) out.push_back(std::move(item));
  }
  return Value::list(std::move(out));
}

}  // namespace

void add_selection_filters(Registry& registry) {
  registry.add_filter(define(
      {"map", {}, "What a filter, named first, makes of each item; or `attribute=…` of each, or `default=…`.", true},
      map));
  registry.add_filter(define({"select", {}, "The items for which the test named is true, or that are true.", true},
                             [](Invocation& call) { return select(call, false, true); }));
  registry.add_filter(define({"reject", {}, "The items for which the test named is false, or that are false.", true},
                             [](Invocation& call) { return select(call, false, false); }));
  registry.add_filter(define({"selectattr", {}, "The items of which the attribute passes the test, or is true.", true},
                             [](Invocation& call) { return select(call, true, true); }));
  registry.add_filter(define({"rejectattr", {}, "The items of which the attribute fails the test, or is false.", true},
                             [](Invocation& call) { return select(call, true, false); }));
}

}  // namespace katern::templating
