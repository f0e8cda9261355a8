#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "templating/activation.h"
#include "templating/ast.h"
#include "templating/callable.h"
#include "templating/compiler.h"
#include "templating/context.h"
#include "templating/library.h"
#include "templating/loop.h"

namespace katern::templating {

/// Where includes, imports and parents are looked up.
class TemplateStore {
 public:
  virtual ~TemplateStore() = default;
  /// Null where there is none.
  virtual const Template* find(std::string_view name) const = 0;
  virtual std::vector<std::string> names() const = 0;
};

/// What does not change between renderings.
struct Environment {
  const Registry& registry;
  const TemplateStore* store = nullptr;
  bool none_as_empty = true;
  bool none_is_unordered = false;  ///< `none < 3` is false; else it is an error
  bool by_context = false;  ///< then a template is not put into one of another kind
};

/// One rendering. It walks the tree; the first error goes to the report and ends it, by way of an exception that does
/// not leave this class. Statements are in renderer_statements.cc, expressions in renderer_expressions.cc, calls in
/// renderer_calls.cc, macros in renderer_macros.cc, templates and blocks in renderer_templates.cc, writing in
/// renderer_writing.cc, failing in renderer.cc.
class Renderer final : public Caller {
 public:
  Renderer(const Environment& environment, const Scope& scope, std::string_view entry, const Limits& limits,
           Report& report);
  ~Renderer() override;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Appends to `out`. False when it failed.
  bool render(const Template& target, std::string& out);
  /// The value of a template that is one expression.
  std::optional<Value> evaluate(const Template& target);

  CallResult filter(std::string_view name, const Arguments& arguments) override;
  CallResult test(std::string_view name, const Arguments& arguments) override;
  CallResult call(const Value& callable, const Arguments& arguments) override;
  std::optional<CallError> spend_items(std::size_t items) override;
  std::optional<CallError> spend_bytes(std::size_t bytes) override;
  Value undefined(std::string_view name, const Value& object) override;
  bool autoescape() const override { return active_->autoescape; }
  bool none_as_empty() const override { return environment_.none_as_empty; }
  const Registry& registry() const override { return environment_.registry; }

 private:
  struct Failure {};  ///< thrown once the report has the error

  /// What it costs, in turns of a loop, to keep a template's variables, a namespace, or a macro that is not at the top
  /// until the end.
  static constexpr std::size_t kKeptTurns = 20;

  enum class Flow { on, leave_loop, next_turn };

  /// A step on the way to what runs now, for traces.
  struct Step {
    Frame::Kind kind;
    std::string_view name;
    const Source* source;
    Span at;
  };

  /// A template, or a scoped block, that runs: kept until the end when macros may refer to it.
  struct Run {
    Context context;
    Lineage lineage;
  };

  struct Gathered {
    std::vector<Value> positional;
    std::vector<std::pair<Name, Value>> named;
  };

  // What holds for as long as an object lives is in renderer_guards.h.
  class Running;
  class Stepping;
  class Capturing;
  class Gathering;

  CallResult apply(const Builtin& builtin, const Arguments& arguments);
  CallResult run(const Builtin& builtin, const Arguments& arguments);

  // Failing
  [[noreturn]] void fail(Diagnostic diagnostic);
  [[noreturn]] void fail(Code code, Span at);
  [[noreturn]] void fail(Code code, Span at, std::string_view argument, std::string_view value,
                         std::string_view suggestion = {});
  [[noreturn]] void fail(CallError error, Span at);
  /// Where an undefined value was looked up.
  struct Origin {
    const Source* source;
    Span at;
  };

  const Origin* origin_of(std::string_view undefined_name) const;
  [[noreturn]] void fail_undefined(const Expr& expr, const Value& value);
  [[noreturn]] void fail_callee(const CallExpr& expr, const Value& callee);
  bool is_bound(const NameExpr& name) const;
  [[noreturn]] void fail_attribute(std::string_view name, const Value& object, Span at, bool called = false);
  Diagnostic finding(Code code, Span at) const;
  void add_trace(Diagnostic& diagnostic) const;
  void charge(std::size_t steps, Span at) {
    turns_ += steps;
    if (turns_ > limits_.loop_steps) fail_too_many_turns(at);
  }
  void charge_bytes(std::size_t bytes, Span at);
  std::optional<CallError> spend_on(const Value& made);
  Value paid(CallResult result, Span at);
  void make_room(std::size_t bytes, Span at) {
    if (bytes > room_ || out_->size() > room_ - bytes) fail_too_long(at);
  }
  [[noreturn]] void fail_too_long(Span at);
  [[noreturn]] void fail_too_many_turns(Span at);
  void guard_size(const Value& value, Span at);
  template <class Work>
  bool guarded(Work work);

  // Writing
  void write(const Text& text) {
    if (active_->silent) return;
    make_room(text.text.size(), text.at);
    out_->append(text.text);
  }
  void write(const Value& value, Escape escape, const Expr& expr) {
    if (value.is_string()) return write_text(value.as_string(), value.is_markup(), escape, expr.at);
    write_other(value, escape, expr);
  }
  void write_other(const Value& value, Escape escape, const Expr& expr);
  void write_text(std::string_view text, bool markup, Escape escape, Span at);
  void write_quoted(std::string_view text, bool markup);
  void write_url(std::string_view text, bool markup, Escape escape, Span at);
  bool is_direct(Escape escape) const;
  Value made(std::string_view text, bool in_text = true) const;

  // Expressions
  const Value* peek(const Expr& expr);
  Value evaluate(const Expr& expr);
  /// Whether a lookup of the name has just found nothing; not an undefined value that something held.
  static bool is_fresh(const Value& value, const Name& name) {
    return value.is_undefined() && value.undefined_name().data() == name.text.data();
  }
  Value not_there(const NameExpr& expr);
  Value undefined(std::string_view name, const std::vector<std::string>& names, Span at);
  Value demand(const Expr& expr);
  bool truth(const Expr& expr);
  Value look(const Expr& expr);
  Value name(const NameExpr& expr, bool only_asked = false);
  Value attribute(const Attribute& expr, bool only_asked = false);
  Value item(const Item& expr);
  Value slice(const Slice& expr);
  Value filtered(const Applied& expr, const Value* input);
  Value tested(const Applied& expr);
  Value applied(const Applied& expr, Value subject);
  static std::optional<Value> macro_attribute(const Value& macro, std::string_view name);
  Value unary(const Unary& expr);
  Value binary(const Binary& expr);
  Value logical(const Logical& expr);
  Value compare(const Compare& expr);
  bool holds(Comparison comparison, const Value& left, const Value& right, Span at);
  bool contains(const Value& container, const Value& value, Span at);
  Value concat(const Concat& expr);
  Value conditional(const Conditional& expr);
  Value list(const ListExpr& expr);
  Value dict(const DictExpr& expr);
  Value chain(const Expr& filters, const Value& input);

  // Calls. With `direct`, what writes does so to the output, and nothing is returned.
  std::optional<Value> call(const CallExpr& expr, bool direct, const Value* caller = nullptr);
  std::optional<Value> call_value(const Value& callee, Gathered& arguments, bool direct, const Expr& what);
  std::optional<Value> call_macro(const MacroValue& macro, Gathered& arguments, bool direct, Span at);
  void bind_macro(const MacroValue& macro, Gathered& arguments, Value* slots, Span at);
  void bind_extra(const MacroValue& macro, Gathered& arguments, Value* slots, Span at);
  Value call_builtin(const Builtin& builtin, const Gathered& arguments, Span at);
  std::optional<Value> recurse(const LoopObject& loop, Gathered& arguments, bool direct, Span at);
  Value call_method(const Value& object, const Name& name, Gathered& arguments, Span at);
  std::optional<Value> call_super(const CallExpr& expr, bool direct);
  std::optional<Value> call_self(const CallExpr& expr, bool direct);
  std::optional<Value> block_text(const BlockCode& code, std::size_t level, const CallExpr& expr, bool direct);
  void gather(const CallArguments& arguments, Gathered& gathered);
  Value define(const MacroCode& code);
  void remember(const Value& value, Span at);

  // Statements
  Flow run(const Body& body);
  Flow run(const Statement& statement);
  void output(const Output& statement);
  Flow condition(const Condition& statement);
  void loop(const Loop& statement);
  void run_loop(const Loop& statement, const Value& source, std::size_t depth, Span at);
  Value kept_by_filter(const Loop& statement, const Value& items);
  void clear_slots(const Slots& slots);
  void assign(const Target& target, Value value);
  void unpack(const Target& target, const Value& value);
  Flow capture(const Capture& statement);
  Flow with(const With& statement);
  void macro(const Macro& statement);
  void call_block(const CallBlock& statement);
  Flow filter_block(const FilterBlock& statement);
  Flow autoescape_block(const Autoescape& statement);
  Value captured(const Body& body, Flow& flow, Span at);

  // Templates and blocks
  void import(const Import& statement);
  void from_import(const FromImport& statement);
  void include(const Include& statement);
  void extends(const Extends& statement);
  void block(const Block& statement);
  void run_block(const BlockCode& code, std::size_t level, Context& context, Span at);
  void run_root(const Template& target, Run& run);
  void check_syntax(const Template& target, Use use, Span at);
  void check_blocks(const Template& parent, Span at);
  const Template* choose(const Expr& source, const Value& value, bool may_be_missing);
  const Template* choose_one(const Expr& source, const Value& name);
  void assign_imported(const Target& target, Value value);
  Context& module(const Template& target, Frame::Kind kind, bool with_context, std::span<const VisibleName> visible,
                  Span at);
  std::unique_ptr<Run> new_run(Context context) const;
  void end_run(std::unique_ptr<Run> run);

  const Environment& environment_;
  const Scope& scope_;
  std::string_view entry_;
  const Limits& limits_;
  Report& report_;

  std::string* out_ = nullptr;
  Activation* active_ = nullptr;
  SlotStack slots_;
  std::vector<std::unique_ptr<Run>> runs_;              ///< those that are over, and that macros refer to
  std::map<const Template*, Context*> modules_;         ///< imported without context: once is enough
  std::vector<Value> kept_;                             ///< namespaces and macros that may refer to themselves
  std::set<std::string, std::less<>> names_;            ///< that arguments borrow
  std::map<std::string, Origin, std::less<>> origins_;  ///< by what undefined values borrow
  Span applied_at_;                                     ///< of the filter or test that runs
  std::vector<Step> steps_;
  std::vector<Gathered> spare_;  ///< of calls that are over, for their memory
  std::size_t levels_ = 0;       ///< of the trees that are being walked, one inside another
  std::size_t turns_ = 0;
  std::size_t bytes_ = 0;
  std::size_t
      room_;  ///< bytes that the buffer being written may hold; those around it have theirs from the same amount
  std::string scratch_;
};

/// What an inline `if` without `else` is when its test fails: undefined, and yet nothing where it is written.
Value nothing();
bool is_nothing(const Value& value);

}  // namespace katern::templating
