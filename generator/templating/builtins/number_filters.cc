#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_number_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
