#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templating/callable.h"
#include "templating/source.h"
#include "value/value.h"

namespace katern::templating {

// The syntax tree is what is run: the resolver gives the names their slots, the checker its builtins, and the escaper
// each output its escaping, all in place. From then on it is immutable.

/// Where a local variable is kept while the body that it belongs to runs.
using Slot = std::uint16_t;

/// Where a name may be found: its own slot first, then those of the scopes around it that know it. A slot that nothing
/// was assigned to yet lets the next one speak; after them all, the context.
using Slots = std::vector<Slot>;

enum class ExprKind : std::uint8_t {
  constant,
  name,
  attribute,
  item,
  slice,
  call,
  filter,
  test,
  negate,
  plus,
  logical_not,
  binary,
  logical,
  compare,
  concat,
  conditional,
  list,
  dict,
};

struct Expr {
  ExprKind kind;
  Span at;
  std::uint16_t depth = 1;  ///< of the tree below

  Expr(ExprKind k, Span s) : kind(k), at(s) {}
  virtual ~Expr() = default;
};

using ExprPtr = std::unique_ptr<Expr>;

struct Constant final : Expr {
  Constant(Span s, Value v) : Expr(ExprKind::constant, s), value(std::move(v)) {}
  Value value;
};

struct NameExpr final : Expr {
  NameExpr(Span s, std::string_view n) : Expr(ExprKind::name, s), name(n) {}
  Name name;
  Slots slots;
};

struct Attribute final : Expr {
  Attribute(Span s, ExprPtr o, std::string_view n) : Expr(ExprKind::attribute, s), object(std::move(o)), name(n) {}
  ExprPtr object;
  Name name;
};

struct Item final : Expr {
  Item(Span s, ExprPtr o, ExprPtr i) : Expr(ExprKind::item, s), object(std::move(o)), index(std::move(i)) {}
  ExprPtr object;
  ExprPtr index;
};

struct Slice final : Expr {
  Slice(Span s, ExprPtr o) : Expr(ExprKind::slice, s), object(std::move(o)) {}
  ExprPtr object;
  ExprPtr start;  ///< each may be null
  ExprPtr stop;
  ExprPtr step;
};

struct NamedExpr {
  Name name;
  Span at;
  ExprPtr value;
};

struct CallArguments {
  std::vector<ExprPtr> positional;
  std::vector<NamedExpr> named;
  ExprPtr rest;        ///< *list, or null
  ExprPtr named_rest;  ///< **dict, or null
  Span at;

  bool spread() const { return rest || named_rest; }
  bool empty() const { return positional.empty() && named.empty() && !spread(); }
};

struct CallExpr final : Expr {
  CallExpr(Span s, ExprPtr c, CallArguments a)
      : Expr(ExprKind::call, s), callee(std::move(c)), arguments(std::move(a)) {}
  /// `super()` and `self.name()` are calls of a block, unless a template has variables of these names.
  enum class Target : std::uint8_t { value, super, self };

  ExprPtr callee;
  CallArguments arguments;
  Target target = Target::value;
  std::uint16_t levels = 1;  ///< of super: `super.super()` is 2
};

/// A filter or a test: `subject | name(arguments)`, `subject is name arguments`.
struct Applied final : Expr {
  Applied(ExprKind k, Span s, ExprPtr sub, std::string_view n, Span n_at, CallArguments a)
      : Expr(k, s), subject(std::move(sub)), name(n), name_at(n_at), arguments(std::move(a)) {}
  ExprPtr subject;  ///< null in a filter block
  std::string_view name;
  Span name_at;
  CallArguments arguments;
  bool negated = false;          ///< `is not`
  bool takes_undefined = false;  ///< `defined`, `undefined` and `default` look at what is not there
  const Builtin* builtin = nullptr;
  /// What `run` gets as positional: an expression of `arguments`, or null for the fallback. Not used with variadic ones
  /// and spread arguments, which are bound when they are called.
  std::vector<const Expr*> bound;
};

/// Negation, plus and `not`.
struct Unary final : Expr {
  Unary(ExprKind k, Span s, ExprPtr o) : Expr(k, s), operand(std::move(o)) {}
  ExprPtr operand;
};

enum class Operation : std::uint8_t { add, subtract, multiply, divide, floor_divide, modulo, power };

struct Binary final : Expr {
  Binary(Span s, Operation op, ExprPtr l, ExprPtr r)
      : Expr(ExprKind::binary, s), operation(op), left(std::move(l)), right(std::move(r)) {}
  Operation operation;
  ExprPtr left;
  ExprPtr right;
};

struct Logical final : Expr {
  Logical(Span s, bool either, ExprPtr l, ExprPtr r)
      : Expr(ExprKind::logical, s), is_or(either), left(std::move(l)), right(std::move(r)) {}
  bool is_or;
  ExprPtr left;
  ExprPtr right;
};

enum class Comparison : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal, in, not_in };

/// A chain: `a < b <= c`.
struct Compare final : Expr {
  struct Link {
    Comparison comparison;
    ExprPtr right;
  };
  Compare(Span s, ExprPtr f, std::vector<Link> l)
      : Expr(ExprKind::compare, s), first(std::move(f)), links(std::move(l)) {}
  ExprPtr first;
  std::vector<Link> links;
};

struct Concat final : Expr {
  Concat(Span s, std::vector<ExprPtr> p) : Expr(ExprKind::concat, s), parts(std::move(p)) {}
  std::vector<ExprPtr> parts;
};

struct Conditional final : Expr {
  Conditional(Span s, ExprPtr t, ExprPtr y, ExprPtr n)
      : Expr(ExprKind::conditional, s), test(std::move(t)), yes(std::move(y)), no(std::move(n)) {}
  ExprPtr test;
  ExprPtr yes;
  ExprPtr no;  ///< or null
};

/// Also a tuple.
struct ListExpr final : Expr {
  ListExpr(Span s, std::vector<ExprPtr> i, bool t) : Expr(ExprKind::list, s), items(std::move(i)), tuple(t) {}
  std::vector<ExprPtr> items;
  bool tuple;
};

struct DictExpr final : Expr {
  DictExpr(Span s, std::vector<std::pair<ExprPtr, ExprPtr>> e) : Expr(ExprKind::dict, s), entries(std::move(e)) {}
  std::vector<std::pair<ExprPtr, ExprPtr>> entries;
};

enum class StatementKind : std::uint8_t {
  text,
  output,
  condition,
  loop,
  assign,
  capture,
  with,
  macro,
  call_block,
  import,
  from_import,
  include,
  extends,
  block,
  filter_block,
  evaluate,
  leave_loop,
  next_turn,
  autoescape,
};

struct Statement {
  StatementKind kind;
  Span at;

  Statement(StatementKind k, Span s) : kind(k), at(s) {}
  virtual ~Statement() = default;
};

using StatementPtr = std::unique_ptr<Statement>;
using Body = std::vector<StatementPtr>;

struct Text final : Statement {
  Text(Span s, std::string_view t) : Statement(StatementKind::text, s), text(t) {}
  std::string_view text;
};

/// How an output is written. `autoescape` leaves it to the autoescape blocks around it, as Jinja does.
enum class Escape : std::uint8_t {
  none,
  autoescape,
  html,      ///< HTML text: markup passes
  quoted,    ///< attribute or RCDATA: markup keeps its references, but neither tags nor quotes
  url,       ///< the beginning of a URL
  url_part,  ///< of a URL whose scheme is not decided yet
  xml,       ///< XML text and attributes
  xml_quoted,
  xml_url,
  xml_url_part,
};

struct Output final : Statement {
  Output(Span s, ExprPtr v) : Statement(StatementKind::output, s), value(std::move(v)) {}
  ExprPtr value;
  Escape escape = Escape::autoescape;
};

struct Condition final : Statement {
  struct Branch {
    ExprPtr test;  ///< null: else
    Body body;
  };
  explicit Condition(Span s) : Statement(StatementKind::condition, s) {}
  std::vector<Branch> branches;
};

/// What is assigned to: a name, several, or an attribute of a namespace.
struct Target {
  Span at;
  Name name;
  bool tuple = false;
  std::vector<Target> parts;   ///< of a tuple
  std::string_view attribute;  ///< of a namespace; else empty
  Slots slots;                 ///< to assign to: the first; of a namespace: where to find it
  bool exported = false;       ///< at the top of a template: assigned in the context, not in a slot
};

struct Loop final : Statement {
  explicit Loop(Span s) : Statement(StatementKind::loop, s) {}
  Target target;
  ExprPtr items;
  ExprPtr filter;  ///< or null
  bool recursive = false;
  bool uses_loop = false;  ///< whether `loop` is spoken of
  Slot loop_slot = 0;
  Slots inside;  ///< of its scope and of the scopes in it, emptied before each turn
  Body body;
  Body otherwise;
};

struct Assign final : Statement {
  Assign(Span s, Target t, ExprPtr v)
      : Statement(StatementKind::assign, s), target(std::move(t)), value(std::move(v)) {}
  Target target;
  ExprPtr value;
};

/// `{% set name | filter %}…{% endset %}`
struct Capture final : Statement {
  explicit Capture(Span s) : Statement(StatementKind::capture, s) {}
  Target target;
  ExprPtr filter;  ///< a chain of Applied whose innermost has no subject, or null
  Body body;
};

struct With final : Statement {
  explicit With(Span s) : Statement(StatementKind::with, s) {}
  std::vector<std::pair<Target, ExprPtr>> values;
  Body body;
};

/// A body with slots of its own: the root of a template, a block, a macro.
struct Function {
  Body body;
  Slot slot_count = 0;
  std::uint16_t depth = 1;  ///< how deep its tree is
};

struct MacroParameter {
  Name name;
  Span at;
  ExprPtr fallback;  ///< or null
};

/// The variables of the scopes around a macro that is not at the top of a template are copied when it is defined.
struct Captured {
  Name name;
  Slots from;
  Slot to = 0;
};

struct MacroCode {
  std::string_view name;
  Span at;
  const Source* source = nullptr;
  bool of_call_block = false;              ///< then `caller` and the like are those of the macro around it
  std::vector<MacroParameter> parameters;  ///< in the first slots
  std::optional<Slot> caller;              ///< each where it is used
  std::optional<Slot> varargs;
  std::optional<Slot> kwargs;
  std::optional<Slot> itself;  ///< where the macro finds itself
  std::vector<Captured> captured;
  Function function;
};

struct Macro final : Statement {
  explicit Macro(Span s) : Statement(StatementKind::macro, s) {}
  Target target;
  MacroCode code;
};

struct CallBlock final : Statement {
  explicit CallBlock(Span s) : Statement(StatementKind::call_block, s) {}
  MacroCode code;
  ExprPtr call;  ///< a CallExpr
  Escape escape = Escape::autoescape;
};

/// The local variables that an included or imported template, or a scoped block, may see.
struct VisibleName {
  Name name;
  Slot slot = 0;
};

struct Import final : Statement {
  explicit Import(Span s) : Statement(StatementKind::import, s) {}
  ExprPtr source;
  Target target;
  bool with_context = false;
  std::vector<VisibleName> visible;  ///< innermost first
};

struct FromImport final : Statement {
  struct Imported {
    Name name;
    Span at;
    Target target;
  };
  explicit FromImport(Span s) : Statement(StatementKind::from_import, s) {}
  ExprPtr source;
  std::vector<Imported> names;
  bool with_context = false;
  std::vector<VisibleName> visible;
};

struct Include final : Statement {
  explicit Include(Span s) : Statement(StatementKind::include, s) {}
  ExprPtr source;
  bool ignore_missing = false;
  bool with_context = true;
  std::vector<VisibleName> visible;
};

struct Extends final : Statement {
  Extends(Span s, ExprPtr p) : Statement(StatementKind::extends, s), parent(std::move(p)) {}
  ExprPtr parent;
};

struct BlockCode {
  Name name;
  Span at;
  bool scoped = false;
  bool required = false;
  Function function;
};

struct Block final : Statement {
  explicit Block(Span s) : Statement(StatementKind::block, s) {}
  BlockCode* code = nullptr;  ///< of the template
  std::vector<VisibleName> visible;
};

struct FilterBlock final : Statement {
  explicit FilterBlock(Span s) : Statement(StatementKind::filter_block, s) {}
  ExprPtr filter;  ///< as in Capture
  Escape escape = Escape::autoescape;
  Body body;
};

struct Evaluate final : Statement {
  Evaluate(Span s, ExprPtr v) : Statement(StatementKind::evaluate, s), value(std::move(v)) {}
  ExprPtr value;
};

struct Autoescape final : Statement {
  explicit Autoescape(Span s) : Statement(StatementKind::autoescape, s) {}
  ExprPtr enabled;
  Body body;
};

/// `break` and `continue`.
struct Jump final : Statement {
  Jump(StatementKind k, Span s) : Statement(k, s) {}
};

/// What a template writes, by the ending of its name.
enum class Syntax : std::uint8_t { html, xml, json, text };

/// A template, or an expression that stands alone: then its root is one Output.
struct Template {
  explicit Template(Source s) : source(std::move(s)) {}
  Source source;
  Function root;
  std::vector<std::unique_ptr<BlockCode>> blocks;
  const Extends* extends = nullptr;  ///< the first one
  std::vector<const FromImport*> imports;
  std::vector<std::string_view> exports;  ///< what it sets and defines at its top
  Syntax syntax = Syntax::text;
  bool broken = false;  ///< has an error, and must not be run

  /// Whether strings are escaped unless they are markup, and what macros and the like make is markup.
  bool autoescape() const { return syntax == Syntax::html || syntax == Syntax::xml; }

  const BlockCode* block(const Name& name) const {
    for (const auto& code : blocks) {
      if (code->name.hash == name.hash && code->name.text == name.text) return code.get();
    }
    return nullptr;
  }
};

}  // namespace katern::templating
