#pragma once

#include <optional>
#include <string_view>

#include "citations/item.h"
#include "value/value.h"

namespace katern::citations {

/// A source as CSL-JSON has it: what templates see of one, and what to_json() exports.
Value to_value(const Item& item);

/// What to_value() made, read again; nothing for any other value.
std::optional<Item> item_from(const Value& value);

/// Why a value cannot be what a variable holds.
enum class Misfit { not_text, not_names, not_date };

/// Sets the variable of that name (or `type`) from a value of the site: texts, whole numbers and what
/// has a name, or a list of these; names as texts
/// (parse_name), as people and organisations (person_name), as CSL has them, or
/// a list of these; dates, years, texts (parse_when), or as CSL has them.
/// None, undefined and what is empty set nothing. The name must be one of keys().
std::optional<Misfit> set_from_value(Item& item, std::string_view key, const Value& value);

}  // namespace katern::citations
