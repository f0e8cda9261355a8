#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "templating/callable.h"

namespace katern::templating {

/// Python's `format % arguments`: %s %r %a %c %d %i %u %o %x %X %e %E %f %F %g %G %%, with flags, width, precision and
/// `*`.
/// `%(name)s` takes from `named`; the others from `positional`, all of which must be used. A format that is HTML makes
/// HTML: what goes into it is escaped. With `none_as_empty`, %s of none is nothing. Also what the operator % does with
/// a string.
CallResult percent_format(const Value& format, std::span<const Value> positional,
                          std::span<const std::pair<Name, Value>> named, bool none_as_empty);

}  // namespace katern::templating
