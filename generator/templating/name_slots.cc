#include "templating/name_slots.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace katern::templating {
namespace {

bool same(const Name& a, const Name& b) { return a.hash == b.hash && a.text == b.text; }

}  // namespace

Slot NameSlots::add_slot(Span at, FunctionNames& function) {
  if (function.function->slot_count == std::numeric_limits<Slot>::max()) {
    findings_.add(Code::template_too_deep, at);
    return 0;
  }
  return function.function->slot_count++;
}
Slot NameSlots::add_variable(Span at, FunctionNames& function) {
  const Slot slot = add_slot(at, function);
  function.variables.push_back(slot);
  return slot;
}

void NameSlots::declare(Target& target, FunctionNames& function, bool always_set) {
  if (target.tuple) {
    for (Target& part : target.parts) declare(part, function, always_set);
    return;
  }
  if (!target.attribute.empty()) {
    target.slots = find(target.name, function);
    return;
  }
  if (function.scopes.empty()) {
    target.exported = true;
    return;
  }
  NameScope& scope = function.scopes.back();
  const auto known =
      std::find_if(scope.begin(), scope.end(), [&](const Variable& v) { return same(v.name, target.name); });
  const Slot slot = known != scope.end() ? known->slot : add_variable(target.at, function);
  target.slots = {slot};
  if (known == scope.end()) scope.push_back({target.name, slot, always_set, nullptr});
}

Slots NameSlots::find(const Name& name, FunctionNames& function) {
  Slots found;
  for (auto scope = function.scopes.rbegin(); scope != function.scopes.rend(); ++scope) {
    for (const Variable& variable : *scope) {
      if (!same(variable.name, name)) continue;
      found.push_back(variable.slot);
      if (variable.loop != nullptr) variable.loop->uses_loop = true;
      if (variable.always_set) return found;
    }
  }
  if (function.macro != nullptr) find_around(name, function, found);
  return found;
}

// What a macro knows beyond its own scopes: its extra arguments, itself, and what it captures.
void NameSlots::find_around(const Name& name, FunctionNames& function, Slots& found) {
  MacroCode& macro = *function.macro;
  if (!macro.of_call_block) {
    std::optional<Slot>* extra = nullptr;
    if (name.text == "caller") extra = &macro.caller;
    if (name.text == "varargs") extra = &macro.varargs;
    if (name.text == "kwargs") extra = &macro.kwargs;
    if (extra != nullptr) {
      if (!*extra) *extra = add_slot(macro.at, function);
      found.push_back(**extra);
      return;
    }
  }
  if (function.outer == nullptr) return;
  if (name.text == macro.name && !macro.of_call_block && !function.outer->scopes.empty()) {
    if (!macro.itself) macro.itself = add_slot(macro.at, function);
    found.push_back(*macro.itself);
    return;
  }
  const auto known =
      std::find_if(macro.captured.begin(), macro.captured.end(), [&](const Captured& c) { return same(c.name, name); });
  if (known != macro.captured.end()) {
    found.push_back(known->to);
    return;
  }
  Slots from = find(name, *function.outer);
  if (from.empty()) return;
  const Slot to = add_slot(macro.at, function);
  macro.captured.push_back({name, std::move(from), to});
  found.push_back(to);
}

std::vector<VisibleName> NameSlots::visible(FunctionNames& function, bool loops) {
  std::vector<VisibleName> names;
  for (auto scope = function.scopes.rbegin(); scope != function.scopes.rend(); ++scope) {
    for (const Variable& variable : *scope) {
      if (loops && variable.loop != nullptr) variable.loop->uses_loop = true;
      names.push_back({variable.name, variable.slot});
    }
  }
  if (function.macro != nullptr) add_captured(names, function);
  return names;
}

// A macro that shows its variables to another template captures all that are around it.
void NameSlots::add_captured(std::vector<VisibleName>& names, FunctionNames& function) {
  for (const FunctionNames* around = function.outer; around != nullptr; around = around->outer) {
    for (auto scope = around->scopes.rbegin(); scope != around->scopes.rend(); ++scope) {
      for (const Variable& variable : *scope) {
        if (variable.loop != nullptr) continue;
        for (const Slot slot : find(variable.name, function)) names.push_back({variable.name, slot});
      }
    }
  }
}

}  // namespace katern::templating
