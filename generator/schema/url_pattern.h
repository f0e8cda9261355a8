#pragma once

#include <string_view>

#include "diagnostics/report.h"
#include "parse/node.h"

namespace katern::schema {

/// What can be said of the text template of an address before it is filled in: that it begins and ends with a slash,
/// and has no single braces, which would be part of the address. Mistakes are findings.
void check_url_pattern(const parse::Node& node, std::string_view file, Report& report);

}  // namespace katern::schema
