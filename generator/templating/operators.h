#pragma once

#include "templating/ast.h"
#include "templating/callable.h"

namespace katern::templating {

/// Arithmetic with Python's meaning: `//` and `%` go down, `/` always makes a number, strings and lists add and repeat.
/// Whole numbers that do not fit 64 bits are an error. `limit` bounds the bytes of what is made. `none_as_empty` is for
/// a text with %s in it.
CallResult arithmetic(Operation operation, const Value& left, const Value& right, std::size_t limit,
                      bool none_as_empty);

/// That an operator cannot work on these.
CallError unfit(std::string_view operation, const Value& left, const Value& right);

CallResult negate(const Value& value);
CallResult positive(const Value& value);

/// So many values are compared in the time of one turn of a loop.
inline constexpr std::size_t kComparedPerTurn = 8;

/// `left < right` and the others; an error where there is no order between them. `steps` goes up by the number of
/// values that are compared.
Result<bool, CallError> compare_values(Comparison comparison, const Value& left, const Value& right,
                                       std::size_t& steps);

/// `a + b` and `a ~ b` of texts: when one of them is markup the others are escaped and the result is markup.
Value joined(const Value& left, const Value& right);

}  // namespace katern::templating
