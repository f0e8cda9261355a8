#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "citations/exports.h"
#include "diagnostics/report.h"
#include "model/scope.h"
#include "model/site.h"
#include "model/urls.h"

namespace katern::model {

/// How entries of kinds with `csl` are cited, by record. What its expressions give and CSL cannot take is a finding.
/// The addresses of the files that are made of each entry with a page are claimed.
std::map<std::size_t, citations::Item> make_citations(const Site& site, EntryScope& scope, Addresses& addresses,
                                                      Report& report);

/// The site path of such a file: /publicaties/x/x.bib.
std::string citation_file_url(const Site& site, std::size_t record, const citations::ExportFormat& format);

}  // namespace katern::model
