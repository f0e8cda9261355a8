#include <ostream>

#include "cli/commands.h"

namespace katern::cli {
namespace {

constexpr std::uint64_t kShownBytes = 4 * 1024 * 1024;

// Lines count from 1.
std::optional<std::string> line_of(const std::string& text, std::uint32_t line) {
  std::size_t from = 0;
  for (std::uint32_t at = 1; at < line; ++at) {
    from = text.find('\n', from);
    if (from == std::string::npos) return std::nullopt;
    ++from;
  }
  if (from >= text.size()) return std::nullopt;
  return text.substr(from, text.find_first_of("\r\n", from) - from);
}

// Reads each file once, however many findings it has; findings come sorted by file.
class SourceLines {
 public:
  SourceLines(const files::FileSystem& disk, std::string root) : disk_(disk), root_(std::move(root)) {}

  std::optional<std::string> operator()(const std::string& file, std::uint32_t line) {
    if (file != file_) {
      file_ = file;
      text_ = disk_.read(root_ + '/' + file, kShownBytes).value_or("");
    }
    return line_of(text_, line);
  }

 private:
  const files::FileSystem& disk_;
  std::string root_;
  std::string file_;
  std::string text_;
};

Report errors_of(const Report& report) {
  Report errors;
  for (const Diagnostic& finding : report.findings()) {
    if (finding.severity == Severity::error) errors.add(finding);
  }
  return errors;
}

}  // namespace

void print_findings(const Report& report, const CommandLine& line, const std::string& root, Language language,
                    const Surroundings& surroundings, const GivenTexts& given) {
  const bool color = line.color == Color::always || (line.color == Color::automatic && surroundings.terminal);
  SourceLines lines(surroundings.disk, root);
  const SourceLine source = [&](const std::string& file, std::uint32_t at) -> std::optional<std::string> {
    const auto text = given.find(file);
    return text == given.end() ? lines(file, at) : line_of(text->second, at);
  };
  surroundings.err << print(line.quiet ? errors_of(report) : report, line.format, source, {language, color, root});
}

}  // namespace katern::cli
