#pragma once

#include <string>
#include <vector>

#include "check/check.h"
#include "unit/model/library.h"

namespace katern::test {

/// A site's findings after all checks, as "error 4:5 De tekst." or, where a finding has no message of its own,
/// "error 4:5 [code]".
inline std::vector<std::string> checked(Library& library, std::string_view day = "2026-11-22") {
  const model::Site& site = library.build(day);
  for (std::size_t i = 0; i < site.records.size(); ++i) library.content.report.merge(check::check_record(site, i));
  library.content.report.merge(check::check_site(site));
  library.content.report.sort();
  std::vector<std::string> lines;
  for (const Diagnostic& finding : library.content.report.findings()) {
    std::string line = finding.severity == Severity::error     ? "error "
                       : finding.severity == Severity::warning ? "warning "
                                                               : "hint ";
    line += std::to_string(finding.place.at.line) + ":" + std::to_string(finding.place.at.column) + " ";
    std::string text = "[" + std::string(info(finding.code).name) + "]";
    for (const Diagnostic::Argument& argument : finding.arguments) {
      if (argument.name == "message") text = argument.value;
    }
    lines.push_back(line + text);
  }
  return lines;
}

}  // namespace katern::test
