#pragma once

#include <string>
#include <string_view>

namespace katern::text {

/// A Dutch or Belgian name in its parts; empty parts are left out.
struct PersonName {
  std::string_view title;     ///< titulatuur: "dr."
  std::string_view given;     ///< voornaam
  std::string_view initials;  ///< voorletters
  std::string_view prefix;    ///< tussenvoegsel: "van den", "'t"
  std::string_view family;    ///< achternaam
  std::string_view country;   ///< NL or BE
};

/// "Ellen van den Berg"; the prefix in lower case as it stands, an apostrophe written ’.
std::string full_name(const PersonName& name);
/// Alone or first in a sentence: "Van den Berg", but "’t Hart" and "d’Hondt" keep their lower case letter.
std::string family_name(const PersonName& name);
/// What to sort on: "Berg, Ellen van den" for NL, "Van den Berg, Ellen" for BE.
std::string sort_name(const PersonName& name);
/// "Berg, E. van den" (APA), from the initials, or else from the given names.
std::string cited_name(const PersonName& name);
/// "E. M.": the initials, or else those of the given names.
std::string initials(const PersonName& name);

}  // namespace katern::text
