#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace katern::text {

/// The byte offset of the first byte that is not well-formed UTF-8 (RFC 3629), or nothing when all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The number of code points. The text must be well-formed.
std::size_t length(std::string_view text);

/// The code point that starts at `offset`, which moves past it. U+FFFD and one byte on when it is not well-formed.
char32_t next(std::string_view text, std::size_t& offset);

void append(std::string& out, char32_t code_point);

/// The first `code_points` of the text.
std::string_view prefix(std::string_view text, std::size_t code_points);

}  // namespace katern::text
