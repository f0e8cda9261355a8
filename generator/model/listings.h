#pragma once

#include <vector>

#include "model/order.h"
#include "model/site.h"
#include "model/urls.h"

namespace katern::model {

/// Fills the site's listings, their pages and addresses, and the feeds that stand with them. Reads records, by_kind,
/// record_by_data, settings and prefix of the site.
void make_listings(const schema::Schema& schema, Site& site, Sorter& sorter, EntryScope& scope, Addresses& addresses,
                   Report& report);

}  // namespace katern::model
