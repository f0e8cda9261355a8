#pragma once

#include <span>

#include "diagnostics/report.h"
#include "model/references.h"

namespace katern::model {

/// Entries that lead to themselves by a field that its kind calls acyclic are findings, one for each circle.
void check_cycles(std::span<const schema::Record> records, std::span<const Relation> relations, Report& report);

}  // namespace katern::model
