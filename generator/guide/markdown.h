#pragma once

#include <string>

#include "diagnostics/code.h"
#include "value/value.h"

namespace katern::guide {

/// What reference() tells, as a page of Markdown (GitHub's, with tables) in the language that it was made in.
std::string reference_as_markdown(const Value& kinds, Language language);

}  // namespace katern::guide
