#pragma once

#include <string_view>
#include <vector>

#include "templating/ast_expression.h"
#include "templating/findings.h"
#include "templating/resolver.h"

namespace katern::templating {

/// A template that is named in a template.
struct WrittenName {
  std::string_view name;
  Span at;
};

/// The names that `include`, `import` or `extends` may choose from, as far as they are written out: one, those of a
/// list, or those of both sides of an `if`.
std::vector<WrittenName> written_names(const Expr& source);

/// Reports a template that there is not, where its name is written out; of a list, one must be there.
void check_source(const Expr& source, const Surroundings& surroundings, Findings& findings);

}  // namespace katern::templating
