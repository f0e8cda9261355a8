#pragma once

#include <string>
#include <vector>

#include "model/order.h"
#include "model/site.h"

namespace katern::model {

/// So many values of a facet take part: each has a page, and every page of the listing names them all.
inline constexpr std::size_t kMaxFacetValues = 300;

/// The facets of a whole listing, with the values that its entries have and the addresses of their pages.
std::vector<ListingFacet> make_facets(const Site& site, const Listing& whole, const Sorter& sorter, EntryScope& scope,
                                      Report& report);

/// The facets as templates see them: `{name, label, values}`, of which each is `{value, label, count, url, entry}`.
Value facet_values(const Site& site, const Listing& whole);

/// The site path of the file in which a script finds which entry of the listing has which values.
std::string facet_data_url(const Listing& whole);

/// The title of the page of a value.
std::string facet_title(const Listing& whole, const ListingFacet& facet, const FacetValue& value, EntryScope& scope,
                        Report& report);

}  // namespace katern::model
