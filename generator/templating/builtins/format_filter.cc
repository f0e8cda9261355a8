#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_format_filter(Registry& /*registry*/) {}

}  // namespace katern::templating
