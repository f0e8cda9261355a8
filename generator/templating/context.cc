#include "templating/context.h"

#include <algorithm>
#include <string>

namespace katern::templating {
namespace {

bool same(const Name& a, const Name& b) { return a.hash == b.hash && a.text == b.text; }

}  // namespace

Context::Found Context::look_up(const Name& name) const {
  for (const Context* at = this; at != nullptr; at = at->outer_) {
    for (const Variable& variable : at->variables_) {
      if (same(variable.name, name)) return {&variable.value, false};
    }
    for (const VisibleName& visible : at->visible_) {
      const Value& value = at->slots_[visible.slot];
      if (same(visible.name, name) && !is_missing(value)) return {&value, false};
    }
    if (at->scope_ == nullptr) continue;
    for (const Value& layer : at->scope_->layers) {
      if (!layer.is_object()) continue;
      if (const Value* found = layer.as_object().find(name)) return {found, true};
    }
  }
  return {registry_->global(name.text), true};
}

const Value* Context::find(const Name& name) const { return look_up(name).value; }

Value Context::get(const Name& name) const {
  const Found found = look_up(name);
  if (found.value == nullptr) return Value::undefined(name.text);
  return found.lent ? found.value->borrow() : *found.value;
}

void Context::set(const Name& name, Value value, bool exported) {
  for (Variable& variable : variables_) {
    if (!same(variable.name, name)) continue;
    variable.value = std::move(value);
    variable.exported = exported;
    return;
  }
  variables_.push_back({name, std::move(value), exported});
}

void Context::note_macro() {
  for (Context* at = this; at != nullptr; at = at->outer_) at->has_macros_ = true;
}

void Context::keep_visible() {
  for (const VisibleName& visible : visible_) {
    const bool shadowed = std::any_of(variables_.begin(), variables_.end(),
                                      [&](const Variable& variable) { return same(variable.name, visible.name); });
    if (!shadowed && !is_missing(slots_[visible.slot])) set(visible.name, slots_[visible.slot], false);
  }
  visible_ = {};
}

void Context::collect_names(std::vector<std::string>& names) const {
  for (const Context* at = this; at != nullptr; at = at->outer_) {
    for (const Variable& variable : at->variables_) names.emplace_back(variable.name.text);
    for (const VisibleName& visible : at->visible_) {
      if (!is_missing(at->slots_[visible.slot])) names.emplace_back(visible.name.text);
    }
    if (at->scope_ == nullptr) continue;
    for (const Value& layer : at->scope_->layers) {
      for (std::size_t i = 0; layer.is_object() && i < layer.size(); ++i)
        names.emplace_back(layer.as_object().key_at(i));
    }
  }
  for (const auto& [name, value] : registry_->globals()) names.push_back(name);
}

}  // namespace katern::templating
