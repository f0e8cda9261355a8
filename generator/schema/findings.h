#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"
#include "schema/scalar.h"

namespace katern::schema {

/// What is wrong with a text, as a finding at its place.
Diagnostic finding(const Misfit& wrong, const Field& field, std::string_view text, Place place);

}  // namespace katern::schema
