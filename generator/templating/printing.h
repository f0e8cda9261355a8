#pragma once

#include <optional>
#include <string>

#include "templating/callable.h"
#include "value/value.h"

namespace katern::templating {

/// As Python's str() writes a value: what `{{ value }}` puts out before it is escaped. None, True, 1.0, ['a', 1].
/// An undefined value writes nothing; whoever must refuse it does so before. An object inside itself, or nested beyond
/// reason, is {...}. An error when a list or an object takes more than kMaxPrinted bytes (then `out` has its
/// beginning), when it holds an undefined value, and for what has no text: a function, a macro, the `loop` of a loop.
[[nodiscard]] std::optional<CallError> append_text(std::string& out, const Value& value);

/// As Python's repr(): strings stand in quotes.
[[nodiscard]] std::optional<CallError> append_repr(std::string& out, const Value& value);

inline constexpr std::size_t kMaxPrinted = std::size_t{1} << 20;

}  // namespace katern::templating
