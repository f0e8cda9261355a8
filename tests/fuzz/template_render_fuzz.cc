// Any bytes as templates, rendered with values that look like an attack: nothing crashes or runs on, and no tag gets
// through into HTML or XML that no template wrote.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "template_input.h"
#include "templating/expression.h"
#include "value/json.h"

namespace {

using namespace katern;
using namespace katern::templating;

// `zq` stands for what an attacker sends. It never begins a string, so that `<` of a template cannot meet it.
constexpr std::string_view kData = R"json({
  "n": 7, "x": 2.5, "s": "<a href='x'>é</a><zq onload=\"zq\">", "yes": true, "nil": null, "url": "javascript:alert(1)",
  "l": [1, "b<zq>", [2, 3], {"k": "v<zq"}], "o": {"k": "v", "items": [3, 1, 2], "<zq": "<zq"},
  "day": "2026-11-25", "tree": [{"n": 1, "c": [{"n": 2, "c": []}]}]
})json";
constexpr std::string_view kForeign = "<zq";

bool is_markup(std::string_view name) { return name.ends_with(".html") || name.ends_with(".xml"); }

bool speaks_of(const fuzz::TemplateInput& input, std::string_view what) {
  return input.text.find(what) != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Registry registry = Registry::standard();
  static const Value data = *from_json(kData);
  if (size == 0) return 0;
  const auto input = fuzz::template_input(bytes, size);
  const Scope scope{{data.borrow()}};
  Limits limits;
  limits.output_bytes = 64 * 1024;
  limits.loop_steps = 2'000;

  Report report;
  const Library library = Library::compile(input.sources, registry, report, input.options);
  std::string out;
  Report of_rendering;
  const std::string main = library.names().front();
  const bool done = library.render(main, scope, "entry", out, of_rendering, limits);
  if (done == of_rendering.has_errors()) std::abort();
  if (input.options.by_context && is_markup(main) && !speaks_of(input, "zq") &&
      out.find(kForeign) != std::string::npos) {
    std::abort();
  }

  Report of_expression;
  if (const auto expression = Expression::compile(input.text, {"e", {1, 1}, 0}, registry, of_expression)) {
    (void)expression->evaluate(scope, "entry", of_expression);
  }
  return 0;
}
