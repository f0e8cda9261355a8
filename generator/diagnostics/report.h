#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace katern {

/// The findings of a run or of a part of one. Not for concurrent use: each task fills its own, and the reports are
/// merged in the order of the tasks.
class Report {
 public:
  void add(Diagnostic diagnostic);
  void merge(Report other);

  /// By file, place, and code; the same finding at the same place stays once.
  void sort();

  bool has_errors() const { return errors_ > 0; }
  /// Whether this file, or a file below this folder, has an error. What could not be read is no reason to say as well
  /// that it is missing.
  bool has_errors_in(std::string_view path) const;
  bool empty() const { return findings_.empty(); }
  std::size_t count(Severity severity) const;
  const std::vector<Diagnostic>& findings() const { return findings_; }

 private:
  std::vector<Diagnostic> findings_;
  std::size_t errors_ = 0;
};

}  // namespace katern
