#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace katern::schema {

/// Digits, with an optional minus before them. Nothing for anything else, and for what does not fit.
std::optional<std::int64_t> parse_integer(std::string_view text);

/// Digits, with an optional minus before them and an optional point with decimals after them.
std::optional<double> parse_number(std::string_view text);

/// As people write it: 12, 7.5.
std::string to_text(double number);

}  // namespace katern::schema
