#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace katern::schema {

/// What became of a text that should be a number with a check digit.
enum class Checked { good, no_such_form, wrong_digit };

/// An identifier in the one form that is kept, or why there is none.
struct Identifier {
  Checked checked = Checked::no_such_form;
  std::string value;
};

/// A DOI (ISO 26324) as people write it, https://doi.org/10.1234/Abc or doi:10.1234/Abc as well: the bare name in
/// lower case, as case means nothing in one. Nothing when it is no DOI.
std::optional<std::string> parse_doi(std::string_view text);

/// An ORCID, bare or as a web address, with hyphens, spaces or neither: four groups of four with hyphens. Its last
/// character is a check (ISO 7064 MOD 11-2).
Identifier parse_orcid(std::string_view text);

/// An ISBN-10 or ISBN-13 (ISO 2108), with hyphens, spaces or neither, ISBN before it or not: 13 digits.
Identifier parse_isbn(std::string_view text);

}  // namespace katern::schema
