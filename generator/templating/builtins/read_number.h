#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace katern::templating {

/// As Python's int(text, base): white space around it, a sign, underscores between digits, and a prefix such as 0x
/// where the base asks for it (0: by the prefix). Nothing when it is no integer; `too_large` tells one that needs more
/// than 64 bits from that.
std::optional<std::int64_t> read_integer(std::string_view text, int base, bool& too_large);

/// As Python's float(text): also inf, infinity and nan, in any case.
std::optional<double> read_float(std::string_view text);

}  // namespace katern::templating
