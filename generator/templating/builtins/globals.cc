#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_globals(Registry& /*registry*/) {}

}  // namespace katern::templating
