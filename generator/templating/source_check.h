#pragma once

#include "templating/ast_expression.h"
#include "templating/findings.h"
#include "templating/resolver.h"

namespace katern::templating {

/// Reports a template that there is not, where its name is written out; of a list, one must be there.
void check_source(const Expr& source, const Surroundings& surroundings, Findings& findings);

}  // namespace katern::templating
