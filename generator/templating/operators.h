#pragma once

#include "templating/ast.h"
#include "templating/callable.h"

namespace katern::templating {

/// Arithmetic with Python's meaning: `//` and `%` go down, `/` always makes a number, strings and lists add and repeat.
/// Whole numbers that do not fit 64 bits are an error. `limit` bounds the bytes of what is made. `none_as_empty` is for
/// a text with %s in it.
CallResult arithmetic(Operation operation, const Value& left, const Value& right, std::size_t limit,
                      bool none_as_empty);

CallResult negate(const Value& value);
CallResult positive(const Value& value);

/// `left < right` and the others; an error where there is no order between them.
Result<bool, CallError> compare_values(Comparison comparison, const Value& left, const Value& right);

/// `object[index]`: items of lists and characters of strings, from the end where negative; undefined beyond it.
Value item_of(const Value& object, const Value& index);

/// `object[start:stop:step]`, each none where left out.
CallResult slice_of(const Value& object, const Value& start, const Value& stop, const Value& step);

/// What a loop over a value goes through, as a list: items, keys, characters. Nothing where it cannot be looped over.
std::optional<Value> iterable(const Value& value);

/// `a + b` and `a ~ b` of texts: when one of them is markup the others are escaped and the result is markup.
Value joined(const Value& left, const Value& right);

}  // namespace katern::templating
