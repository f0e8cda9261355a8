#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_value_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
