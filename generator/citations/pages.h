#pragma once

#include <string>
#include <string_view>

#include "citations/style.h"

namespace katern::citations {

/// "3-7" and "3--7" with the dash that belongs there: 3–7.
std::string page_range(std::string_view pages);
/// "p. 3", "pp. 3–7", "pp. 3, 9"; in words as they are.
std::string pages_in_words(std::string_view pages, const Style& style);

}  // namespace katern::citations
