#pragma once

#include <string>
#include <string_view>
#include <vector>

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
/// other required fields, and those that the kind says to `ask` for, are marked to be filled in. All others stand
/// below as comments, each with its label and an example.
///
/// A required field that is marked has no value yet, so that the check finds it as long as it is not filled in.
NewEntry new_entry(const schema::Kind& kind, const schema::Schema& schema, std::string_view title, Date today,
                   Language language);

}  // namespace katern::guide
