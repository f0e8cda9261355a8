#pragma once

#include <string>
#include <string_view>

#include "diagnostics/result.h"
#include "schema/field.h"
#include "schema/misfit.h"
#include "value/value.h"

namespace katern::schema {

/// Whether one text can be a value of the type: every type but list, object and map. A geo may be an object as well.
bool is_scalar(FieldType type);

/// A text as a value of the field's type, within the field's bounds and pattern. A reference is its text; markdown,
/// images and files ask for more than their text and are left to the caller. The value of an enumeration views the
/// field.
Result<Value, Misfit> read_scalar(const Field& field, std::string_view text, std::string_view zone);

/// Whether the text of a reference is one: a slug, perhaps with its kind before it. What is not, is a name in free text
/// where the field allows that.
bool is_reference(const Field& field, std::string_view text);

/// A fitting value of the field, as it stands in front matter. A group has all fields that it cannot do without.
std::string example_value(const Field& field);

/// A line of front matter with a fitting value: "gestart: 2026-11-22".
std::string example_of(const Field& field);

}  // namespace katern::schema
