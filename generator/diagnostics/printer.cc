#include "diagnostics/printer.h"

#include <span>

#include "diagnostics/phrase.h"
#include "diagnostics/printers.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern {
namespace {

struct Noun {
  std::string_view one;
  std::string_view many;
};

std::string counted(std::size_t count, Noun noun) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? noun.one : noun.many);
}

constexpr std::size_t kLongestMended = 200;  // bytes; of a longer line nobody sees what is new

bool is_quoted(std::string_view word) {
  return word.size() > 2 && word.front() == word.back() && (word.front() == '"' || word.front() == '\'');
}

// In the line behind `column`, where a link leads or an address stands that was found to lead nowhere; npos: it is
// written in another way.
std::size_t target_in(std::string_view line, std::size_t column, std::string_view target) {
  if (line.substr(column).starts_with(target)) return column;
  const std::size_t link = line.find("](" + std::string(target), column);
  return link == line.npos ? link : link + 2;
}

// The same for the target of a link, of which the place is where the link begins.
std::string line_with_target(const Diagnostic& diagnostic, std::string_view line, std::size_t column) {
  for (const Diagnostic::Argument& argument : diagnostic.arguments) {
    const std::string& target = argument.value;
    if ((argument.name != "target" && argument.name != "url") || target.empty()) continue;
    const std::size_t from = target_in(line, column, target);
    if (from == line.npos) return {};
    return std::string(line).replace(from, target.size(), diagnostic.suggestion);
  }
  return {};
}

// The line as it should be, where the place is that of a word and the suggestion is one like it; nothing otherwise.
std::string line_with_suggestion(const Diagnostic& diagnostic, const SourceLine& source) {
  const Place& place = diagnostic.place;
  if (diagnostic.suggestion.empty() || place.at.line == 0 || place.at.column == 0) return {};
  const auto line = source(place.file, place.at.line);
  if (!line || line->size() > kLongestMended) return {};
  const std::string_view before = text::prefix(*line, place.at.column - 1);
  if (place.length == 0) return line_with_target(diagnostic, *line, before.size());
  std::string_view word = text::prefix(std::string_view(*line).substr(before.size()), place.length);
  std::size_t from = before.size();
  if (is_quoted(word)) {
    word = word.substr(1, word.size() - 2);
    ++from;
  } else if (word.starts_with('@')) {  // of a citation; the suggestion is the key alone
    word.remove_prefix(1);
    ++from;
  }
  if (!text::nearest(word, std::span(&diagnostic.suggestion, 1))) return {};
  return std::string(*line).replace(from, word.size(), diagnostic.suggestion);
}

// The line with its correction; nothing where what is wrong does not stand there as it was read.
std::string corrected_line(const Diagnostic& diagnostic, const SourceLine& source, Language language) {
  const auto& [wrong, right] = diagnostic.correction;
  const Place& place = diagnostic.place;
  if (wrong.empty() || place.at.line == 0 || place.at.column == 0) return {};
  const auto line = source(place.file, place.at.line);
  if (!line || line->size() > kLongestMended) return {};
  const std::size_t at = line->find(wrong, text::prefix(*line, place.at.column - 1).size());
  if (at == std::string::npos) return {};
  return std::string(*line).replace(at, wrong.size(), language == Language::dutch ? in_dutch(right) : right);
}

std::string mended_line(const Diagnostic& diagnostic, const SourceLine& source, Language language) {
  if (!diagnostic.mended_line.empty()) return diagnostic.mended_line;
  std::string line = corrected_line(diagnostic, source, language);
  return line.empty() ? line_with_suggestion(diagnostic, source) : line;
}

}  // namespace

std::string print(const Report& report, Format format, const SourceLine& source, const PrintOptions& options) {
  std::string out;
  for (const Diagnostic& found : report.findings()) {
    Diagnostic diagnostic = found;
    diagnostic.mended_line = mended_line(found, source, options.language);
    switch (format) {
      case Format::text: append_text(out, diagnostic, source, options); break;
      case Format::json: append_json_line(out, diagnostic, options.language); break;
      case Format::github: append_github(out, diagnostic, options.language, options.root); break;
    }
  }
  return out;
}

std::string summary(const Report& report, Language language) {
  const bool dutch = language == Language::dutch;
  const std::size_t errors = report.count(Severity::error);
  const std::size_t warnings = report.count(Severity::warning);
  const std::size_t hints = report.count(Severity::hint);
  if (errors + warnings + hints == 0) return dutch ? "geen fouten" : "no errors";
  std::string text = counted(errors, dutch ? Noun{"fout", "fouten"} : Noun{"error", "errors"});
  if (warnings > 0) {
    text += ", " + counted(warnings, dutch ? Noun{"waarschuwing", "waarschuwingen"} : Noun{"warning", "warnings"});
  }
  if (hints > 0) text += ", " + counted(hints, Noun{"hint", "hints"});
  return text;
}

}  // namespace katern
