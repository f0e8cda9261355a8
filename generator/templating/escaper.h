#pragma once

#include "templating/ast.h"
#include "templating/findings.h"

namespace katern::templating {

/// Gives each output of a template its escaping, and reports those that have none. `inherited` are the places of the
/// blocks of the template that it extends. What macros, set, call and filter blocks hold begins and ends in the text of
/// the document, and so do included templates.
BlockPlaces give_escaping(Template& target, const BlockPlaces& inherited, Findings& findings);

}  // namespace katern::templating
