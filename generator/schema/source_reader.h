#pragma once

#include <string_view>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "schema/field.h"
#include "schema/record.h"

namespace katern::schema {

/// The sources of a field of type citations: a list of CSL items as YAML. Names may be short ("Jansen, A. B."), dates
/// as well (2022-03-03). Keys that CSL does not know, sources without an id, a type or a title, ids that two have, and
/// values that are not what their key takes, are findings. The depth of recursion is fixed.
CitedSources read_sources(const Field& field, const parse::Node& node, std::string_view file, Report& report);

/// A date of a source; nothing, and a finding, when it is none.
std::optional<citations::When> read_when(std::string_view key, const parse::Node& node, std::string_view file,
                                         Report& report);

/// What may be cited as `[@key]`: begins with a letter, a digit or `_`; then also single characters of `:.#$%&-+?<>~/`
/// between these.
bool is_citation_key(std::string_view text);

}  // namespace katern::schema
