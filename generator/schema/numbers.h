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

/// With a point for the comma before decimals: 7.5 for 7,5.
std::string pointed(std::string_view text);

/// What somebody meant who wrote a whole number with marks: 1000 for 1.000, 12 for 12,0. Nothing for 3,5. Only for
/// advice.
std::optional<std::string> guess_integer(std::string_view text);

/// As people write it: 12, 7.5.
std::string to_text(double number);

}  // namespace katern::schema
