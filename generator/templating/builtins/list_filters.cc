#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_list_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
