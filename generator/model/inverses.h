#pragma once

#include <span>
#include <vector>

#include "model/references.h"

namespace katern::model {

/// Fills every inverse list of every entry: who refers to it, each once, in the order of `rank` (by record). Entries that
/// nothing refers to borrow `empty`.
void fill_inverses(std::span<schema::Record> records, std::span<const Relation> relations,
                   std::span<const std::size_t> rank, const Value& empty);

}  // namespace katern::model
