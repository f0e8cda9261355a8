#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "diagnostics/report.h"
#include "parse/node.h"

namespace katern::parse {

/// Caps on YAML; whatever goes beyond is an error. Content is sent by outsiders.
struct YamlLimits {
  std::size_t bytes = 64 * 1024;
  std::size_t depth = 16;
  std::size_t nodes = 10'000;
};

/// One YAML 1.2 document as a Node, or nothing and at least one error in the report. No anchors, aliases, tags, merge
/// keys, doubled keys, tabs or second documents. `first_line` is the line of the file that the text begins at.
/// An empty document is an empty mapping. `first_column` is the column that its lines begin at, for YAML that stands
/// indented in another text.
std::optional<Node> parse_yaml(std::string_view text, std::string_view file, Report& report,
                               std::uint32_t first_line = 1, const YamlLimits& limits = {},
                               std::uint32_t first_column = 1);

}  // namespace katern::parse
