#pragma once

#include <span>
#include <vector>

#include "model/order.h"
#include "model/site.h"
#include "model/urls.h"

namespace katern::model {

/// The pages of a kind's listings, each with its address claimed. `of_kind`: the kind's entries in its order.
std::vector<ListingPage> make_listings(const schema::Kind& kind, std::span<const schema::Record> records,
                                       std::span<const std::size_t> of_kind, std::string_view prefix, Sorter& sorter,
                                       EntryScope& scope, Addresses& addresses, Report& report);

}  // namespace katern::model
