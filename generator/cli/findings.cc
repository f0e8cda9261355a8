#include <map>
#include <optional>
#include <ostream>
#include <utility>

#include "cli/commands.h"
#include "parse/source_lines.h"

namespace katern::cli {
namespace {

constexpr std::uint64_t kShownBytes = 4 * 1024 * 1024;

/// A file that is wrong all over need not say so all over; more findings of one severity than this are counted only.
constexpr std::size_t kMostOfAFile = 100;

/// The lines of what findings point at. Each file is read once, however many findings it has; findings come sorted by
/// file.
class FindingLines {
 public:
  FindingLines(const files::FileSystem& disk, std::string root, const GivenTexts& given)
      : disk_(disk), root_(std::move(root)), given_(given) {}

  std::optional<std::string> operator()(const std::string& file, std::uint32_t line) {
    if (!lines_ || file != file_) read(file);
    if (line == 0 || line > lines_->size() || lines_->start_of(line - 1) >= text_.size()) return std::nullopt;
    return std::string(lines_->line(line - 1));
  }

 private:
  void read(const std::string& file) {
    file_ = file;
    const auto text = given_.find(file);
    text_ = text != given_.end() ? text->second : disk_.read(root_ + '/' + file, kShownBytes).value_or("");
    lines_.emplace(text_);
  }

  const files::FileSystem& disk_;
  std::string root_;
  const GivenTexts& given_;
  std::string file_;
  std::string text_;
  std::optional<parse::SourceLines> lines_;  ///< of text_
};

Report errors_of(const Report& report) {
  Report errors;
  for (const Diagnostic& finding : report.findings()) {
    if (finding.severity == Severity::error) errors.add(finding);
  }
  return errors;
}

/// Without those that go beyond the cap; where they would have stood it says how many there are. The report is sorted.
Report capped(const Report& report) {
  Report shown;
  const auto& findings = report.findings();
  for (std::size_t first = 0; first < findings.size();) {
    const std::string& file = findings[first].place.file;
    std::map<Severity, std::size_t> counts;
    std::size_t end = first;
    for (; end < findings.size() && findings[end].place.file == file; ++end) {
      if (++counts[findings[end].severity] <= kMostOfAFile) shown.add(findings[end]);
    }
    for (const auto& [severity, count] : counts) {
      if (count <= kMostOfAFile) continue;
      shown.add(Diagnostic(Code::findings_left_out, Place{file, {}, 0})
                    .with("count", static_cast<long long>(count))
                    .with("limit", static_cast<long long>(kMostOfAFile))
                    .as(severity));
    }
    first = end;
  }
  return shown;
}

}  // namespace

void print_findings(const Report& report, const CommandLine& line, const std::string& root, Language language,
                    const Surroundings& surroundings, const GivenTexts& given) {
  const bool color = line.color == Color::always || (line.color == Color::automatic && surroundings.terminal);
  FindingLines lines(surroundings.disk, root, given);
  const SourceLine source = [&](const std::string& file, std::uint32_t at) { return lines(file, at); };
  const Report shown = capped(line.quiet ? errors_of(report) : report);
  surroundings.err << print(shown, line.format, source, {language, color, root});
}

}  // namespace katern::cli
