#include "diagnostics/place.h"

#include <algorithm>

#include "text/utf8.h"

namespace katern {

Position position_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line_ends = std::count(before.begin(), before.end(), '\n');
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  return {static_cast<std::uint32_t>(line_ends) + 1, static_cast<std::uint32_t>(text::length(line)) + 1};
}

}  // namespace katern
