#pragma once

#include "templating/ast.h"

namespace katern::templating {

/// Calls `visit(Expr&)` for every expression of a call's arguments.
template <class Visit>
void each_argument(CallArguments& arguments, Visit visit) {
  for (const ExprPtr& value : arguments.positional) visit(*value);
  for (const NamedExpr& named : arguments.named) visit(*named.value);
  if (arguments.rest) visit(*arguments.rest);
  if (arguments.named_rest) visit(*arguments.named_rest);
}

/// Calls `visit(Expr&)` for every expression right below one, in the order of the text.
template <class Visit>
void each_child(Expr& expr, Visit visit) {
  const auto maybe = [&](const ExprPtr& child) {
    if (child) visit(*child);
  };
  switch (expr.kind) {
    case ExprKind::constant:
    case ExprKind::name: break;
    case ExprKind::attribute: visit(*static_cast<Attribute&>(expr).object); break;
    case ExprKind::item: {
      auto& item = static_cast<Item&>(expr);
      visit(*item.object);
      visit(*item.index);
      break;
    }
    case ExprKind::slice: {
      auto& slice = static_cast<Slice&>(expr);
      visit(*slice.object);
      maybe(slice.start);
      maybe(slice.stop);
      maybe(slice.step);
      break;
    }
    case ExprKind::call: {
      auto& call = static_cast<CallExpr&>(expr);
      visit(*call.callee);
      each_argument(call.arguments, visit);
      break;
    }
    case ExprKind::filter:
    case ExprKind::test: {
      auto& applied = static_cast<Applied&>(expr);
      maybe(applied.subject);
      each_argument(applied.arguments, visit);
      break;
    }
    case ExprKind::negate:
    case ExprKind::plus:
    case ExprKind::logical_not: visit(*static_cast<Unary&>(expr).operand); break;
    case ExprKind::binary: {
      auto& binary = static_cast<Binary&>(expr);
      visit(*binary.left);
      visit(*binary.right);
      break;
    }
    case ExprKind::logical: {
      auto& logical = static_cast<Logical&>(expr);
      visit(*logical.left);
      visit(*logical.right);
      break;
    }
    case ExprKind::compare: {
      auto& compare = static_cast<Compare&>(expr);
      visit(*compare.first);
      for (const Compare::Link& link : compare.links) visit(*link.right);
      break;
    }
    case ExprKind::concat:
      for (const ExprPtr& part : static_cast<Concat&>(expr).parts) visit(*part);
      break;
    case ExprKind::conditional: {
      auto& conditional = static_cast<Conditional&>(expr);
      visit(*conditional.yes);
      visit(*conditional.test);
      maybe(conditional.no);
      break;
    }
    case ExprKind::list:
      for (const ExprPtr& item : static_cast<ListExpr&>(expr).items) visit(*item);
      break;
    case ExprKind::dict:
      for (const auto& [key, value] : static_cast<DictExpr&>(expr).entries) {
        visit(*key);
        visit(*value);
      }
      break;
  }
}

}  // namespace katern::templating
