#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "citations/item.h"
#include "citations/style.h"

namespace katern::citations {

/// As it stands alone: "Van den Berg", "Ministerie van OCW".
std::string name_in_text(const Name& name);
/// "E. van den Berg": among the editors of a book, or where two people have one family name.
std::string name_with_initials(const Name& name);
/// "Berg, E. van den": in a list, which is in the order of head words. A family name that holds its prefix (Belgian:
/// Van den Berg) keeps it in front.
std::string name_in_list(const Name& name);
/// "E. M."; empty for an organisation.
std::string initials_of(const Name& name);

/// Whether a text is initials ("A. B.", "A.B.", "Chr. J.-W."), not a name to be shortened.
bool are_initials(std::string_view given);

/// The authors of an entry of the list (APA 9.8): up to twenty, or the first nineteen, an ellipsis and the last.
std::string authors_in_list(std::span<const Name> names);
/// "E. van den Berg, B. Bos, & C. Smit": contributors inside an entry.
std::string names_inside(std::span<const Name> names);

/// The authors in running text (APA 8.17): one or two, or the first `shown` and et al. where there are more.
struct InText {
  bool narrative = false;  ///< "en" where brackets have "&"
  std::size_t shown = 1;   ///< of three or more, to tell them from others
  bool initials = false;   ///< before the first family name, to tell its bearer from others
};
std::string authors_in_text(std::span<const Name> names, const InText& form, const Style& style);

}  // namespace katern::citations
