#pragma once

#include <string>

#include "model/site.h"
#include "render/addresses.h"
#include "render/output.h"

namespace katern::render {

/// The site path of the file with which a script can combine the facets of a whole listing; none where it has no
/// facets.
Value facet_data_url(const model::Listing& whole);

/// Writes that file for each listing with facets (JSON):
/// `{"url": "/x/", "perPage": 24, "facets": [{"name": "soort", "values": ["a", "b"]}], "entries": [[[0], [1, 2]], …]}`.
/// An entry is a list for each facet of the places of its values; entries are in the order of the listing, so entry
/// `i` stands on page `i // perPage + 1`.
void write_facet_data(const model::Site& site, const Addresses& addresses, OutputSink& sink);

}  // namespace katern::render
