#include "templating/output_checks.h"

#include "templating/walk.h"

namespace katern::templating {
namespace {

bool is_true(const Expr& expr) {
  return expr.kind == ExprKind::constant && static_cast<const Constant&>(expr).value.truthy();
}

}  // namespace

bool is_filter(const Expr& expr, std::string_view name) {
  return expr.kind == ExprKind::filter && static_cast<const Applied&>(expr).name == name;
}

bool makes_json(const Expr& expr) {
  if (is_filter(expr, "json") || is_filter(expr, "tojson")) return true;
  if (expr.kind != ExprKind::conditional) return false;
  const auto& conditional = static_cast<const Conditional&>(expr);
  return conditional.no && makes_json(*conditional.yes) && makes_json(*conditional.no);
}

bool writes_space(const Expr& xmlattr) {
  const CallArguments& arguments = static_cast<const Applied&>(xmlattr).arguments;
  if (arguments.empty()) return true;
  if (arguments.spread()) return false;
  return is_true(arguments.positional.empty() ? *arguments.named.front().value : *arguments.positional.front());
}

void check_safe(Expr& expr, bool allowed, Findings& findings) {
  if (is_filter(expr, "safe") && !allowed) {
    findings.add(Code::template_safe_misplaced, static_cast<const Applied&>(expr).name_at);
    return;
  }
  if (expr.kind == ExprKind::conditional) {
    auto& conditional = static_cast<Conditional&>(expr);
    check_safe(*conditional.yes, allowed, findings);
    if (conditional.no) check_safe(*conditional.no, allowed, findings);
    check_safe(*conditional.test, false, findings);
    return;
  }
  each_child(expr, [&](Expr& child) { check_safe(child, false, findings); });
}

}  // namespace katern::templating
