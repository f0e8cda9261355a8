#pragma once

#include <string_view>

#include "diagnostics/report.h"
#include "parse/node.h"

namespace katern::schema {

/// Reports the name of a template for pages, as a kind writes it, when a template of that name would not write HTML:
/// what content holds would not be escaped.
void check_template_name(const parse::Node& name, std::string_view file, Report& report);

}  // namespace katern::schema
