#pragma once

#include <cstddef>
#include <string>

namespace katern::text {

/// Takes the characters that XML 1.0 forbids (section 2.2: control characters, U+FFFE and U+FFFF) out of what stands in
/// `text` from byte `begin` on, which must be UTF-8.
void remove_forbidden_in_xml(std::string& text, std::size_t begin = 0);

}  // namespace katern::text
