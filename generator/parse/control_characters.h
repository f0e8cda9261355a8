#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace katern::parse {

/// Whether a character is one that no text can hold: a control character of ASCII or of U+0080 to U+009F, but for the
/// tab and the end of a line.
bool is_control(std::uint32_t character);

/// The offset of the first control character in UTF-8; a carriage return counts as one where no line feed follows.
/// npos: there is none.
std::size_t find_control(std::string_view text);

/// The offset of the first numeric character reference (`&#7;`, `&#x1B;`) that stands for a control character; npos:
/// there is none.
std::size_t find_control_reference(std::string_view text);

}  // namespace katern::parse
