#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "templating/ast.h"
#include "templating/callable.h"
#include "templating/library.h"
#include "value/value.h"

namespace katern::templating {

/// What a slot holds that nothing was assigned to: undefined, under a name that nothing else has.
inline constexpr char kMissing[] = "";
inline Value missing() { return Value::undefined(std::string_view(kMissing, 0)); }
inline bool is_missing(const Value& value) { return value.is_undefined() && value.undefined_name().data() == kMissing; }
inline void clear(Value& slot) {
  if (!is_missing(slot)) slot = missing();
}

/// The value of the first slot that has one, or null.
inline const Value* first_set(const Slots& candidates, const Value* slots) {
  for (const Slot slot : candidates) {
    if (!is_missing(slots[slot])) return &slots[slot];
  }
  return nullptr;
}

/// The variables of a template beyond its slots: what it sets at its top, then those of the template that includes it,
/// then the scope of the rendering and the registry's globals.
class Context {
 public:
  struct Variable {
    Name name;
    Value value;
    bool exported = true;  ///< whether an import of the template gets it
  };

  /// Of a template that sees nothing but the globals, or also the scope of the rendering.
  Context(const Registry& registry, const Scope* scope) : registry_(&registry), scope_(scope) {}
  /// Of an included template or a scoped block: what is around it is seen as long as it runs.
  Context(Context& outer, std::span<const VisibleName> visible, const Value* slots)
      : registry_(outer.registry_), outer_(&outer), visible_(visible), slots_(slots) {}

  /// Null where there is none. Good until the next set().
  const Value* find(const Name& name) const;
  /// The same, ready to be kept: what lives in the scope is borrowed.
  Value get(const Name& name) const;

  void set(const Name& name, Value value, bool exported);
  const std::vector<Variable>& variables() const { return variables_; }

  /// That a macro refers to it, so that it and those around it are kept until the end of the rendering.
  void note_macro();
  bool has_macros() const { return has_macros_; }

  /// Copies what it sees of slots that are about to be reused.
  void keep_visible();
  /// Drops its variables, which may refer to macros that refer to it.
  void clear() { variables_.clear(); }

  /// All names that can be found, for suggestions.
  void collect_names(std::vector<std::string>& names) const;

 private:
  struct Found {
    const Value* value;  ///< or null
    bool lent;           ///< whether what keeps it outlives the rendering
  };
  Found look_up(const Name& name) const;

  const Registry* registry_;
  const Scope* scope_ = nullptr;
  Context* outer_ = nullptr;
  std::span<const VisibleName> visible_;
  const Value* slots_ = nullptr;
  std::vector<Variable> variables_;
  bool has_macros_ = false;
};

}  // namespace katern::templating
