#include "templating/builtins/builtins.h"

namespace katern::templating {

void add_plain_text_filters(Registry& /*registry*/) {}

}  // namespace katern::templating
