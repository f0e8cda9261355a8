#pragma once

#include <span>
#include <vector>

#include "model/order.h"
#include "model/site.h"

namespace katern::model {

/// Brings the records of a listing, which are in its order, together in its groups: `records` is put in their order.
/// Nothing where the listing is not grouped.
std::vector<ListingGroup> make_groups(const Site& site, const schema::Listing& listing, const schema::Kind& kind,
                                      std::vector<std::size_t>& records, Sorter& sorter, EntryScope& scope,
                                      Report& report);

/// The groups of a part of a listing. `places`: into the listing's records, in order.
std::vector<ListingGroup> groups_of(std::span<const ListingGroup> groups, std::span<const std::size_t> places);

}  // namespace katern::model
