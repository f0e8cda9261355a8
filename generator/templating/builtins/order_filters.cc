#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_order_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
