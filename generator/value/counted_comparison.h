#pragma once

#include <compare>
#include <cstddef>

#include "value/value.h"

namespace katern {

/// As equal() and compare(), for whoever must know what that takes: `steps` goes up by the number of values that are
/// looked at, where a long text is several.
bool equal(const Value& a, const Value& b, std::size_t& steps);
std::partial_ordering compare(const Value& a, const Value& b, std::size_t& steps);

}  // namespace katern
