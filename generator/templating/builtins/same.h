#pragma once

#include <cstddef>

#include "value/value.h"

namespace katern::templating {

/// Whether two values count as one in `unique`: as equal(), but an object is only the same as itself. Entries refer to
/// each other in circles, so comparing them by content could go on for ever.
bool same(const Value& a, const Value& b);

/// Equal for what is the same.
std::size_t hash_of_value(const Value& value);

}  // namespace katern::templating
