#include <algorithm>

#include "templating/callable.h"
#include "text/words.h"

namespace katern::templating {
namespace {

std::optional<std::size_t> position_of(const Builtin& builtin, std::string_view name) {
  const auto at = std::ranges::find(builtin.parameters, name, &Parameter::name);
  if (at == builtin.parameters.end()) return std::nullopt;
  return static_cast<std::size_t>(at - builtin.parameters.begin());
}

CallError too_many(const Builtin& builtin, std::size_t given) {
  return {Code::call_too_many_arguments,
          {{"callee", std::string(builtin.name)},
           {"given", std::to_string(given)},
           {"limit", std::to_string(builtin.parameters.size())}},
          {}};
}

CallError about(Code code, const Builtin& builtin, std::string_view argument) {
  return {code, {{"callee", std::string(builtin.name)}, {"argument", std::string(argument)}}, {}};
}

CallError unknown(const Builtin& builtin, std::string_view argument) {
  CallError error = about(Code::call_unknown_argument, builtin, argument);
  std::vector<std::string> names;
  for (const Parameter& parameter : builtin.parameters) names.emplace_back(parameter.name);
  error.suggestion = text::nearest(argument, names).value_or("");
  return error;
}

}  // namespace

std::optional<CallError> check_call(const Builtin& builtin, std::size_t positional, std::span<const Name> named) {
  const std::size_t count = builtin.parameters.size();
  if (positional > count && !builtin.variadic) return too_many(builtin, positional);
  std::vector<bool> given(count, false);
  std::fill_n(given.begin(), std::min(positional, count), true);
  for (const Name& name : named) {
    const auto position = position_of(builtin, name.text);
    if (!position) {
      if (!builtin.variadic) return unknown(builtin, name.text);
    } else if (given[*position]) {
      return about(Code::call_doubled_argument, builtin, name.text);
    } else {
      given[*position] = true;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (given[i] || builtin.parameters[i].fallback) continue;
    return about(Code::call_missing_argument, builtin, builtin.parameters[i].name);
  }
  return std::nullopt;
}

Result<BoundArguments, CallError> bind_arguments(const Builtin& builtin, std::span<const Value> positional,
                                                 std::span<const std::pair<Name, Value>> named) {
  std::vector<Name> names;
  names.reserve(named.size());
  for (const auto& [name, value] : named) names.push_back(name);
  if (auto error = check_call(builtin, positional.size(), names)) return unexpected(std::move(*error));

  BoundArguments bound;
  bound.positional.assign(positional.begin(), positional.end());
  for (std::size_t i = positional.size(); i < builtin.parameters.size(); ++i) {
    bound.positional.push_back(builtin.parameters[i].fallback.value_or(Value()));
  }
  for (const auto& [name, value] : named) {
    if (const auto position = position_of(builtin, name.text)) {
      bound.positional[*position] = value;
    } else {
      bound.named.emplace_back(name, value);
    }
  }
  return bound;
}

}  // namespace katern::templating
