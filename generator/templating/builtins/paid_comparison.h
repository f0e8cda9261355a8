#pragma once

#include <compare>

#include "templating/builtins/invocation.h"

namespace katern::templating {

/// equal() and compare(), where what they look at counts for the call: it fails beyond the rendering's limit.
bool paid_equal(Invocation& call, const Value& a, const Value& b);
std::partial_ordering paid_compare(Invocation& call, const Value& a, const Value& b);

}  // namespace katern::templating
