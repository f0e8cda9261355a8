#pragma once

#include <string>
#include <string_view>

namespace katern::text {

/// HTML text with its character references (&amp; &#233; &eacute;) as the characters that they stand for (HTML Living
/// Standard, section 13.5); what is none stays as it is, and numbers of no character are left out.
std::string decode_references(std::string_view html);

}  // namespace katern::text
