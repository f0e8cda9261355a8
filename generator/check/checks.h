#pragma once

#include <string_view>

#include "diagnostics/report.h"
#include "model/site.h"

namespace katern::check {

void check_rules(const model::Site& site, const schema::Record& record, Report& report);
/// The rules of an entry that is not visible, as they will be on the day from which it is to be published. Those that
/// look at what refers to it are left for that day, and so is an entry that refers to what is not visible itself.
void check_rules_ahead(const model::Site& site, const schema::Record& record, Report& report);
/// The rules that ask for values that occur once: among the entries of a kind, and among the objects in an entry.
void check_unique_entries(const model::Site& site, Report& report);
void check_unique_objects(const model::Site& site, const schema::Record& record, Report& report);
/// Site paths in the menus, and in the components of an entry, that nothing stands at.
void check_menus(const model::Site& site, Report& report);
void check_addresses(const model::Site& site, const schema::Record& record, Report& report);
/// What to say of a site path that nothing stands at; without the nearest address where `search` is off, for that takes
/// time.
Diagnostic nothing_at(const model::Site& site, std::string_view url, Place place, bool search);
void check_links(const model::Site& site, const schema::Record& record, Report& report);
void check_pictures(const model::Site& site, const schema::Record& record, Report& report);
void check_citations(const schema::Record& record, Report& report);
void check_headings(const schema::Record& record, Report& report);

}  // namespace katern::check
