#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/result.h"
#include "value/value.h"

namespace katern {

struct JsonError {
  std::size_t line = 0;    ///< from 1
  std::size_t column = 0;  ///< in code points, from 1
  std::string message;     ///< English
};

/// Nesting beyond this is refused, in reading and in writing.
inline constexpr std::size_t kMaxJsonNesting = 128;

/// A JSON text (RFC 8259) as a value that owns everything. Objects keep their order; of a doubled key the last counts.
/// Integers beyond 64 bits become numbers.
Result<Value, JsonError> from_json(std::string_view text);

struct JsonStyle {
  bool in_html = false;       ///< < > & ' as \u003c …, so that it can stand in a script element or an attribute
  bool ascii = false;         ///< everything beyond ASCII as \uXXXX
  bool sorted = false;        ///< keys by code point instead of in the object's order
  bool spaced = false;        ///< a space after , and : (on one line)
  std::optional<int> indent;  ///< spaces for each level; nothing: all on one line
};

enum class JsonRefusal {
  undefined,   ///< an undefined value
  callable,    ///< a function
  not_finite,  ///< infinity or not-a-number
  circular,    ///< refers to itself, is nested beyond kMaxJsonNesting, or grows beyond 64 MiB
};

/// Appends the value; dates and moments as their ISO text. What was written before a refusal stays in `out`.
std::optional<JsonRefusal> to_json(const Value& value, std::string& out, const JsonStyle& style = {});

}  // namespace katern
