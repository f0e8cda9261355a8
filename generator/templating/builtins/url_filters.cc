#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_url_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
