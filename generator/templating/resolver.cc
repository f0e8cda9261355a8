#include "templating/resolver.h"

#include <algorithm>
#include <utility>

#include "templating/call_check.h"
#include "templating/name_slots.h"
#include "templating/source_check.h"
#include "templating/walk.h"
#include "text/words.h"

namespace katern::templating {
namespace {

class Resolver {
 public:
  Resolver(Template& target, const Surroundings& surroundings, Findings& findings)
      : template_(target), surroundings_(surroundings), findings_(findings), slots_(findings) {}

  void run() {
    FunctionNames root;
    root.function = &template_.root;
    within(root, [&] { body(template_.root.body); });
    // Blocks inside blocks are of the template as well, and each is a function of its own.
    for (const auto& code : template_.blocks) {
      FunctionNames block;
      block.function = &code->function;
      block.block = code.get();
      block.scopes.emplace_back();
      within(block, [&] { body(code->function.body); });
    }
  }

 private:
  template <class Run>
  void within(FunctionNames& activation, Run run) {
    FunctionNames* outer = std::exchange(active_, &activation);
    run();
    active_ = outer;
  }

  template <class Run>
  void scoped(Run run) {
    active_->scopes.emplace_back();
    run();
    active_->scopes.pop_back();
  }

  bool at_top() const { return active_->scopes.empty(); }

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
    e.slots = slots_.find(e.name, *active_);
    if (e.slots.empty() && (e.name.text == "super" || e.name.text == "self")) refuse_block_word(e);
    if (is_known(e)) return;
    findings_.add(Code::template_name_unknown, e.at, "name", e.name.text,
                  text::nearest(e.name.text, *surroundings_.variables).value_or(""));
  }

  // Where the variables are not given, any name may be one.
  bool is_known(const NameExpr& e) const {
    if (!e.slots.empty() || surroundings_.variables == nullptr) return true;
    if (surroundings_.registry.global(e.name.text) != nullptr) return true;
    const auto holds = [&](const auto& names) {
      return std::find(names.begin(), names.end(), e.name.text) != names.end();
    };
    return holds(*surroundings_.variables) || holds(template_.exports);
  }

  bool refuse_filter(CallExpr& e) {
    if (e.callee->kind != ExprKind::name) return false;
    auto& callee = static_cast<NameExpr&>(*e.callee);
    callee.slots = slots_.find(callee.name, *active_);
    if (is_known(callee) || surroundings_.registry.filter(callee.name.text) == nullptr) return false;
    const std::string example = written_as_filter(e, findings_.text());
    findings_.commit(findings_.make(Code::template_filter_called, e.at)
                         .with("name", callee.name.text)
                         .with("example", example)
                         .correct(findings_.text().substr(e.at.offset, e.at.length), example));
    return true;
  }

  void call(CallExpr& e) {
    each_argument(e.arguments, [&](Expr& child) { expr(child); });
    if (is_super(e) || is_self(e) || refuse_filter(e)) return;
    expr(*e.callee);
    if (e.callee->kind != ExprKind::name) return;
    const auto& callee = static_cast<const NameExpr&>(*e.callee);
    if (!callee.slots.empty()) return;
    const Value* global = surroundings_.registry.global(callee.name.text);
    if (global == nullptr) return;
    if (const Builtin* builtin = builtin_of(*global)) check_arguments(*builtin, e.arguments, e.at, findings_);
  }

  // They are no values here, so asking whether they are defined would always be answered with no.
  void refuse_block_word(const NameExpr& e) {
    if (surroundings_.variables != nullptr) return;
    findings_.add(Code::template_name_unknown, e.at, "name", e.name.text,
                  e.name.text == "super" ? "super()" : "self.block()");
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
    if (word.text != "super" || !slots_.find(word, *active_).empty()) return false;
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
    if (word.text != "self" || !slots_.find(word, *active_).empty()) return false;
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
      slots_.declare(s.target, *active_, true);
      maybe(s.filter);
      s.loop_slot = slots_.add_variable(s.at, *active_);
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
    slots_.declare(s.target, *active_);
    note_set_at_top(s.target);
  }

  void capture(Capture& s) {
    maybe(s.filter);
    scoped_body(s.body);
    slots_.declare(s.target, *active_);
    note_set_at_top(s.target);
  }

  void with(With& s) {
    for (auto& [target, value] : s.values) expr(*value);
    scoped([&] {
      for (auto& [target, value] : s.values) slots_.declare(target, *active_, true);
      body(s.body);
    });
  }

  void macro(Macro& s) {
    slots_.declare(s.target, *active_);
    note_set_at_top(s.target);
    macro_code(s.code);
  }

  void macro_code(MacroCode& code) {
    FunctionNames inner;
    inner.function = &code.function;
    inner.macro = &code;
    inner.outer = active_;
    inner.block = active_->block;
    inner.scopes.emplace_back();
    within(inner, [&] {
      for (const MacroParameter& parameter : code.parameters) {
        inner.scopes.back().push_back({parameter.name, slots_.add_slot(parameter.at, inner), true, nullptr});
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
    if (s.with_context) s.visible = slots_.visible(*active_, false);
    slots_.declare(s.target, *active_);
  }

  void from_import(FromImport& s) {
    expr(*s.source);
    check_source(*s.source, surroundings_, findings_);
    if (s.with_context) s.visible = slots_.visible(*active_, false);
    for (FromImport::Imported& imported : s.names) slots_.declare(imported.target, *active_);
    template_.imports.push_back(&s);
  }

  void include(Include& s) {
    expr(*s.source);
    if (!s.ignore_missing) check_source(*s.source, surroundings_, findings_);
    if (s.with_context) s.visible = slots_.visible(*active_, false);
  }

  void extends(Extends& s) {
    expr(*s.parent);
    check_source(*s.parent, surroundings_, findings_);
    if (!at_top()) findings_.add(Code::template_extends_inside, s.at);
    template_.extends.push_back(&s);
  }

  void block(Block& s) {
    if (s.code->scoped) s.visible = slots_.visible(*active_, true);
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
  NameSlots slots_;
  FunctionNames* active_ = nullptr;
};

}  // namespace

void resolve(Template& target, const Surroundings& surroundings, Findings& findings) {
  Resolver(target, surroundings, findings).run();
}

}  // namespace katern::templating
