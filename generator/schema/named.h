#pragma once

#include <string_view>
#include <vector>

namespace katern::schema {

/// The variables that an expression of the template language names, in order and as often as they stand there: words that
/// are no attribute, filter, test or text. A rough reading, good enough to find which fields an expression is about.
std::vector<std::string_view> named_in(std::string_view expression);

/// The same of a text with `{{ … }}` in it.
std::vector<std::string_view> named_in_template(std::string_view text);

}  // namespace katern::schema
