#include "templating/source_check.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "text/words.h"

namespace katern::templating {
namespace {

std::optional<std::string_view> written_out(const Expr& source) {
  if (source.kind != ExprKind::constant || !static_cast<const Constant&>(source).value.is_string()) return std::nullopt;
  return static_cast<const Constant&>(source).value.as_string();
}

bool exists(std::string_view name, const Surroundings& surroundings) {
  const auto* all = surroundings.templates;
  return all != nullptr && std::find(all->begin(), all->end(), name) != all->end();
}

void report(Span at, std::string_view name, const Surroundings& surroundings, Findings& findings) {
  const auto* all = surroundings.templates;
  const std::string near = all == nullptr ? "" : text::nearest(name, *all).value_or("");
  findings.add(Code::template_unknown, at, "name", name, near);
}

}  // namespace

void check_source(const Expr& source, const Surroundings& surroundings, Findings& findings) {
  if (const auto name = written_out(source)) {
    if (!exists(*name, surroundings)) report(source.at, *name, surroundings, findings);
    return;
  }
  if (source.kind != ExprKind::list) return;
  const auto& items = static_cast<const ListExpr&>(source).items;
  const bool hopeless = std::all_of(items.begin(), items.end(), [&](const ExprPtr& item) {
    const auto name = written_out(*item);
    return name && !exists(*name, surroundings);
  });
  if (hopeless && !items.empty()) report(items.front()->at, *written_out(*items.front()), surroundings, findings);
}

}  // namespace katern::templating
