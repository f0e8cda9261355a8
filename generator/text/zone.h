#pragma once

#include <string_view>

namespace katern::text {

/// Whether ICU knows a time zone of this name (IANA: "Europe/Amsterdam").
bool is_zone(std::string_view name);

}  // namespace katern::text
