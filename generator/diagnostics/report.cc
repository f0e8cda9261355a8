#include "diagnostics/report.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace katern {
namespace {

bool before(const Diagnostic& a, const Diagnostic& b) {
  if (a.place != b.place) return a.place < b.place;
  if (a.code != b.code) return a.code < b.code;
  return message(a, Language::english) < message(b, Language::english);
}

bool same(const Diagnostic& a, const Diagnostic& b) { return !before(a, b) && !before(b, a); }

}  // namespace

void Report::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  findings_.push_back(std::move(diagnostic));
}

void Report::merge(Report other) {
  errors_ += other.errors_;
  std::move(other.findings_.begin(), other.findings_.end(), std::back_inserter(findings_));
}

void Report::sort() {
  std::stable_sort(findings_.begin(), findings_.end(), before);
  findings_.erase(std::unique(findings_.begin(), findings_.end(), same), findings_.end());
  errors_ = count(Severity::error);
}

bool Report::has_errors_in(std::string_view path) const {
  return std::any_of(findings_.begin(), findings_.end(), [&](const Diagnostic& finding) {
    const std::string_view file = finding.place.file;
    return finding.severity == Severity::error && file.starts_with(path) &&
           (file.size() == path.size() || file[path.size()] == '/');
  });
}

std::size_t Report::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(findings_.begin(), findings_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace katern
