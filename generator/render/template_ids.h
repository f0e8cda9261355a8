#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace katern::render {

/// The ids that a template writes out as they are (`id="inhoud"`), in the order of the text; those that hold an
/// expression are not known before a page is made.
std::vector<std::string> ids_in_template(std::string_view html);

}  // namespace katern::render
