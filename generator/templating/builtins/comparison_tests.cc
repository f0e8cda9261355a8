#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_comparison_tests(Registry& /*registry*/) {}

}  // namespace katern::templating
