#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace katern::templating {

/// The lines of a text without their ends, as Python's str.splitlines: also at \v, \f, U+001C to U+001E, U+0085, U+2028
/// and U+2029. A line end at the very end begins no further line.
std::vector<std::string_view> split_lines(std::string_view text);

struct WrapStyle {
  std::size_t width = 79;  ///< code points, at least 1
  bool break_long_words = true;
  bool break_on_hyphens = true;
};

/// One line as several, by the rules of Python's textwrap (white space kept as it is inside lines, dropped around
/// them). They are parts of the line.
std::vector<std::string_view> wrap(std::string_view line, const WrapStyle& style);

}  // namespace katern::templating
