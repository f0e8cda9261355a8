#pragma once

#include <string>

#include "value/value.h"

namespace katern::templating {

/// As Python's str() writes a value: what `{{ value }}` puts out before it is escaped. None, True, 1.0, ['a', 1].
/// An undefined value writes nothing; whoever must refuse it does so before. An object inside itself is {...}, and
/// what is nested or grows beyond reason ends in "...".
void append_text(std::string& out, const Value& value);

/// As Python's repr(): strings stand in quotes.
void append_repr(std::string& out, const Value& value);

}  // namespace katern::templating
