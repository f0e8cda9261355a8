#pragma once

#include <optional>
#include <string_view>

namespace katern::templating {

enum class Ends { both, left, right };

/// The text without the characters of `set`, or without white space, at these ends.
std::string_view trimmed(std::string_view text, std::optional<std::string_view> set, Ends ends);

/// How many bytes of white space the text begins with.
std::size_t spaces_at_begin(std::string_view text);

}  // namespace katern::templating
