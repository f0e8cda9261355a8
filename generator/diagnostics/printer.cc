#include "diagnostics/printer.h"

#include "diagnostics/printers.h"

namespace katern {
namespace {

struct Noun {
  std::string_view one;
  std::string_view many;
};

std::string counted(std::size_t count, Noun noun) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? noun.one : noun.many);
}

}  // namespace

std::string print(const Report& report, Format format, const SourceLine& source, const PrintOptions& options) {
  std::string out;
  for (const Diagnostic& diagnostic : report.findings()) {
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
