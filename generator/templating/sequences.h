#pragma once

#include <optional>
#include <string_view>

#include "templating/callable.h"

namespace katern::templating {

/// The name of an undefined value that stands for an item beyond the end.
inline constexpr std::string_view kMissingItem = "item";

/// `object[index]`: items of lists and characters of strings, from the end where negative; undefined beyond it.
Value item_of(const Value& object, const Value& index);

/// `object[start:stop:step]`, each none where left out.
CallResult slice_of(const Value& object, const Value& start, const Value& stop, const Value& step);

/// What a loop over a value goes through, as a list: items, keys, characters. Nothing where it cannot be looped over.
std::optional<Value> iterable(const Value& value);

}  // namespace katern::templating
