#pragma once

#include "model/site.h"
#include "model/urls.h"

namespace katern::model {

/// Fills the site's events and calendars, by what kinds say of them. Reads records, urls, by_kind, listings, settings
/// and prefix of the site.
void make_calendars(const schema::Schema& schema, Site& site, EntryScope& scope, Report& report);

/// The address of a kind's calendar; empty where it has none.
std::string calendar_url(const schema::Kind& kind, std::string_view prefix);

}  // namespace katern::model
