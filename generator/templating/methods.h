#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "templating/callable.h"

namespace katern::templating {

/// The methods that templates know from Python and that have no filter of their own: `items`, `keys`, `values` and
/// `get` of objects, `startswith`, `endswith`, `strip`, `split`, `upper` and the like of strings. Only called where a
/// value has no attribute of that name. Nothing where there is no such method.
std::optional<CallResult> method(const Value& object, std::string_view name, std::span<const Value> arguments);

}  // namespace katern::templating
