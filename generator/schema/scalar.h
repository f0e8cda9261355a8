#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/result.h"
#include "schema/field.h"
#include "value/value.h"

namespace katern::schema {

/// Why a text is not what its field takes.
struct Misfit {
  Code code{};
  std::vector<Diagnostic::Argument> arguments;  ///< besides `field` and `value`
  std::string suggestion;
  std::string mended;  ///< the text as it should be, where that is clear
};

/// Whether one text can be a value of the type: every type but list, object and map.
bool is_scalar(FieldType type);

/// A text as a value of the field's type, within the field's bounds and pattern. A reference is its text; markdown,
/// images and files ask for more than their text and are left to the caller. The value of an enumeration views the field.
Result<Value, Misfit> read_scalar(const Field& field, std::string_view text, std::string_view zone);

/// A line of front matter with a fitting value: "gestart: 2026-11-22".
std::string example_of(const Field& field);

}  // namespace katern::schema
