#pragma once

#include <string>

#include "templating/callable.h"
#include "value/value.h"

namespace katern::templating {

/// As Python's str() writes a value: what `{{ value }}` puts out before it is escaped. None, True, 1.0, ['a', 1].
/// An undefined value writes nothing; whoever must refuse it does so before. An object inside itself, or nested beyond
/// reason, is {...}. False when a list or an object takes more than kMaxPrinted bytes: then `out` has its beginning.
[[nodiscard]] bool append_text(std::string& out, const Value& value);

/// As Python's repr(): strings stand in quotes.
[[nodiscard]] bool append_repr(std::string& out, const Value& value);

inline constexpr std::size_t kMaxPrinted = std::size_t{1} << 20;

/// What a value is that cannot be printed whole.
CallError too_long_to_print();

}  // namespace katern::templating
