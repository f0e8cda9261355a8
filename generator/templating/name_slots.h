#pragma once

#include <vector>

#include "templating/ast.h"
#include "templating/findings.h"

namespace katern::templating {

struct Variable {
  Name name;
  Slot slot = 0;
  bool always_set = false;  ///< nothing further out can be meant
  Loop* loop = nullptr;     ///< whose `loop` this is
};

using NameScope = std::vector<Variable>;

/// The names of a function, while they are being resolved.
struct FunctionNames {
  Function* function = nullptr;
  MacroCode* macro = nullptr;
  const BlockCode* block = nullptr;
  FunctionNames* outer = nullptr;  ///< of a macro: the one whose variables it may capture
  std::vector<NameScope> scopes;   ///< innermost last; none at the top of a template
  Slots variables;                 ///< all slots of variables that its scopes declared, in order
};

/// Gives variables their slots, and finds those that a name may mean.
class NameSlots {
 public:
  explicit NameSlots(Findings& findings) : findings_(findings) {}

  Slot add_slot(Span at, FunctionNames& function);
  /// A slot that a loop empties before each turn.
  Slot add_variable(Span at, FunctionNames& function);
  /// A name that is assigned to. At the top of a template it belongs to its context.
  void declare(Target& target, FunctionNames& function, bool always_set = false);
  Slots find(const Name& name, FunctionNames& function);
  /// What another template that is included here sees; with `loops` also the `loop` around.
  std::vector<VisibleName> visible(FunctionNames& function, bool loops);

 private:
  void find_around(const Name& name, FunctionNames& function, Slots& found);
  void add_captured(std::vector<VisibleName>& names, FunctionNames& function);

  Findings& findings_;
};

}  // namespace katern::templating
