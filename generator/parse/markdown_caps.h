#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace katern::parse {

/// The first thing in a body that goes beyond what is parsed, or nothing. cmark-gfm takes time that grows with the
/// square of some constructs, and writes a reference's address again for each use; nobody's article comes near these
/// caps. Reads the text once.
std::optional<Diagnostic> find_excess(std::string_view text, std::string_view file, std::uint32_t first_line);

}  // namespace katern::parse
