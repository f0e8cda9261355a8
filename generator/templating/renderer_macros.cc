#include <algorithm>
#include <memory>
#include <utility>

#include "templating/renderer_guards.h"
#include "text/words.h"
#include "value/dict.h"

namespace katern::templating {
namespace {

std::vector<std::string> parameter_names(const MacroCode& code) {
  std::vector<std::string> names;
  for (const MacroParameter& parameter : code.parameters) names.emplace_back(parameter.name.text);
  return names;
}

Value dict_of(std::vector<std::pair<Name, Value>> named) {
  auto made = std::make_unique<Dict>();
  for (auto& [name, value] : named) made->set(name.text, std::move(value));
  return Value::adopt(made.release());
}

}  // namespace

Value Renderer::define(const MacroCode& code) {
  auto made = std::make_unique<MacroValue>(code, *active_);
  std::vector<Value> values;
  values.reserve(code.captured.size());
  for (const Captured& captured : code.captured) {
    const Value* found = first_set(captured.from, active_->slots);
    values.push_back(found != nullptr ? *found : missing());
  }
  const bool nested = !values.empty() || code.itself;
  made->capture(std::move(values));
  Value macro = Value::adopt(made.release());
  if (nested) {
    charge(kKeptTurns, code.at);
    kept_.push_back(macro);
  }
  active_->context->note_macro();
  return macro;
}

std::optional<Value> Renderer::call_macro(const MacroValue& macro, Gathered& arguments, bool direct, Span at) {
  const MacroCode& code = macro.code();
  const Stepping step(*this, {Frame::Kind::called, code.name, active_->source, at}, code.function.depth,
                      code.function.slot_count);
  bind_macro(macro, arguments, step.slots(), at);
  Activation activation = macro.activation(step.slots());
  activation.silent = direct && active_->silent;
  const Running running(*this, activation);
  for (std::size_t i = 0; i < code.parameters.size(); ++i) {
    const MacroParameter& parameter = code.parameters[i];
    if (!is_missing(activation.slots[i])) continue;
    activation.slots[i] = parameter.fallback ? evaluate(*parameter.fallback) : Value::undefined(parameter.name.text);
  }
  if (direct) {
    run(code.function.body);
    return std::nullopt;
  }
  const Capturing capturing(*this);
  run(code.function.body);
  return capturing.value(at);
}

void Renderer::bind_macro(const MacroValue& macro, Gathered& arguments, Value* slots, Span at) {
  const MacroCode& code = macro.code();
  const std::size_t count = std::min(arguments.positional.size(), code.parameters.size());
  for (std::size_t i = 0; i < count; ++i) slots[i] = std::move(arguments.positional[i]);
  arguments.positional.erase(arguments.positional.begin(), arguments.positional.begin() + static_cast<long>(count));

  auto extra = arguments.named.begin();
  for (auto& [name, value] : arguments.named) {
    const auto parameter = std::find_if(code.parameters.begin(), code.parameters.end(),
                                        [&, wanted = name.text](const auto& p) { return p.name.text == wanted; });
    if (parameter == code.parameters.end()) {
      *extra++ = {name, std::move(value)};
      continue;
    }
    Value& slot = slots[parameter - code.parameters.begin()];
    if (!is_missing(slot)) {
      fail(
          {Code::call_doubled_argument, {{"callee", std::string(code.name)}, {"argument", std::string(name.text)}}, {}},
          at);
    }
    slot = std::move(value);
  }
  arguments.named.erase(extra, arguments.named.end());
  bind_extra(macro, arguments, slots, at);
  for (std::size_t i = 0; i < code.captured.size(); ++i) slots[code.captured[i].to] = macro.captured()[i];
  if (code.itself) slots[*code.itself] = Value::lend(static_cast<const Callable&>(macro));
}

// What no parameter takes goes to `varargs`, `kwargs` and `caller`, if the macro speaks of them.
void Renderer::bind_extra(const MacroValue& macro, Gathered& arguments, Value* slots, Span at) {
  const MacroCode& code = macro.code();
  const auto caller = std::find_if(arguments.named.begin(), arguments.named.end(),
                                   [](const auto& named) { return named.first.text == "caller"; });
  if (caller != arguments.named.end() && code.caller) {
    slots[*code.caller] = std::move(caller->second);
    arguments.named.erase(caller);
  } else if (code.caller) {
    slots[*code.caller] = Value::undefined("caller");
  }
  if (code.varargs) {
    slots[*code.varargs] = Value::tuple(std::move(arguments.positional));
  } else if (!arguments.positional.empty()) {
    fail({Code::call_too_many_arguments,
          {{"callee", std::string(code.name)},
           {"given", std::to_string(arguments.positional.size() + code.parameters.size())},
           {"limit", std::to_string(code.parameters.size())}},
          {}},
         at);
  }
  if (code.kwargs) {
    slots[*code.kwargs] = dict_of(std::move(arguments.named));
  } else if (!arguments.named.empty()) {
    const std::string_view name = arguments.named.front().first.text;
    if (name == "caller") fail(Code::template_caller_unused, at, "name", code.name);
    fail({Code::call_unknown_argument,
          {{"callee", std::string(code.name)}, {"argument", std::string(name)}},
          text::nearest(name, parameter_names(code)).value_or("")},
         at);
  }
}

}  // namespace katern::templating
