#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templating/callable.h"
#include "value/value.h"

namespace katern::templating {

/// What an undefined value tells of how it came about. A value only borrows a name; the renderer lends it a text in
/// which more stands behind that, so that a value that is passed on still knows it.
struct LookedFor {
  std::string_view name;     ///< "…" where there is none
  std::string_view nearest;  ///< of the names that were there; empty when none is near
};

LookedFor looked_for(const Value& undefined);

/// The text to lend: that of the same name, nearest and origin is the same.
std::string undefined_text(const LookedFor& looked_for, std::string_view origin);

/// The failure of a call that uses an undefined value.
CallError undefined_error(const Value& undefined);

/// The candidate that is near to a name; empty for none, and for a name longer than anybody writes.
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace katern::templating
