#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/order.h"
#include "model/references.h"

namespace katern::model {

/// Fills every inverse list of every entry. A list holds who refers to the entry, each once; or, where it is declared
/// with some of what stands beside the reference, an object {entry, …} for each reference. The order is that of `keys`
/// (by relation), then of `rank` (by record), then as the references stand in an entry. Entries that nothing refers to
/// borrow `empty`.
void fill_inverses(std::span<schema::Record> records, std::span<const Relation> relations,
                   std::span<const std::string> keys, std::span<const std::size_t> rank, const Value& empty);

/// By relation: the sort key of its place in its inverse list; empty where that list is declared without a sort.
std::vector<std::string> inverse_keys(std::span<const schema::Record> records, std::span<const Relation> relations,
                                      Sorter& sorter, EntryScope& scope);

/// The entry that an item of an inverse list is of.
Value entry_of(const Value& item);

}  // namespace katern::model
