#include <utility>

#include "templating/held.h"
#include "templating/namespace.h"
#include "templating/renderer_guards.h"
#include "templating/sequences.h"

namespace katern::templating {
namespace {

Value own_or_borrow(const List& list, std::size_t index, bool owned) {
  return owned ? list.items[index] : list.items[index].borrow();
}

}  // namespace

inline Renderer::Flow Renderer::run(const Statement& s) {
  switch (s.kind) {
    case StatementKind::text: write(static_cast<const Text&>(s)); break;
    case StatementKind::output: output(static_cast<const Output&>(s)); break;
    case StatementKind::condition: return condition(static_cast<const Condition&>(s));
    case StatementKind::loop: loop(static_cast<const Loop&>(s)); break;
    case StatementKind::assign: {
      const auto& assigned = static_cast<const Assign&>(s);
      assign(assigned.target, evaluate(*assigned.value));
      break;
    }
    case StatementKind::capture: return capture(static_cast<const Capture&>(s));
    case StatementKind::with: return with(static_cast<const With&>(s));
    case StatementKind::macro: macro(static_cast<const Macro&>(s)); break;
    case StatementKind::call_block: call_block(static_cast<const CallBlock&>(s)); break;
    case StatementKind::import: import(static_cast<const Import&>(s)); break;
    case StatementKind::from_import: from_import(static_cast<const FromImport&>(s)); break;
    case StatementKind::include: include(static_cast<const Include&>(s)); break;
    case StatementKind::extends: extends(static_cast<const Extends&>(s)); break;
    case StatementKind::block: block(static_cast<const Block&>(s)); break;
    case StatementKind::filter_block: return filter_block(static_cast<const FilterBlock&>(s));
    case StatementKind::evaluate: demand(*static_cast<const Evaluate&>(s).value); break;
    case StatementKind::leave_loop: return Flow::leave_loop;
    case StatementKind::next_turn: return Flow::next_turn;
    case StatementKind::autoescape: return autoescape_block(static_cast<const Autoescape&>(s));
  }
  return Flow::on;
}

Renderer::Flow Renderer::run(const Body& body) {
  for (const StatementPtr& statement : body) {
    const Flow flow = run(*statement);
    if (flow != Flow::on) return flow;
  }
  return Flow::on;
}

void Renderer::output(const Output& s) {
  if (active_->silent) return;
  const Expr& expr = *s.value;
  if (expr.kind == ExprKind::call) {
    if (const auto value = call(static_cast<const CallExpr&>(expr), is_direct(s.escape))) write(*value, s.escape, expr);
    return;
  }
  if (const Value* value = peek(expr); value != nullptr && !value->is_undefined()) {
    write(*value, s.escape, expr);
  } else {
    write(evaluate(expr), s.escape, expr);
  }
}

Renderer::Flow Renderer::condition(const Condition& s) {
  for (const Condition::Branch& branch : s.branches) {
    if (branch.test == nullptr || truth(*branch.test)) return run(branch.body);
  }
  return Flow::on;
}

// Loops

void Renderer::loop(const Loop& s) {
  const Value source = demand(*s.items);
  run_loop(s, source, 0, s.items->at);
}

void Renderer::clear_slots(const Slots& slots) {
  Value* const values = active_->slots;
  for (const Slot slot : slots) clear(values[slot]);
}

// `loop` counts only the items that the loop's `if` keeps, so they are chosen beforehand.
Value Renderer::kept_by_filter(const Loop& s, const Value& items) {
  std::vector<Value> kept;
  for (std::size_t i = 0; i < items.size(); ++i) {
    charge(1, s.at);
    assign(s.target, items.at(i));
    if (truth(*s.filter)) kept.push_back(items.at(i));
  }
  return Value::list(std::move(kept));
}

void Renderer::run_loop(const Loop& s, const Value& source, std::size_t depth, Span at) {
  auto looped = iterable(source);
  if (!looped) fail(Code::template_not_iterable, at, "kind", kind_name(source.kind()));
  const bool filter_first = s.filter && s.uses_loop;
  const Value items = filter_first ? kept_by_filter(s, *looped) : *std::move(looped);
  const List& list = items.as_list();

  Value loop_value;
  LoopObject* loop = nullptr;
  if (s.uses_loop) {
    loop = new LoopObject(s, *active_, items, depth);
    loop_value = Value::adopt(loop);
  }
  bool ran = false;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    charge(1, s.at);
    if (i > 0) clear_slots(s.inside);
    assign(s.target, own_or_borrow(list, i, items.owned()));
    if (s.filter && !filter_first && !truth(*s.filter)) continue;
    if (loop != nullptr) {
      loop->move_to(i);
      active_->slots[s.loop_slot] = loop_value;
    }
    ran = true;
    if (run(s.body) == Flow::leave_loop) break;
  }
  if (loop != nullptr) loop->finish();
  clear_slots(s.inside);
  if (!ran) run(s.otherwise);
}

// Assigning

void Renderer::assign(const Target& target, Value value) {
  if (target.tuple) return unpack(target, value);
  if (value.owned()) guard_size(value, target.at);
  if (!target.attribute.empty()) {
    const Value* found = first_set(target.slots, active_->slots);
    if (found == nullptr) found = active_->context->find(target.name);
    const auto* space = found != nullptr ? held<Namespace>(*found) : nullptr;
    if (space == nullptr) fail(Code::template_not_namespace, target.at, "name", target.name.text);
    space->set(target.attribute, std::move(value));
  } else if (target.exported) {
    active_->context->set(target.name, std::move(value), !target.name.text.starts_with('_'));
  } else {
    active_->slots[target.slots.front()] = std::move(value);
  }
}

void Renderer::unpack(const Target& target, const Value& value) {
  const auto items = value.is_undefined() ? std::nullopt : iterable(value);
  if (!items) fail(Code::template_not_iterable, target.at, "kind", kind_name(value.kind()));
  if (items->size() != target.parts.size()) {
    fail(finding(Code::template_unpack, target.at)
             .with("expected", static_cast<long long>(target.parts.size()))
             .with("given", static_cast<long long>(items->size())));
  }
  for (std::size_t i = 0; i < target.parts.size(); ++i) assign(target.parts[i], items->at(i));
}

Value Renderer::captured(const Body& body, Flow& flow, Span at) {
  const Capturing capturing(*this);
  flow = run(body);
  return capturing.value(at);
}

// A break or continue inside leaves without assigning.
Renderer::Flow Renderer::capture(const Capture& s) {
  Flow flow = Flow::on;
  Value value = captured(s.body, flow, s.at);
  if (flow != Flow::on) return flow;
  if (s.filter) value = chain(*s.filter, value);
  assign(s.target, std::move(value));
  return flow;
}

// Scopes

// All values are worked out before the first name is set.
Renderer::Flow Renderer::with(const With& s) {
  if (s.values.size() == 1) {
    assign(s.values.front().first, evaluate(*s.values.front().second));
    return run(s.body);
  }
  std::vector<Value> values;
  values.reserve(s.values.size());
  for (const auto& [target, value] : s.values) values.push_back(evaluate(*value));
  for (std::size_t i = 0; i < values.size(); ++i) assign(s.values[i].first, std::move(values[i]));
  return run(s.body);
}

void Renderer::macro(const Macro& s) { assign(s.target, define(s.code)); }

void Renderer::call_block(const CallBlock& s) {
  if (active_->silent) return;
  const Value caller = define(s.code);
  const auto value = call(static_cast<const CallExpr&>(*s.call), is_direct(s.escape), &caller);
  if (value) write(*value, s.escape, *s.call);
}

Renderer::Flow Renderer::filter_block(const FilterBlock& s) {
  if (active_->silent) return Flow::on;
  Flow flow = Flow::on;
  const Value input = captured(s.body, flow, s.at);
  if (flow == Flow::on) write(chain(*s.filter, input), s.escape, *s.filter);
  return flow;
}

Renderer::Flow Renderer::autoescape_block(const Autoescape& s) {
  const bool enabled = truth(*s.enabled);
  const bool outer = std::exchange(active_->autoescape, enabled);
  const Flow flow = run(s.body);
  active_->autoescape = outer;
  return flow;
}

}  // namespace katern::templating
