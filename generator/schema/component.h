#pragma once

#include <string>
#include <string_view>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "schema/field.h"

namespace katern::schema {

/// A component that Markdown may use, as the theme declares it in components/<name>.yaml.
struct ComponentType {
  std::string name;
  std::string file;
  Field data;  ///< of type object
};

/// From `{fields: {…}}`, fields as a kind declares them. Mistakes are findings.
ComponentType load_component(std::string_view name, std::string_view file, const parse::Node& node, Report& report);

}  // namespace katern::schema
