#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "templating/callable.h"
#include "templating/source.h"
#include "value/value.h"

namespace katern::templating {

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
  bool in_place = false;     ///< of super: right where its block begins, so that it can be written as it is
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

}  // namespace katern::templating
