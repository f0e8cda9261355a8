#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "schema/schema.h"
#include "text/date.h"

namespace katern::guide {

/// A file to begin an entry with.
struct NewEntry {
  std::string path;  ///< content/berichten/de-titel.md; empty when the title has no letter or digit for a name
  std::string text;
  std::vector<std::string> to_fill;  ///< the fields that are marked, as paths: practoren.persoon
};

/// An entry with this title. The field with the role `title` has it, and a date with the role `date` is today; the
/// other required fields, those that a rule requires as the file is, and those that the kind says to `ask` for, are
/// marked to be filled in. Below a field stand, as comments, those that a rule asks for by what it holds, and in what
/// case. All others stand at the end as comments. A comment has the field's label and an example.
///
/// A required field that is marked has no value yet, so that the check finds it as long as it is not filled in.
NewEntry new_entry(const schema::Kind& kind, const schema::Schema& schema, std::string_view title, Date today,
                   Language language);

/// Why the kind cannot have this title: what the field with the role `title` does not take, or an error of a rule that
/// is about that field alone. A finding without a place.
std::optional<Diagnostic> refused_title(const schema::Kind& kind, std::string_view title);

}  // namespace katern::guide
