#pragma once

namespace katern::text {

// Unicode's classes of characters, as Python's str methods and regular expressions see them.

/// White space (str.isspace), also the separators U+001C to U+001F.
bool is_space(char32_t c);
/// Letters, digits, numbers and the underscore (the regular expression \w).
bool is_word(char32_t c);
/// Decimal digits of any script (the regular expression \d).
bool is_digit(char32_t c);
/// Not a control, format, private or unassigned character, nor a separator other than the space (str.isprintable).
bool is_printable(char32_t c);

}  // namespace katern::text
