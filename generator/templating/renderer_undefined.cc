#include <string>
#include <utility>
#include <vector>

#include "templating/builtins/attribute_path.h"
#include "templating/call_check.h"
#include "templating/loop.h"
#include "templating/methods.h"
#include "templating/operators.h"
#include "templating/renderer.h"
#include "templating/undefined.h"
#include "text/words.h"

namespace katern::templating {

void Renderer::fail_attribute(std::string_view name, const Value& object, Span at, bool called) {
  std::vector<std::string> names = attribute_names(object);
  if (called) {
    for (std::string& method : method_names(object)) names.push_back(std::move(method));
  }
  fail(finding(Code::template_attribute_unknown, at)
           .with("name", name)
           .with("kind", kind_name(object.kind()))
           .suggest(text::nearest(name, names).value_or("")));
}

// What is not there
//
// Such a value borrows its name, and what it was looked up in may be gone by the time that somebody uses it.

Value Renderer::undefined(std::string_view name, const std::vector<std::string>& names, Span at) {
  charge(names.size() / kComparedPerTurn, at);
  const Source& source = *active_->source;
  const std::string nearest = nearest_name(name, names);
  std::string text = undefined_text({name, nearest}, source.name() + ':' + std::to_string(at.offset));
  charge_bytes(text.size() + sizeof(std::string) + sizeof(Origin), at);
  return Value::undefined(origins_.try_emplace(std::move(text), Origin{&source, at}).first->first);
}

Value Renderer::undefined(std::string_view name, const Value& object) {
  return undefined(name, attribute_names(object), applied_at_);
}

Value Renderer::not_there(const NameExpr& expr) {
  std::vector<std::string> names;
  active_->context->collect_names(names);
  return undefined(expr.name.text, names, expr.at);
}

const Renderer::Origin* Renderer::origin_of(std::string_view undefined_name) const {
  const auto found = origins_.find(undefined_name);
  return found == origins_.end() ? nullptr : &found->second;
}

// Says what was looked for in what, which the value alone does not know: so the object is worked out once more.
void Renderer::fail_undefined(const Expr& expr, const Value& value) {
  const Origin* origin = origin_of(value.undefined_name());
  const bool passed_on =
      origin != nullptr && (origin->source != active_->source || origin->at.offset != expr.at.offset);
  if (passed_on) fail(undefined_error(value), expr.at);
  std::string_view wanted = looked_for(value).name;
  if (expr.kind == ExprKind::attribute) {
    const auto& attribute = static_cast<const Attribute&>(expr);
    fail_attribute(attribute.name.text, evaluate(*attribute.object), expr.at);
  }
  if (expr.kind == ExprKind::item) {
    const auto& item = static_cast<const Item&>(expr);
    const Value index = evaluate(*item.index);
    if (index.is_string()) fail_attribute(index.as_string(), evaluate(*item.object), expr.at);
    wanted = active_->source->text().substr(expr.at.offset, expr.at.length);
  }
  if (expr.kind == ExprKind::name) {
    const auto& name = static_cast<const NameExpr&>(expr);
    // One that is known has taken over what was not found elsewhere, and that is what to look for.
    if (!is_bound(name)) {
      std::vector<std::string> names;
      active_->context->collect_names(names);
      fail(Code::template_name_unknown, expr.at, "name", name.name.text,
           text::nearest(name.name.text, names).value_or(""));
    }
  }
  fail(Code::value_undefined, expr.at, "name", wanted);
}

void Renderer::fail_callee(const CallExpr& expr, const Value& callee) {
  if (expr.callee->kind == ExprKind::name) {
    const auto& name = static_cast<const NameExpr&>(*expr.callee);
    if (!is_bound(name) && registry().filter(name.name.text) != nullptr) {
      const std::string_view text = active_->source->text();
      const std::string example = written_as_filter(expr, text);
      fail(finding(Code::template_filter_called, expr.at)
               .with("name", name.name.text)
               .with("example", example)
               .correct(text.substr(expr.at.offset, expr.at.length), example));
    }
  }
  fail_undefined(*expr.callee, callee);
}

bool Renderer::is_bound(const NameExpr& name) const {
  return first_set(name.slots, active_->slots) != nullptr || active_->context->find(name.name) != nullptr;
}

}  // namespace katern::templating
