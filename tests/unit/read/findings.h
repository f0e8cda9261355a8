#pragma once

#include <string>
#include <vector>

#include "diagnostics/report.h"

namespace katern::read {

/// The findings of a report, each as "file: code".
inline std::vector<std::string> findings(const Report& report) {
  std::vector<std::string> out;
  for (const Diagnostic& finding : report.findings()) {
    out.push_back(finding.place.file + ": " + std::string(info(finding.code).name));
  }
  return out;
}

/// The argument of a finding, or "".
inline std::string argument(const Diagnostic& finding, std::string_view name) {
  for (const Diagnostic::Argument& argument : finding.arguments) {
    if (argument.name == name) return argument.value;
  }
  return {};
}

}  // namespace katern::read
