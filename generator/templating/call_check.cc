#include "templating/call_check.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/words.h"

namespace katern::templating {
namespace {

bool looks_at_what_is_missing(const Applied& applied) {
  constexpr std::array<std::string_view, 4> kNames{"default", "d", "defined", "undefined"};
  return std::find(kNames.begin(), kNames.end(), applied.name) != kNames.end();
}

void report_unknown(const Applied& applied, const Registry& registry, Findings& findings) {
  const bool filter = applied.kind == ExprKind::filter;
  std::vector<std::string> names;
  for (const Builtin& known : filter ? registry.filters() : registry.tests()) names.emplace_back(known.name);
  findings.add(filter ? Code::template_filter_unknown : Code::template_test_unknown, applied.name_at, "name",
               applied.name, text::nearest(applied.name, names).value_or(""));
}

// Whether a filter behind it is applied to all of it.
bool binds_as_tightly(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::constant:
    case ExprKind::name:
    case ExprKind::attribute:
    case ExprKind::item:
    case ExprKind::slice:
    case ExprKind::call:
    case ExprKind::filter:
    case ExprKind::list:
    case ExprKind::dict: return true;
    default: return false;
  }
}

}  // namespace

bool check_arguments(const Builtin& builtin, const CallArguments& arguments, Span at, Findings& findings) {
  if (arguments.spread()) return true;
  std::vector<Name> names;
  names.reserve(arguments.named.size());
  for (const NamedExpr& named : arguments.named) names.push_back(named.name);
  const auto error = check_call(builtin, arguments.positional.size(), names);
  if (error) findings.add(*error, at);
  return !error;
}

void check_applied(Applied& applied, const Registry& registry, Findings& findings) {
  const bool filter = applied.kind == ExprKind::filter;
  applied.builtin = filter ? registry.filter(applied.name) : registry.test(applied.name);
  applied.takes_undefined = looks_at_what_is_missing(applied);
  if (applied.builtin == nullptr) return report_unknown(applied, registry, findings);
  const Builtin& builtin = *applied.builtin;
  if (!check_arguments(builtin, applied.arguments, join(applied.name_at, applied.arguments.at), findings)) return;
  if (builtin.variadic || applied.arguments.spread()) return;

  applied.bound.assign(builtin.parameters.size(), nullptr);
  for (std::size_t i = 0; i < applied.arguments.positional.size(); ++i) {
    applied.bound[i] = applied.arguments.positional[i].get();
  }
  for (const NamedExpr& named : applied.arguments.named) {
    const auto at = std::find_if(builtin.parameters.begin(), builtin.parameters.end(),
                                 [&](const Parameter& parameter) { return parameter.name == named.name.text; });
    applied.bound[static_cast<std::size_t>(at - builtin.parameters.begin())] = named.value.get();
  }
}

std::string written_as_filter(const CallExpr& call, std::string_view source) {
  const auto text_of = [&](Span at) { return std::string(source.substr(at.offset, at.length)); };
  const CallArguments& given = call.arguments;
  std::string written = given.positional.empty() ? "…" : text_of(given.positional.front()->at);
  if (!given.positional.empty() && !binds_as_tightly(*given.positional.front())) written = '(' + written + ')';
  std::string others;
  const auto add = [&](const std::string& argument) { others += (others.empty() ? "" : ", ") + argument; };
  for (std::size_t i = 1; i < given.positional.size(); ++i) add(text_of(given.positional[i]->at));
  for (const NamedExpr& named : given.named) add(std::string(named.name.text) + "=" + text_of(named.value->at));
  return written + " | " + text_of(call.callee->at) + (others.empty() ? "" : '(' + others + ')');
}

}  // namespace katern::templating
