#include "templating/resolver.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "templating/call_check.h"
#include "templating/source_check.h"
#include "templating/walk.h"
#include "text/words.h"

namespace katern::templating {
namespace {

struct Variable {
  Name name;
  Slot slot = 0;
  bool always_set = false;  ///< nothing further out can be meant
  Loop* loop = nullptr;     ///< whose `loop` this is
};

using Scope = std::vector<Variable>;

/// A function while its names are being resolved.
struct Activation {
  Function* function = nullptr;
  MacroCode* macro = nullptr;
  const BlockCode* block = nullptr;
  Activation* outer = nullptr;  ///< of a macro: the one whose variables it may capture
  std::vector<Scope> scopes;    ///< innermost last; none at the top of a template
  Slots variables;              ///< all slots of variables that its scopes declared, in order
};

bool same(const Name& a, const Name& b) { return a.hash == b.hash && a.text == b.text; }

class Resolver {
 public:
  Resolver(Template& target, const Surroundings& surroundings, Findings& findings)
      : template_(target), surroundings_(surroundings), findings_(findings) {}

  void run() {
    Activation root;
    root.function = &template_.root;
    within(root, [&] { body(template_.root.body); });
    // Blocks inside blocks are of the template as well, and each is a function of its own.
    for (const auto& code : template_.blocks) {
      Activation block;
      block.function = &code->function;
      block.block = code.get();
      block.scopes.emplace_back();
      within(block, [&] { body(code->function.body); });
    }
  }

 private:
  template <class Run>
  void within(Activation& activation, Run run) {
    Activation* outer = std::exchange(active_, &activation);
    run();
    active_ = outer;
  }

  template <class Run>
  void scoped(Run run) {
    active_->scopes.emplace_back();
    run();
    active_->scopes.pop_back();
  }

  Slot new_slot(Span at, Activation& activation) {
    if (activation.function->slot_count == std::numeric_limits<Slot>::max()) {
      findings_.add(Code::template_too_deep, at);
      return 0;
    }
    return activation.function->slot_count++;
  }
  Slot new_variable(Span at) {
    const Slot slot = new_slot(at, *active_);
    active_->variables.push_back(slot);
    return slot;
  }

  bool at_top() const { return active_->scopes.empty(); }

  void declare(Target& target, bool always_set = false) {
    if (target.tuple) {
      for (Target& part : target.parts) declare(part, always_set);
      return;
    }
    if (!target.attribute.empty()) {
      target.slots = find(target.name, *active_);
      return;
    }
    if (at_top()) {
      target.exported = true;
      return;
    }
    Scope& scope = active_->scopes.back();
    const auto known =
        std::find_if(scope.begin(), scope.end(), [&](const Variable& v) { return same(v.name, target.name); });
    const Slot slot = known != scope.end() ? known->slot : new_variable(target.at);
    target.slots = {slot};
    if (known == scope.end()) scope.push_back({target.name, slot, always_set, nullptr});
  }

  Slots find(const Name& name, Activation& activation) {
    Slots found;
    for (auto scope = activation.scopes.rbegin(); scope != activation.scopes.rend(); ++scope) {
      for (const Variable& variable : *scope) {
        if (!same(variable.name, name)) continue;
        found.push_back(variable.slot);
        if (variable.loop != nullptr) variable.loop->uses_loop = true;
        if (variable.always_set) return found;
      }
    }
    if (activation.macro != nullptr) find_around(name, activation, found);
    return found;
  }

  // What a macro knows beyond its own scopes: its extra arguments, itself, and what it captures.
  void find_around(const Name& name, Activation& activation, Slots& found) {
    MacroCode& macro = *activation.macro;
    if (!macro.of_call_block) {
      std::optional<Slot>* extra = nullptr;
      if (name.text == "caller") extra = &macro.caller;
      if (name.text == "varargs") extra = &macro.varargs;
      if (name.text == "kwargs") extra = &macro.kwargs;
      if (extra != nullptr) {
        if (!*extra) *extra = new_slot(macro.at, activation);
        found.push_back(**extra);
        return;
      }
    }
    if (activation.outer == nullptr) return;
    if (name.text == macro.name && !macro.of_call_block && !activation.outer->scopes.empty()) {
      if (!macro.itself) macro.itself = new_slot(macro.at, activation);
      found.push_back(*macro.itself);
      return;
    }
    const auto known = std::find_if(macro.captured.begin(), macro.captured.end(),
                                    [&](const Captured& c) { return same(c.name, name); });
    if (known != macro.captured.end()) {
      found.push_back(known->to);
      return;
    }
    Slots from = find(name, *activation.outer);
    if (from.empty()) return;
    const Slot to = new_slot(macro.at, activation);
    macro.captured.push_back({name, std::move(from), to});
    found.push_back(to);
  }

  std::vector<VisibleName> visible(bool loops) {
    std::vector<VisibleName> names;
    for (auto scope = active_->scopes.rbegin(); scope != active_->scopes.rend(); ++scope) {
      for (const Variable& variable : *scope) {
        if (loops && variable.loop != nullptr) variable.loop->uses_loop = true;
        names.push_back({variable.name, variable.slot});
      }
    }
    return names;
  }

  // Expressions

  void expr(Expr& e) {
    switch (e.kind) {
      case ExprKind::name: name(static_cast<NameExpr&>(e)); return;
      case ExprKind::call: call(static_cast<CallExpr&>(e)); return;
      case ExprKind::filter:
      case ExprKind::test: check_applied(static_cast<Applied&>(e), surroundings_.registry, findings_); break;
      default: break;
    }
    each_child(e, [&](Expr& child) { expr(child); });
  }

  void maybe(const ExprPtr& e) {
    if (e) expr(*e);
  }

  void name(NameExpr& e) {
    e.slots = find(e.name, *active_);
    if (!e.slots.empty() || surroundings_.variables == nullptr) return;
    const auto& known = *surroundings_.variables;
    if (surroundings_.registry.global(e.name.text) != nullptr) return;
    if (std::find(known.begin(), known.end(), e.name.text) != known.end()) return;
    if (std::find(template_.exports.begin(), template_.exports.end(), e.name.text) != template_.exports.end()) return;
    findings_.add(Code::template_name_unknown, e.at, "name", e.name.text,
                  text::nearest(e.name.text, known).value_or(""));
  }

  void call(CallExpr& e) {
    each_argument(e.arguments, [&](Expr& child) { expr(child); });
    if (is_super(e) || is_self(e)) return;
    expr(*e.callee);
    if (e.callee->kind != ExprKind::name) return;
    const auto& callee = static_cast<const NameExpr&>(*e.callee);
    if (!callee.slots.empty()) return;
    const Value* global = surroundings_.registry.global(callee.name.text);
    if (global == nullptr) return;
    if (const Builtin* builtin = builtin_of(*global)) check_arguments(*builtin, e.arguments, e.at, findings_);
  }

  bool is_super(CallExpr& e) {
    const Expr* callee = e.callee.get();
    std::uint16_t levels = 1;
    while (callee->kind == ExprKind::attribute && static_cast<const Attribute*>(callee)->name.text == "super") {
      callee = static_cast<const Attribute*>(callee)->object.get();
      ++levels;
    }
    if (callee->kind != ExprKind::name) return false;
    const Name& word = static_cast<const NameExpr*>(callee)->name;
    if (word.text != "super" || !find(word, *active_).empty()) return false;
    if (active_->block == nullptr) findings_.add(Code::template_super_outside, e.at);
    e.target = CallExpr::Target::super;
    e.levels = levels;
    return true;
  }

  bool is_self(CallExpr& e) {
    if (e.callee->kind != ExprKind::attribute) return false;
    const Expr& object = *static_cast<const Attribute&>(*e.callee).object;
    if (object.kind != ExprKind::name) return false;
    const Name& word = static_cast<const NameExpr&>(object).name;
    if (word.text != "self" || !find(word, *active_).empty()) return false;
    e.target = CallExpr::Target::self;
    return true;
  }

  // Statements

  void body(Body& statements) {
    for (const StatementPtr& s : statements) statement(*s);
  }

  void scoped_body(Body& statements) {
    scoped([&] { body(statements); });
  }

  void statement(Statement& s) {
    switch (s.kind) {
      case StatementKind::text:
      case StatementKind::leave_loop:
      case StatementKind::next_turn: break;
      case StatementKind::output: expr(*static_cast<Output&>(s).value); break;
      case StatementKind::evaluate: expr(*static_cast<Evaluate&>(s).value); break;
      case StatementKind::condition: condition(static_cast<Condition&>(s)); break;
      case StatementKind::loop: loop(static_cast<Loop&>(s)); break;
      case StatementKind::assign: assign(static_cast<Assign&>(s)); break;
      case StatementKind::capture: capture(static_cast<Capture&>(s)); break;
      case StatementKind::with: with(static_cast<With&>(s)); break;
      case StatementKind::macro: macro(static_cast<Macro&>(s)); break;
      case StatementKind::call_block: call_block(static_cast<CallBlock&>(s)); break;
      case StatementKind::import: import(static_cast<Import&>(s)); break;
      case StatementKind::from_import: from_import(static_cast<FromImport&>(s)); break;
      case StatementKind::include: include(static_cast<Include&>(s)); break;
      case StatementKind::extends: extends(static_cast<Extends&>(s)); break;
      case StatementKind::block: block(static_cast<Block&>(s)); break;
      case StatementKind::filter_block: filter_block(static_cast<FilterBlock&>(s)); break;
      case StatementKind::autoescape: autoescape(static_cast<Autoescape&>(s)); break;
    }
  }

  void condition(Condition& s) {
    for (Condition::Branch& branch : s.branches) {
      maybe(branch.test);
      body(branch.body);
    }
  }

  void loop(Loop& s) {
    expr(*s.items);
    const std::size_t first = active_->variables.size();
    scoped([&] {
      refuse_loop(s.target);
      declare(s.target, true);
      maybe(s.filter);
      s.loop_slot = new_variable(s.at);
      s.uses_loop = s.recursive;
      active_->scopes.back().push_back({Name("loop"), s.loop_slot, true, &s});
      body(s.body);
    });
    scoped_body(s.otherwise);
    s.inside.assign(active_->variables.begin() + static_cast<std::ptrdiff_t>(first), active_->variables.end());
  }

  void refuse_loop(const Target& target) {
    for (const Target& part : target.parts) refuse_loop(part);
    if (target.name.text == "loop") findings_.add(Code::template_name_reserved, target.at, "name", "loop");
  }

  void assign(Assign& s) {
    expr(*s.value);
    declare(s.target);
    note_set_at_top(s.target);
  }

  void capture(Capture& s) {
    maybe(s.filter);
    scoped_body(s.body);
    declare(s.target);
    note_set_at_top(s.target);
  }

  void with(With& s) {
    for (auto& [target, value] : s.values) expr(*value);
    scoped([&] {
      for (auto& [target, value] : s.values) declare(target, true);
      body(s.body);
    });
  }

  void macro(Macro& s) {
    declare(s.target);
    note_set_at_top(s.target);
    macro_code(s.code);
  }

  void macro_code(MacroCode& code) {
    Activation inner;
    inner.function = &code.function;
    inner.macro = &code;
    inner.outer = active_;
    inner.block = active_->block;
    inner.scopes.emplace_back();
    within(inner, [&] {
      for (const MacroParameter& parameter : code.parameters) {
        inner.scopes.back().push_back({parameter.name, new_slot(parameter.at, inner), true, nullptr});
      }
      for (const MacroParameter& parameter : code.parameters) maybe(parameter.fallback);
      body(code.function.body);
    });
  }

  void call_block(CallBlock& s) {
    expr(*s.call);
    macro_code(s.code);
  }

  void import(Import& s) {
    expr(*s.source);
    check_source(*s.source, surroundings_, findings_);
    if (s.with_context) s.visible = visible(false);
    declare(s.target);
  }

  void from_import(FromImport& s) {
    expr(*s.source);
    check_source(*s.source, surroundings_, findings_);
    if (s.with_context) s.visible = visible(false);
    for (FromImport::Imported& imported : s.names) declare(imported.target);
    template_.imports.push_back(&s);
  }

  void include(Include& s) {
    expr(*s.source);
    if (!s.ignore_missing) check_source(*s.source, surroundings_, findings_);
    if (s.with_context) s.visible = visible(false);
  }

  void extends(Extends& s) {
    expr(*s.parent);
    check_source(*s.parent, surroundings_, findings_);
    if (!at_top()) findings_.add(Code::template_extends_inside, s.at);
  }

  void block(Block& s) {
    if (s.code->scoped) s.visible = visible(true);
  }

  void filter_block(FilterBlock& s) {
    expr(*s.filter);
    scoped_body(s.body);
  }

  void autoescape(Autoescape& s) {
    expr(*s.enabled);
    scoped_body(s.body);
  }

  void note_set_at_top(const Target& target) {
    for (const Target& part : target.parts) note_set_at_top(part);
    if (target.exported) template_.exports.push_back(target.name.text);
  }

  Template& template_;
  const Surroundings& surroundings_;
  Findings& findings_;
  Activation* active_ = nullptr;
};

}  // namespace

void resolve(Template& target, const Surroundings& surroundings, Findings& findings) {
  Resolver(target, surroundings, findings).run();
}

}  // namespace katern::templating
