#pragma once

#include "diagnostics/report.h"
#include "model/site.h"

namespace katern::check {

void check_rules(const model::Site& site, const schema::Record& record, Report& report);
void check_links(const model::Site& site, const schema::Record& record, Report& report);
void check_pictures(const model::Site& site, const schema::Record& record, Report& report);
void check_headings(const schema::Record& record, Report& report);

}  // namespace katern::check
