#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_name_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
