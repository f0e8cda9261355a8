#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_markup_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
