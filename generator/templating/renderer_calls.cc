#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "templating/held.h"
#include "templating/methods.h"
#include "templating/namespace.h"
#include "templating/operators.h"
#include "templating/renderer_guards.h"
#include "templating/sequences.h"
#include "templating/undefined.h"
#include "text/words.h"

namespace katern::templating {
namespace {

// How deep a recursive loop counts for; its body is part of a function that was counted.
constexpr std::size_t kLoopDepth = 30;

bool has_method(const Value& object, std::string_view name) {
  return held<LoopObject>(object) != nullptr ? LoopObject::has_method(name) : method_of(object, name) != nullptr;
}

// One that was named while the template ran.
CallError unknown_builtin(Code code, std::string_view name, std::span<const Builtin> known) {
  std::vector<std::string> names;
  for (const Builtin& builtin : known) names.emplace_back(builtin.name);
  return {code, {{"name", std::string(name)}}, text::nearest(name, names).value_or("")};
}

bool is_same(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.is_string()) return a.as_string().data() == b.as_string().data();
  if (a.is_list()) return &a.as_list() == &b.as_list();
  return a.is_object() && &a.as_object() == &b.as_object();
}

// Whether a call only handed on what it was given, such as `default`.
bool was_given(const Value& result, const Arguments& arguments) {
  return is_same(result, arguments.subject) || std::any_of(arguments.positional.begin(), arguments.positional.end(),
                                                           [&](const Value& given) { return is_same(result, given); });
}

}  // namespace

// Caller, for builtins

CallResult Renderer::filter(std::string_view name, const Arguments& arguments) {
  const Registry& known = environment_.registry;
  if (const Builtin* builtin = known.filter(name)) return apply(*builtin, arguments);
  return unexpected(unknown_builtin(Code::template_filter_unknown, name, known.filters()));
}

CallResult Renderer::test(std::string_view name, const Arguments& arguments) {
  const Registry& known = environment_.registry;
  if (const Builtin* builtin = known.test(name)) return apply(*builtin, arguments);
  return unexpected(unknown_builtin(Code::template_test_unknown, name, known.tests()));
}

CallResult Renderer::apply(const Builtin& builtin, const Arguments& arguments) {
  const auto bound = bind_arguments(builtin, arguments.positional, arguments.named);
  if (!bound) return unexpected(bound.error());
  return run(builtin, {arguments.subject, bound->positional, bound->named});
}

CallResult Renderer::run(const Builtin& builtin, const Arguments& arguments) {
  CallResult result = builtin.run(arguments, *this);
  if (!result || !result->owned() || was_given(*result, arguments)) return result;
  if (auto error = spend_on(*result)) return unexpected(*std::move(error));
  return result;
}

CallResult Renderer::call(const Value& callable, const Arguments& arguments) {
  if (const Builtin* builtin = builtin_of(callable))
    return apply(*builtin, {{}, arguments.positional, arguments.named});
  const auto* macro = held<MacroValue>(callable);
  if (macro == nullptr) {
    return unexpected(CallError{Code::template_not_callable, {{"kind", std::string(kind_name(callable.kind()))}}, {}});
  }
  Gathered gathered{{arguments.positional.begin(), arguments.positional.end()},
                    {arguments.named.begin(), arguments.named.end()}};
  return *call_macro(*macro, gathered, false, Span{});
}

// Calls in templates

void Renderer::gather(const CallArguments& arguments, Gathered& gathered) {
  gathered.positional.reserve(arguments.positional.size());
  for (const ExprPtr& value : arguments.positional) gathered.positional.push_back(evaluate(*value));
  for (const NamedExpr& named : arguments.named) gathered.named.emplace_back(named.name, evaluate(*named.value));
  if (arguments.rest) {
    const Value spread = demand(*arguments.rest);
    const auto rest = iterable(spread);
    if (!rest) fail(Code::template_not_iterable, arguments.rest->at, "kind", kind_name(spread.kind()));
    charge(rest->size(), arguments.at);
    for (std::size_t i = 0; i < rest->size(); ++i) gathered.positional.push_back(rest->at(i));
  }
  if (arguments.named_rest) {
    const Value rest = demand(*arguments.named_rest);
    if (!rest.is_object()) {
      fail(Code::template_not_iterable, arguments.named_rest->at, "kind", kind_name(rest.kind()));
    }
    charge(rest.size(), arguments.at);
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const Name name(*names_.emplace(rest.as_object().key_at(i)).first);
      gathered.named.emplace_back(name, rest.get(name));
    }
  }
}

std::optional<Value> Renderer::call(const CallExpr& expr, bool direct, const Value* caller) {
  if (expr.target == CallExpr::Target::super) return call_super(expr, direct);
  if (expr.target == CallExpr::Target::self) return call_self(expr, direct);

  Value callee;
  if (expr.callee->kind == ExprKind::attribute) {
    const auto& attribute = static_cast<const Attribute&>(*expr.callee);
    const Value object = demand(*attribute.object);
    callee = object.get(attribute.name);
    // A key does not hide a method: x.items() of an object with the key `items`.
    if (!callee.is_callable() && has_method(object, attribute.name.text)) {
      Gathering arguments(*this, expr.arguments);
      return call_method(object, attribute.name, *arguments, expr.at);
    }
    if (callee.is_undefined()) fail_attribute(attribute.name.text, object, expr.callee->at, true);
  } else {
    callee = evaluate(*expr.callee);
    if (callee.is_undefined()) fail_callee(expr, callee);
  }
  Gathering arguments(*this, expr.arguments);
  if (caller != nullptr) arguments->named.emplace_back(Name("caller"), *caller);
  return call_value(callee, *arguments, direct, expr);
}

std::optional<Value> Renderer::call_value(const Value& callee, Gathered& arguments, bool direct, const Expr& what) {
  if (const auto* macro = held<MacroValue>(callee)) {
    return call_macro(*macro, arguments, direct && macro->autoescape() == active_->autoescape, what.at);
  }
  if (const Builtin* builtin = builtin_of(callee)) return call_builtin(*builtin, arguments, what.at);
  if (const auto* loop = held<LoopObject>(callee)) return recurse(*loop, arguments, direct, what.at);
  fail(Code::template_not_callable, what.at, "kind", kind_name(callee.kind()));
}

Value Renderer::call_builtin(const Builtin& builtin, const Gathered& arguments, Span at) {
  for (const Value& value : arguments.positional) {
    if (value.is_undefined()) fail(undefined_error(value), at);
  }
  for (const auto& [name, value] : arguments.named) {
    if (value.is_undefined()) fail(undefined_error(value), at);
  }
  const auto bound = bind_arguments(builtin, arguments.positional, arguments.named);
  if (!bound) fail(bound.error(), at);
  CallResult result = run(builtin, {Value(), bound->positional, bound->named});
  if (!result) fail(std::move(result.error()), at);
  remember(*result, at);
  return *std::move(result);
}

// Namespaces can hold themselves, so they are let go of at the end.
void Renderer::remember(const Value& value, Span at) {
  if (!value.owned() || held<Namespace>(value) == nullptr) return;
  charge(kKeptTurns, at);
  kept_.push_back(value);
}

// Loops, blocks, methods

std::optional<Value> Renderer::recurse(const LoopObject& loop, Gathered& arguments, bool direct, Span at) {
  if (!loop.code().recursive || loop.activation() == nullptr) fail(Code::template_loop_not_recursive, at);
  if (arguments.positional.size() != 1 || !arguments.named.empty()) fail(Code::template_loop_argument, at);
  const Value items = std::move(arguments.positional.front());
  const Loop& code = loop.code();

  const Stepping step(*this, {Frame::Kind::called, "loop", active_->source, at}, kLoopDepth);
  Activation& activation = *loop.activation();
  std::vector<Value> saved;
  saved.reserve(code.inside.size());
  for (const Slot slot : code.inside) saved.push_back(std::exchange(activation.slots[slot], missing()));
  const Running running(*this, activation);
  std::optional<Value> result;
  if (direct && code.in_text) {
    run_loop(code, items, loop.depth() + 1, at);
  } else {
    const Capturing capturing(*this);
    run_loop(code, items, loop.depth() + 1, at);
    result = capturing.value(at, code.in_text);
  }
  for (std::size_t i = 0; i < saved.size(); ++i) activation.slots[code.inside[i]] = std::move(saved[i]);
  return result;
}

Value Renderer::call_method(const Value& object, const Name& name, Gathered& arguments, Span at) {
  if (const auto* loop = held<LoopObject>(object); loop != nullptr && LoopObject::has_method(name.text)) {
    if (name.text == "changed") {
      std::size_t steps = 0;
      const Value changed(loop->changed(std::move(arguments.positional), steps));
      charge(steps / kComparedPerTurn, at);
      return changed;
    }
    if (arguments.positional.empty()) fail(Code::template_cycle_empty, at);
    return arguments.positional[loop->index() % arguments.positional.size()];
  }
  CallResult result = apply(*method_of(object, name.text), {object, arguments.positional, arguments.named});
  if (!result) fail(std::move(result.error()), at);
  return *std::move(result);
}

std::optional<Value> Renderer::call_super(const CallExpr& expr, bool direct) {
  std::size_t level = active_->level;
  const BlockCode* code = active_->block;
  if (code == nullptr) fail(Code::template_super_outside, expr.at);
  const Name name = code->name;
  for (std::size_t i = 0; i < expr.levels && code != nullptr; ++i) code = find_block(*active_->lineage, name, ++level);
  if (code == nullptr) fail(Code::template_super_missing, expr.at, "name", name.text);
  return block_text(*code, level, expr, direct);
}

std::optional<Value> Renderer::call_self(const CallExpr& expr, bool direct) {
  const Name& name = static_cast<const Attribute&>(*expr.callee).name;
  std::size_t level = 0;
  const BlockCode* code = active_->lineage == nullptr ? nullptr : find_block(*active_->lineage, name, level);
  if (code == nullptr) {
    std::vector<std::string> names;
    for (std::size_t i = 0; active_->lineage != nullptr && i < active_->lineage->size(); ++i) {
      for (const auto& block : (*active_->lineage)[i]->blocks) names.emplace_back(block->name.text);
    }
    fail(Code::template_block_unknown, expr.at, "name", name.text, text::nearest(name.text, names).value_or(""));
  }
  return block_text(*code, level, expr, direct);
}

std::optional<Value> Renderer::block_text(const BlockCode& code, std::size_t level, const CallExpr& expr, bool direct) {
  if (direct && (code.in_text || expr.in_place)) {
    run_block(code, level, *active_->context, expr.at);
    return std::nullopt;
  }
  const Capturing capturing(*this);
  run_block(code, level, *active_->context, expr.at);
  return capturing.value(expr.at, code.in_text);
}

}  // namespace katern::templating
