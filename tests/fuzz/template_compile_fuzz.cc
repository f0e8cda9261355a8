// Any bytes as templates and as an expression: the lexer, the parser, the resolver and the escaper take them or report
// what is wrong, at a place that is there, and say the same when asked again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "template_input.h"
#include "templating/expression.h"
#include "templating/source.h"

namespace {

using namespace katern;
using namespace katern::templating;

void check_places(const Report& report, const std::vector<TemplateSource>& sources) {
  for (const Diagnostic& finding : report.findings()) {
    for (const TemplateSource& source : sources) {
      if (source.file != finding.place.file) continue;
      const Source as_read(source.name, {source.file, {1, 1}, 0}, source.text);
      const Position end = position_at(as_read.text(), as_read.text().size());
      if (finding.place.at > end) std::abort();
    }
    if (message(finding, Language::dutch).empty() || message(finding, Language::english).empty()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Registry registry = Registry::standard();
  if (size == 0) return 0;
  const auto input = fuzz::template_input(bytes, size);
  Report report;
  const Library library = Library::compile(input.sources, registry, report, input.options);
  check_places(report, input.sources);

  Report again;
  (void)Library::compile(input.sources, registry, again, input.options);
  if (report.findings().size() != again.findings().size()) std::abort();

  const std::vector<std::string> names{"n", "l", "naam"};
  Report of_expression;
  (void)Expression::compile(input.text, {"e", {1, 1}, 0}, registry, of_expression, &names);
  (void)TextTemplate::compile(input.text, {"e", {1, 1}, 0}, registry, of_expression);
  return 0;
}
