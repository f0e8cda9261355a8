#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_date_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
