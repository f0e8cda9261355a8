#include "diagnostics/softened.h"

#include <algorithm>
#include <utility>

namespace katern {

Report softened(const Report& report) {
  Report soft;
  for (Diagnostic finding : report.findings()) {
    finding.severity = std::min(finding.severity, Severity::warning);
    soft.add(std::move(finding));
  }
  return soft;
}

}  // namespace katern
