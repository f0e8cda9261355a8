#include "check/check.h"

#include "check/checks.h"
#include "diagnostics/softened.h"

namespace katern::check {

Report check_record(const model::Site& site, std::size_t record) {
  Report report;
  const schema::Record& entry = site.records[record];
  check_rules(site, entry, report);
  check_unique_objects(site, entry, report);
  check_headings(entry, report);
  check_links(site, entry, report);
  check_addresses(site, entry, report);
  check_pictures(site, entry, report);
  check_citations(entry, report);
  return report;
}

Report check_hidden(const model::Site& site, const schema::Record& record) {
  Report report;
  check_rules_ahead(site, record, report);
  if (!record.incomplete) check_unique_objects(site, record, report);
  check_headings(record, report);
  check_links(site, record, report);
  check_addresses(site, record, report);
  check_pictures(site, record, report);
  check_citations(record, report);
  Report about;
  for (const Diagnostic& finding : report.findings()) {
    // What leads to another such entry may well become visible with it.
    if (finding.code != Code::link_to_hidden) about.add(finding);
  }
  return softened(about);
}

Report check_site(const model::Site& site) {
  Report report;
  check_menus(site, report);
  check_unique_entries(site, report);
  return report;
}

}  // namespace katern::check
