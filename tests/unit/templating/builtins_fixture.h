#pragma once

#include <set>
#include <string>
#include <string_view>

#include "templating/callable.h"
#include "templating/printing.h"
#include "value/json.h"

namespace katern::templating {

/// Runs filters, tests and functions of the standard registry without a template around them.
class Bench final : public Caller {
 public:
  explicit Bench(bool autoescape = false) : autoescape_(autoescape) {}

  CallResult filter(std::string_view name, const Arguments& arguments) override {
    return run(registry_.filter(name), arguments);
  }
  CallResult test(std::string_view name, const Arguments& arguments) override {
    return run(registry_.test(name), arguments);
  }
  CallResult call(const Value& callable, const Arguments& arguments) override {
    return run(builtin_of(callable), arguments);
  }
  std::optional<CallError> spend_items(std::size_t) override { return std::nullopt; }
  std::optional<CallError> spend_bytes(std::size_t) override { return std::nullopt; }
  Value undefined(std::string_view name, const Value&) override {
    return Value::undefined(*names_.emplace(name).first);
  }
  bool autoescape() const override { return autoescape_; }
  bool none_as_empty() const override { return false; }
  const Registry& registry() const override { return registry_; }

  /// A filter with its arguments as JSON: a list of positional ones, or an object of named ones.
  CallResult filter(std::string_view name, Value subject, std::string_view arguments) {
    return with(registry_.filter(name), std::move(subject), arguments);
  }
  CallResult test(std::string_view name, Value subject, std::string_view arguments) {
    return with(registry_.test(name), std::move(subject), arguments);
  }
  CallResult global(std::string_view name, std::string_view arguments) {
    return with(builtin_of(*registry_.global(name)), Value(), arguments);
  }

 private:
  CallResult with(const Builtin* builtin, Value subject, std::string_view json) {
    const Value given = *from_json(json);
    std::vector<Value> positional;
    std::vector<std::pair<Name, Value>> named;
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (given.is_list()) {
        positional.push_back(given.at(i));
      } else {
        named.emplace_back(Name(given.as_object().key_at(i)), given.as_object().value_at(i));
      }
    }
    return run(builtin, {std::move(subject), positional, named});
  }
  CallResult run(const Builtin* builtin, const Arguments& arguments) {
    if (builtin == nullptr) return unexpected(CallError{});
    auto bound = bind_arguments(*builtin, arguments.positional, arguments.named);
    if (!bound) return unexpected(bound.error());
    return builtin->run({arguments.subject, bound->positional, bound->named}, *this);
  }

  Registry registry_ = Registry::standard();
  std::set<std::string, std::less<>> names_;  // that undefined values borrow
  bool autoescape_;
};

inline Value from(std::string_view json) { return *from_json(json); }

/// What a template would write of it.
inline std::string printed(const CallResult& result) {
  if (!result) return "error: " + std::string(info(result.error().code).name);
  std::string out;
  static_cast<void>(append_text(out, *result));
  return out;
}

}  // namespace katern::templating
