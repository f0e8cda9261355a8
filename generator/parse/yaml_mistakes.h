#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostics/report.h"
#include "parse/source_lines.h"

namespace katern::parse {

/// What can be seen without parsing and is always refused: control characters, tabs and odd spaces in the indentation,
/// directives, a dash without its space. False when one was found that parsing would only stumble over.
bool check_yaml_text(SourceLines& lines, std::string_view file, Report& report);

/// Names the mistake that made yaml-cpp give up at `offset`: the first line up to there that one of the detectors
/// knows, or else just the place.
void explain_yaml_failure(SourceLines& lines, std::string_view file, std::size_t offset, Report& report);

}  // namespace katern::parse
