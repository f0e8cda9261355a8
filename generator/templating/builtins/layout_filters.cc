#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_layout_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
