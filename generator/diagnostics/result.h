#pragma once

#include <tl/expected.hpp>

namespace katern {

/// A value or the reason why there is none. For calls with one caller-visible failure;
/// mistakes in content go into a Report instead.
template <class T, class E>
using Result = tl::expected<T, E>;

using tl::unexpected;

}  // namespace katern
