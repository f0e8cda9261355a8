#pragma once

#include <string>
#include <string_view>

#include "templating/ast.h"
#include "templating/findings.h"

namespace katern::templating {

/// Finds the builtin of a filter or test and binds its arguments; reports an unknown one and arguments that do not fit.
void check_applied(Applied& applied, const Registry& registry, Findings& findings);

/// Reports arguments that do not fit. What is spread (`*list`) is only known when it is called. False if reported.
bool check_arguments(const Builtin& builtin, const CallArguments& arguments, Span at, Findings& findings);

/// `sinds | add_months(12)` for `add_months(sinds, 12)`: how what was called as a function is written as a filter.
/// `source` is the text that the call stands in.
std::string written_as_filter(const CallExpr& call, std::string_view source);

}  // namespace katern::templating
