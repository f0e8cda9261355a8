#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templating/callable.h"

namespace katern::templating {

/// The methods that templates know from Python: `items`, `keys`, `values` and `get` of objects, `startswith`,
/// `endswith`, `strip`, `split`, `upper` and the like of strings, with Python's arguments. Those that have a filter of
/// the same name are that filter. The object is the call's subject. Null where there is no such method.
const Builtin* method_of(const Value& object, std::string_view name);

/// For suggestions.
std::vector<std::string> method_names(const Value& object);

}  // namespace katern::templating
