#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_kind_tests(Registry& /*registry*/) {}

}  // namespace katern::templating
