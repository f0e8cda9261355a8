#include "templating/builtins/invocation.h"

#include <memory>

#include "templating/printing.h"
#include "templating/sequences.h"
#include "templating/undefined.h"

namespace katern::templating {

Invocation::Invocation(std::string_view callee, std::span<const std::string_view> parameters,
                       const Arguments& arguments, Caller& caller)
    : callee_(callee), parameters_(parameters), arguments_(arguments), caller_(caller) {}

std::string_view Invocation::text() { return text_of(subject()); }

std::string_view Invocation::string_subject() {
  if (subject().is_string()) return text_of(subject());
  if (subject().is_none() && caller_.none_as_empty()) return {};
  wrong_subject("a string");
  return {};
}

Value Invocation::number() {
  if (subject().is_number()) return subject();
  if (subject().is_boolean()) return Value(subject().as_boolean() ? 1 : 0);
  wrong_subject("a number");
  return Value(0);
}

std::vector<Value> Invocation::items() { return items_of(subject()); }

const Object* Invocation::object() {
  if (subject().is_object()) return &subject().as_object();
  wrong_subject("an object");
  return nullptr;
}

bool Invocation::given(std::size_t index) const {
  return !argument(index).is_none() && !argument(index).is_undefined();
}

bool Invocation::flag(std::size_t index) {
  if (argument(index).is_undefined()) fail_undefined(argument(index));
  return argument(index).truthy();
}

std::int64_t Invocation::integer(std::size_t index, std::int64_t least, std::int64_t most) {
  const Value& value = argument(index);
  const bool whole = value.is_integer() || value.is_boolean();
  if (!whole) wrong_argument(index, "an integer");
  const std::int64_t number = whole ? value.as_integer() : least;
  if (number >= least && number <= most) return number;
  bad_value(index, number < least ? "it must be at least " + std::to_string(least)
                                  : "it must be at most " + std::to_string(most));
  return least;
}

std::string_view Invocation::string(std::size_t index) {
  if (argument(index).is_string()) return argument(index).as_string();
  wrong_argument(index, "a string");
  return {};
}

std::string_view Invocation::text(std::size_t index) { return text_of(argument(index)); }

std::string_view Invocation::text_of(const Value& value) {
  if (value.is_string()) {
    spend_text(value.as_string().size());
    return value.as_string();
  }
  append(texts_.emplace_front(), value);
  spend_text(texts_.front().size());
  return texts_.front();
}

// Filters do more with a byte than copying it, so it counts as time as well as room.
void Invocation::spend_text(std::size_t bytes) {
  if (auto error = caller_.spend_bytes(bytes)) fail(*std::move(error));
  spend_items(bytes / kBytesPerItem);
}

void Invocation::append(std::string& out, const Value& value) {
  if (value.is_undefined()) return fail_undefined(value);
  if (value.is_none() && caller_.none_as_empty()) return;
  if (auto error = append_text(out, value)) fail(*std::move(error));
}

void Invocation::spend_items(std::size_t items) {
  if (auto error = caller_.spend_items(items)) fail(*std::move(error));
}

std::vector<Value> Invocation::items_of(const Value& value) {
  std::vector<Value> items;
  if (value.is_undefined()) fail_undefined(value);
  spend_items(value.is_string() ? value.as_string().size() : value.size());
  if (failed() || (value.is_string() && !within(value.as_string().size(), kMaxItems))) return items;
  const auto found = iterable(value);
  if (!found) {
    fail({Code::call_wrong_subject,
          {{"callee", std::string(callee_)},
           {"expected", "a list, an object or a string"},
           {"actual", std::string(kind_name(value.kind()))}},
          {}});
    return items;
  }
  items.reserve(found->size());
  for (std::size_t i = 0; i < found->size(); ++i) items.push_back(found->at(i));
  return items;
}

Value Invocation::part(std::string_view text) const {
  return subject().is_string() && !subject().owned() ? Value::view(text) : Value::string(text);
}

Value Invocation::like_subject(std::string_view text) const {
  return subject().is_markup() ? Value::markup(text) : Value::string(text);
}

void Invocation::fail(CallError error) {
  if (!error_) error_ = std::move(error);
}

void Invocation::fail_undefined(const Value& value) { fail(undefined_error(value)); }

void Invocation::wrong_subject(std::string_view expected) {
  if (subject().is_undefined()) {
    fail_undefined(subject());
    return;
  }
  fail({Code::call_wrong_subject,
        {{"callee", std::string(callee_)},
         {"expected", std::string(expected)},
         {"actual", std::string(kind_name(subject().kind()))}},
        {}});
}

std::string Invocation::argument_name(std::size_t index) const {
  return index < parameters_.size() ? std::string(parameters_[index]) : std::to_string(index + 1);
}

void Invocation::wrong_argument(std::size_t index, std::string_view expected) {
  if (argument(index).is_undefined()) {
    fail_undefined(argument(index));
    return;
  }
  fail({Code::call_wrong_argument,
        {{"callee", std::string(callee_)},
         {"argument", argument_name(index)},
         {"expected", std::string(expected)},
         {"actual", std::string(kind_name(argument(index).kind()))}},
        {}});
}

void Invocation::bad_value(std::size_t index, std::string_view expected) {
  std::string value;
  static_cast<void>(append_text(value, argument(index)));  // its beginning says enough
  fail({Code::call_bad_value,
        {{"callee", std::string(callee_)},
         {"argument", argument_name(index)},
         {"value", std::move(value)},
         {"expected", std::string(expected)}},
        {}});
}

void Invocation::unordered(const Value& left, const Value& right) {
  if (left.is_undefined() || right.is_undefined()) {
    fail_undefined(left.is_undefined() ? left : right);
    return;
  }
  fail({Code::value_unordered,
        {{"callee", std::string(callee_)},
         {"left", std::string(kind_name(left.kind()))},
         {"right", std::string(kind_name(right.kind()))}},
        {}});
}

bool Invocation::within(std::size_t amount, std::size_t limit) {
  if (amount <= limit) return true;
  fail({Code::value_too_large,
        {{"callee", std::string(callee_)}, {"given", std::to_string(amount)}, {"limit", std::to_string(limit)}},
        {}});
  return false;
}

Value Invocation::take(CallResult result) {
  if (result) return std::move(*result);
  fail(std::move(result.error()));
  return {};
}

Builtin define(Signature signature, std::function<Value(Invocation&)> run) {
  std::vector<std::string_view> names;
  for (const Parameter& parameter : signature.parameters) names.push_back(parameter.name);
  Builtin builtin;
  builtin.name = signature.name;
  builtin.parameters = std::move(signature.parameters);
  builtin.variadic = signature.variadic;
  builtin.summary = signature.summary;
  builtin.run = [name = signature.name, names = std::move(names), run = std::move(run)](const Arguments& arguments,
                                                                                        Caller& caller) -> CallResult {
    Invocation call(name, names, arguments, caller);
    Value result = run(call);
    if (call.failed()) return unexpected(call.error());
    return result;
  };
  return builtin;
}

Parameter required(std::string_view name) { return {name, std::nullopt}; }

Parameter optional(std::string_view name, Value fallback) { return {name, std::move(fallback)}; }

Parameter optional_text(std::string_view name, std::string_view fallback) { return {name, Value::view(fallback)}; }

}  // namespace katern::templating
