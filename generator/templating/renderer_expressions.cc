#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "templating/builtins/attribute_path.h"
#include "templating/held.h"
#include "templating/operators.h"
#include "templating/printing.h"
#include "templating/renderer_guards.h"
#include "templating/sequences.h"
#include "text/escape.h"
#include "value/dict.h"

namespace katern::templating {
namespace {

// Filters and tests mostly take few arguments; these need no allocation.
constexpr std::size_t kFewArguments = 6;

// So much is looked through in the time of one turn of a loop.
constexpr std::size_t kBytesPerTurn = 512;

bool is_true_of(Comparison comparison) { return comparison == Comparison::in; }

}  // namespace

// The value where it is kept, for looking at right away: without a copy, and without counting. Null where it has to be
// worked out, or where there is none.
const Value* Renderer::peek(const Expr& expr) {
  if (expr.kind == ExprKind::name) {
    const auto& name = static_cast<const NameExpr&>(expr);
    const Value* found = first_set(name.slots, active_->slots);
    return found != nullptr ? found : active_->context->find(name.name);
  }
  if (expr.kind == ExprKind::constant) return &static_cast<const Constant&>(expr).value;
  if (expr.kind != ExprKind::attribute) return nullptr;
  const auto& attribute = static_cast<const Attribute&>(expr);
  const Value* object = peek(*attribute.object);
  return object != nullptr && object->is_object() ? object->as_object().find(attribute.name) : nullptr;
}

Value Renderer::evaluate(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::constant: return static_cast<const Constant&>(expr).value.borrow();
    case ExprKind::name: return name(static_cast<const NameExpr&>(expr));
    case ExprKind::attribute: return attribute(static_cast<const Attribute&>(expr));
    case ExprKind::item: return item(static_cast<const Item&>(expr));
    case ExprKind::slice: return slice(static_cast<const Slice&>(expr));
    case ExprKind::call: return *call(static_cast<const CallExpr&>(expr), false);
    case ExprKind::filter: return filtered(static_cast<const Applied&>(expr), nullptr);
    case ExprKind::test: return tested(static_cast<const Applied&>(expr));
    case ExprKind::negate:
    case ExprKind::plus:
    case ExprKind::logical_not: return unary(static_cast<const Unary&>(expr));
    case ExprKind::binary: return binary(static_cast<const Binary&>(expr));
    case ExprKind::logical: return logical(static_cast<const Logical&>(expr));
    case ExprKind::compare: return compare(static_cast<const Compare&>(expr));
    case ExprKind::concat: return concat(static_cast<const Concat&>(expr));
    case ExprKind::conditional: return conditional(static_cast<const Conditional&>(expr));
    case ExprKind::list: return list(static_cast<const ListExpr&>(expr));
    case ExprKind::dict: return dict(static_cast<const DictExpr&>(expr));
  }
  return Value();
}

Value Renderer::demand(const Expr& expr) {
  Value value = evaluate(expr);
  if (value.is_undefined() && !is_nothing(value)) fail_undefined(expr, value);
  return value;
}

bool Renderer::truth(const Expr& expr) {
  if (const Value* value = peek(expr); value != nullptr && !value->is_undefined()) return value->truthy();
  return demand(expr).truthy();
}

// For what only asks whether it is there: what is not need not know more than its name.
Value Renderer::look(const Expr& expr) {
  if (expr.kind == ExprKind::name) return name(static_cast<const NameExpr&>(expr), true);
  if (expr.kind == ExprKind::attribute) return attribute(static_cast<const Attribute&>(expr), true);
  return evaluate(expr);
}

Value Renderer::name(const NameExpr& expr, bool only_asked) {
  if (const Value* found = first_set(expr.slots, active_->slots)) return *found;
  Value found = active_->context->get(expr.name);
  return only_asked || !is_fresh(found, expr.name) ? found : not_there(expr);
}

Value Renderer::attribute(const Attribute& expr, bool only_asked) {
  const auto of = [&](const Value& object) {
    Value found = object.get(expr.name);
    return only_asked || !is_fresh(found, expr.name) ? found
                                                     : undefined(expr.name.text, attribute_names(object), expr.at);
  };
  if (const Value* object = peek(*expr.object); object != nullptr && object->is_object()) return of(*object);
  const Value object = demand(*expr.object);
  if (object.is_callable()) {
    if (auto found = macro_attribute(object, expr.name.text)) return *std::move(found);
  }
  return of(object);
}

// What a macro tells of itself.
std::optional<Value> Renderer::macro_attribute(const Value& macro, std::string_view name) {
  const auto* value = held<MacroValue>(macro);
  if (value == nullptr) return std::nullopt;
  const MacroCode& code = value->code();
  if (name == "name") return Value::view(code.name);
  if (name == "catch_varargs") return Value(code.varargs.has_value());
  if (name == "catch_kwargs") return Value(code.kwargs.has_value());
  if (name == "caller") return Value(code.caller.has_value());
  if (name != "arguments") return std::nullopt;
  std::vector<Value> names;
  for (const MacroParameter& parameter : code.parameters) names.push_back(Value::view(parameter.name.text));
  return Value::tuple(std::move(names));
}

Value Renderer::item(const Item& expr) {
  const Value object = demand(*expr.object);
  const Value index = demand(*expr.index);
  if (object.is_object() && index.is_string()) {
    const Name key(index.as_string());
    Value found = object.get(key);
    return is_fresh(found, key) ? undefined(key.text, attribute_names(object), expr.at) : found;
  }
  Value found = item_of(object, index);
  if (!found.is_undefined() || found.undefined_name() != kMissingItem) return found;
  return undefined(active_->source->text().substr(expr.at.offset, expr.at.length), {}, expr.at);
}

Value Renderer::slice(const Slice& expr) {
  const auto bound = [&](const ExprPtr& part) { return part ? demand(*part) : Value(); };
  const Value object = demand(*expr.object);
  const Value start = bound(expr.start);
  const Value stop = bound(expr.stop);
  const Value step = bound(expr.step);
  return paid(slice_of(object, start, stop, step), expr.at);
}

// `input` stands where a filter block has no subject.
Value Renderer::filtered(const Applied& expr, const Value* input) {
  if (expr.subject == nullptr) return applied(expr, *input);
  Value subject = input != nullptr       ? chain(*expr.subject, *input)
                  : expr.takes_undefined ? look(*expr.subject)
                                         : evaluate(*expr.subject);
  if (subject.is_undefined() && !expr.takes_undefined && !is_nothing(subject)) fail_undefined(*expr.subject, subject);
  return applied(expr, std::move(subject));
}

Value Renderer::chain(const Expr& filters, const Value& input) {
  return filtered(static_cast<const Applied&>(filters), &input);
}

Value Renderer::tested(const Applied& expr) {
  Value subject = expr.takes_undefined ? look(*expr.subject) : evaluate(*expr.subject);
  if (subject.is_undefined() && !expr.takes_undefined && !is_nothing(subject)) fail_undefined(*expr.subject, subject);
  return Value(applied(expr, std::move(subject)).truthy() != expr.negated);
}

Value Renderer::applied(const Applied& expr, Value subject) {
  const Builtin& builtin = *expr.builtin;
  const auto argument = [&](const Expr& e) { return expr.takes_undefined ? evaluate(e) : demand(e); };
  const auto result_of = [&](const Arguments& arguments) -> Value {
    applied_at_ = join(expr.name_at, expr.arguments.at);
    CallResult result = run(builtin, arguments);
    if (!result) fail(std::move(result.error()), join(expr.name_at, expr.arguments.at));
    return *std::move(result);
  };
  const std::size_t count = expr.bound.size();
  if (count == 0 && expr.arguments.empty() && builtin.parameters.empty())
    return result_of({std::move(subject), {}, {}});
  if (!builtin.variadic && !expr.arguments.spread() && count <= kFewArguments) {
    std::array<Value, kFewArguments> values;
    for (std::size_t i = 0; i < count; ++i) {
      values[i] = expr.bound[i] != nullptr ? argument(*expr.bound[i]) : builtin.parameters[i].fallback->borrow();
    }
    return result_of({std::move(subject), std::span(values).first(count), {}});
  }
  Gathering gathered(*this, expr.arguments);
  const auto bound = bind_arguments(builtin, gathered->positional, gathered->named);
  if (!bound) fail(bound.error(), expr.at);
  return result_of({std::move(subject), bound->positional, bound->named});
}

Value Renderer::unary(const Unary& expr) {
  if (expr.kind == ExprKind::logical_not) return Value(!truth(*expr.operand));
  const Value operand = demand(*expr.operand);
  CallResult result = expr.kind == ExprKind::negate ? negate(operand) : positive(operand);
  if (!result) fail(std::move(result.error()), expr.at);
  return std::move(*result);
}

Value Renderer::binary(const Binary& expr) {
  const Value left = demand(*expr.left);
  const Value right = demand(*expr.right);
  return paid(arithmetic(expr.operation, left, right, limits_.output_bytes, environment_.none_as_empty), expr.at);
}

Value Renderer::logical(const Logical& expr) {
  Value left = demand(*expr.left);
  if (left.truthy() == expr.is_or) return left;
  return evaluate(*expr.right);
}

Value Renderer::compare(const Compare& expr) {
  Value left = demand(*expr.first);
  for (const Compare::Link& link : expr.links) {
    Value right = demand(*link.right);
    if (!holds(link.comparison, left, right, expr.at)) return Value(false);
    left = std::move(right);
  }
  return Value(true);
}

bool Renderer::holds(Comparison comparison, const Value& left, const Value& right, Span at) {
  if (comparison == Comparison::in || comparison == Comparison::not_in) {
    return contains(right, left, at) == is_true_of(comparison);
  }
  const bool asks_order = comparison != Comparison::equal && comparison != Comparison::not_equal;
  if (environment_.none_is_unordered && asks_order && (left.is_none() || right.is_none())) return false;
  std::size_t steps = 0;
  auto result = compare_values(comparison, left, right, steps);
  charge(steps / kComparedPerTurn, at);
  if (!result) fail(std::move(result.error()), at);
  return *result;
}

bool Renderer::contains(const Value& container, const Value& value, Span at) {
  if (container.is_list()) {
    const auto& items = container.as_list().items;
    charge(items.size() / kComparedPerTurn, at);
    return std::any_of(items.begin(), items.end(),
                       [&](const Value& item) { return holds(Comparison::equal, item, value, at); });
  }
  if (container.is_string() && value.is_string()) {
    charge(container.as_string().size() / kBytesPerTurn, at);
    return container.as_string().find(value.as_string()) != std::string_view::npos;
  }
  if (container.is_object()) return value.is_string() && container.as_object().find(Name(value.as_string())) != nullptr;
  fail(unfit("in", value, container), at);
}

// In an escaped template, as soon as one part is markup the others are escaped, and the whole is markup.
Value Renderer::concat(const Concat& expr) {
  std::vector<Value> parts;
  parts.reserve(expr.parts.size());
  for (const ExprPtr& part : expr.parts) parts.push_back(demand(*part));
  const bool markup =
      active_->autoescape && std::any_of(parts.begin(), parts.end(), [](const Value& v) { return v.is_markup(); });
  std::string text;
  for (const Value& part : parts) {
    if (part.is_none() && environment_.none_as_empty) continue;
    std::string plain;
    const bool escaped = markup && !part.is_markup();
    if (auto error = append_text(escaped ? plain : text, part)) fail(*std::move(error), expr.at);
    if (escaped) text::append_html(text, plain);
  }
  charge_bytes(text.size(), expr.at);
  if (text.size() > limits_.output_bytes) fail_too_long(expr.at);
  return markup ? Value::markup(text) : Value::string(text);
}

Value Renderer::conditional(const Conditional& expr) {
  if (truth(*expr.test)) return evaluate(*expr.yes);
  return expr.no ? evaluate(*expr.no) : nothing();
}

Value Renderer::list(const ListExpr& expr) {
  std::vector<Value> items;
  items.reserve(expr.items.size());
  for (const ExprPtr& item : expr.items) items.push_back(evaluate(*item));
  return expr.tuple ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

Value Renderer::dict(const DictExpr& expr) {
  auto made = std::make_unique<Dict>();
  for (const auto& [key, value] : expr.entries) {
    const Value name = demand(*key);
    if (!name.is_string()) fail(Code::template_key_not_text, key->at, "kind", kind_name(name.kind()));
    made->set(name.as_string(), evaluate(*value));
  }
  return Value::adopt(made.release());
}

}  // namespace katern::templating
