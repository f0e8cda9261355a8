#pragma once

#include <string_view>

#include "templating/ast.h"
#include "templating/findings.h"

namespace katern::templating {

/// Whether that filter is the last that an expression goes through.
bool is_filter(const Expr& expr, std::string_view name);

/// Whether whatever it comes to was made by the filter `json`.
bool makes_json(const Expr& expr);

/// Whether the filter `xmlattr` at its end writes a space before the attributes, whatever its arguments come to.
bool writes_space(const Expr& xmlattr);

/// Reports the filter `safe` where it is not the last of an output, and where that is not `allowed`.
void check_safe(Expr& expr, bool allowed, Findings& findings);

}  // namespace katern::templating
