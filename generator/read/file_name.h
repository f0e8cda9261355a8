#pragma once

#include <string>
#include <string_view>

namespace katern::read {

/// The last step of a path.
std::string_view file_name(std::string_view path);

/// What follows the last dot of the name, in lower case; empty where there is no dot.
std::string extension(std::string_view path);

/// Whether a name can stand in a URL path as it is: ASCII letters and digits, - _ and dots.
bool is_fit_name(std::string_view name);

/// A name that is fit, made from one that is not.
std::string fitting_name(std::string_view name);

/// The text for a message: what is not UTF-8, and what a terminal would obey instead of show, becomes U+FFFD.
std::string printable(std::string_view text);

}  // namespace katern::read
