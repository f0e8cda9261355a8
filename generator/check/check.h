#pragma once

#include <cstddef>

#include "diagnostics/report.h"
#include "model/site.h"

namespace katern::check {

/// The findings about one visible entry in the light of the whole site: its kind's rules, its links and anchors, its
/// pictures, its components, its headings. Independent of other entries' checks; any thread.
Report check_record(const model::Site& site, std::size_t record);

/// The findings about one entry that is not visible yet, as warnings: its links, pictures, sources and headings. Any
/// thread.
Report check_hidden(const model::Site& site, const schema::Record& record);

/// The findings about the site as a whole: menus that lead nowhere, and what takes all entries of a kind together:
/// values that may occur only once.
Report check_site(const model::Site& site);

}  // namespace katern::check
