#include <ostream>

#include "cli/commands.h"
#include "guide/json_schema.h"
#include "guide/markdown.h"
#include "guide/reference.h"
#include "pipeline/sources.h"
#include "value/json.h"

namespace katern::cli {

Exit print_schema(const CommandLine& line, const Surroundings& surroundings) {
  pipeline::Sources sources;
  Report report;
  pipeline::load_content_model(surroundings.disk, line.root, sources, report);
  const Language language = line.language.value_or(sources.settings.messages());
  const schema::Kind* kind = nullptr;
  if (!line.kind.empty()) {
    Exit failed = Exit::usage;
    kind = find_kind(sources.schema, report, line, language, surroundings, failed);
    if (kind == nullptr) return failed;
  }
  report.sort();
  print_findings(report, line, line.root, language, surroundings);
  if (report.has_errors()) return Exit::content;
  if (line.result == Output::markdown) {
    surroundings.out << guide::reference_as_markdown(kind == nullptr
                                                         ? guide::reference(sources.schema, language)
                                                         : guide::reference(*kind, sources.schema, language),
                                                     language);
    return Exit::done;
  }
  const Value document = kind == nullptr ? guide::json_schema(sources.schema, language)
                                         : guide::json_schema(*kind, sources.schema, language);
  std::string text;
  JsonStyle style;
  style.indent = 2;
  to_json(document, text, style);
  surroundings.out << text << '\n';
  return Exit::done;
}

}  // namespace katern::cli
