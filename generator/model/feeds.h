#pragma once

#include <vector>

#include "model/scope.h"
#include "model/site.h"

namespace katern::model {

/// The feed of the site (of all entries whose kind has a feed), then those of kinds, of listings and of entries.
/// Reads records, urls, listings, settings and prefix of the site, and what entries hold once all is resolved. A
/// `feed_if` that fails is reported, and keeps its entry out.
std::vector<Feed> make_feeds(const schema::Schema& schema, const Site& site, EntryScope& scope, Report& report);

/// The address of a kind's feed; empty where it has none.
std::string feed_url(const schema::Kind& kind, std::string_view prefix);
/// The address of a listing's feed; empty where it has none.
std::string feed_url(const Listing& listing, std::string_view prefix);

}  // namespace katern::model
