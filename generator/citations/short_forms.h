#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "citations/item.h"
#include "diagnostics/result.h"

namespace katern::citations {

enum class NameProblem {
  empty,
  several,  ///< more than one name in one text
};

/// A name as people write it in a list of sources: "Jansen, A. B.", "Berg, E. van den", "van den Berg, E.",
/// "Jansen, A., Jr.". Without a comma it is the whole name of an organisation, and so is what lists things ("Ministerie
/// van Onderwijs, Cultuur en Wetenschap").
Result<Name, NameProblem> parse_name(std::string_view text);

/// "2022", "2022-03", "2022-03-03", two of them with a slash between ("2019/2021"), and any with a ~ behind it for
/// about that time (EDTF levels 0 and 1). Nothing for anything else, also for days that no calendar has.
std::optional<When> parse_when(std::string_view text);

/// "z.d." or "n.d.": that there is no date.
bool means_no_date(std::string_view text);

/// The parts of a name that stand in lower case before the name itself: "van den" of "van den Berg".
std::string_view leading_particle(std::string_view family);

}  // namespace katern::citations
