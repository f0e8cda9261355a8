#pragma once

#include <optional>
#include <string_view>

#include "citations/item.h"
#include "value/value.h"

namespace katern::citations {

/// A source as CSL-JSON has it: what templates see of one, and what to_json() exports.
Value to_value(const Item& item);

/// Why a value cannot be what a variable holds.
enum class Misfit { not_text, not_names, not_date };

/// Sets the variable of that name (or `type`) from a value of the site: texts and whole numbers; names as texts
/// (parse_name), as people and organisations (person_name) or a list of these; dates, years, or texts (parse_when).
/// None, undefined and what is empty set nothing. The name must be one of keys().
std::optional<Misfit> set_from_value(Item& item, std::string_view key, const Value& value);

}  // namespace katern::citations
