#include "check/check.h"

#include "check/checks.h"

namespace katern::check {

Report check_record(const model::Site& site, std::size_t record) {
  Report report;
  const schema::Record& entry = site.records[record];
  check_rules(site, entry, report);
  check_unique_objects(site, entry, report);
  check_headings(entry, report);
  check_links(site, entry, report);
  check_pictures(site, entry, report);
  check_citations(entry, report);
  return report;
}

Report check_site(const model::Site& site) {
  Report report;
  check_unique_entries(site, report);
  return report;
}

}  // namespace katern::check
