#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "publish/publisher.h"

namespace katern::publish {

/// A website as values: path and bytes.
using Site = std::map<std::string, std::string>;

/// One whole run. The findings go into the report, if one is given.
inline PublishResult publish(files::FileSystem& disk, const Site& site, Report& report,
                             const std::string& output = "site") {
  const auto publisher = Publisher::open(disk, output, report);
  if (!publisher) return {};
  for (const auto& [path, bytes] : site) publisher->put(path, bytes);
  return publisher->commit(report);
}

inline PublishResult publish(files::FileSystem& disk, const Site& site) {
  Report report;
  return publish(disk, site, report);
}

inline std::vector<Code> codes(const Report& report) {
  std::vector<Code> out;
  for (const Diagnostic& finding : report.findings()) out.push_back(finding.code);
  return out;
}

inline std::string argument(const Diagnostic& finding, const std::string& name) {
  const auto at = std::find_if(finding.arguments.begin(), finding.arguments.end(),
                               [&](const Diagnostic::Argument& argument) { return argument.name == name; });
  return at == finding.arguments.end() ? "" : at->value;
}

}  // namespace katern::publish
