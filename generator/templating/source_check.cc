#include "templating/source_check.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/words.h"

namespace katern::templating {
namespace {

void add_names(const Expr& source, std::vector<WrittenName>& names) {
  if (source.kind == ExprKind::list) {
    for (const ExprPtr& item : static_cast<const ListExpr&>(source).items) add_names(*item, names);
  } else if (source.kind == ExprKind::conditional) {
    const auto& conditional = static_cast<const Conditional&>(source);
    add_names(*conditional.yes, names);
    if (conditional.no) add_names(*conditional.no, names);
  } else if (source.kind == ExprKind::constant && static_cast<const Constant&>(source).value.is_string()) {
    names.push_back({static_cast<const Constant&>(source).value.as_string(), source.at});
  }
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

std::vector<WrittenName> written_names(const Expr& source) {
  std::vector<WrittenName> names;
  add_names(source, names);
  return names;
}

// Of a list, one that is there is enough.
void check_source(const Expr& source, const Surroundings& surroundings, Findings& findings) {
  const std::vector<WrittenName> names = written_names(source);
  const bool list = source.kind == ExprKind::list;
  if (list && names.size() < static_cast<const ListExpr&>(source).items.size()) return;
  const auto known = [&](const WrittenName& written) { return exists(written.name, surroundings); };
  if (list && std::ranges::any_of(names, known)) return;
  for (const WrittenName& written : names) {
    if (known(written)) continue;
    report(written.at, written.name, surroundings, findings);
    if (list) return;
  }
}

}  // namespace katern::templating
