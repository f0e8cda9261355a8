#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace katern::text {

/// ASCII slug of Dutch text, `^[a-z0-9]+(-[a-z0-9]+)*$` or empty: é→e, ï→i, ĳ→ij, ß→ss, & → en, no apostrophes or soft
/// hyphens, everything else becomes one hyphen. At most `max` bytes, cut at a hyphen where there is one.
std::string slugify(std::string_view text, std::size_t max = 80);
bool is_slug(std::string_view text, std::size_t max = 80);

/// The candidate that is nearest to a misspelt word (Damerau-Levenshtein; letter case and accents cost little), when it
/// is near enough to be meant: a third of the word's length, at least 1.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// Whole-text case mapping for Dutch (ICU): title case knows IJ.
std::string upper(std::string_view text);
std::string lower(std::string_view text);
/// Every word with a capital; the rest in lower case (as Jinja's `title`).
std::string title_case(std::string_view text);
/// First letter a capital, the rest in lower case (as Jinja's `capitalize`).
std::string capitalize(std::string_view text);

/// White space at both ends off, runs of it inside made one space.
std::string collapse_spaces(std::string_view text);

}  // namespace katern::text
