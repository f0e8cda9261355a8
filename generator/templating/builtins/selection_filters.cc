#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_selection_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
