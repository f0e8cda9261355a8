#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "templating/ast_expression.h"

namespace katern::templating {

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

/// What a template writes, by the ending of its name.
enum class Syntax : std::uint8_t { html, xml, json, text };

/// How an output is written. `autoescape` leaves it to the autoescape blocks around it, as Jinja does.
enum class Escape : std::uint8_t {
  none,
  autoescape,
  text,           ///< of HTML or XML: markup passes
  quoted,         ///< attribute or RCDATA: markup keeps its references, but neither tags nor quotes
  url,            ///< the beginning of a URL
  url_part,       ///< of a URL whose scheme is not decided yet
  url_list,       ///< URLs with spaces or commas between them
  url_list_part,  ///< goes on with such a URL, as `url_part`, and may begin others
  url_list_rest,  ///< the same, where the scheme of the first is decided
  code_url,       ///< the beginning of the URL of something that is run: it must be of this site
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
  bool in_text = true;     ///< what it writes stands in the text of a document, so that it can in any other
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
  bool in_text = true;  ///< as of Loop
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

}  // namespace katern::templating
