// Compiles and renders whatever bytes it gets, by libFuzzer. The first byte chooses the ending of the name, and a line
// that begins with %%% begins another template, so that includes and inheritance are reached too.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "templating/expression.h"
#include "templating/library.h"
#include "value/json.h"

namespace {

using namespace katern;
using namespace katern::templating;

constexpr std::string_view kData = R"json({
  "n": 7, "x": 2.5, "s": "<a href='x'>é</a>", "yes": true, "nil": null, "url": "javascript:alert(1)",
  "l": [1, "b", [2, 3], {"k": "v"}], "o": {"k": "v", "items": [3, 1, 2]}, "tree": [{"n": 1, "c": [{"n": 2, "c": []}]}]
})json";

std::vector<TemplateSource> split(std::string_view text, std::string_view ending) {
  std::vector<TemplateSource> sources;
  while (true) {
    const std::size_t end = text.find("%%%");
    const std::string name = std::string(1, static_cast<char>('a' + sources.size())) + std::string(ending);
    sources.push_back({name, name, std::string(text.substr(0, end))});
    if (end == std::string_view::npos || sources.size() == 4) return sources;
    text.remove_prefix(end + 3);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Registry registry = Registry::standard();
  static const Value data = *from_json(kData);
  if (size == 0) return 0;
  constexpr std::string_view kEndings[] = {".html", ".txt", ".xml", ".json"};
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const Scope scope{{data.borrow()}};

  CompileOptions options;
  options.by_context = (bytes[0] & 4U) == 0;
  Limits limits;
  limits.output_bytes = 64 * 1024;
  limits.loop_steps = 2'000;

  Report report;
  const Library library = Library::compile(split(text, kEndings[bytes[0] & 3U]), registry, report, options);
  std::string out;
  Report of_rendering;
  library.render(library.names().front(), scope, "entry", out, of_rendering, limits);

  Report of_expression;
  if (const auto expression = Expression::compile(text, {"e", {1, 1}, 0}, registry, of_expression)) {
    (void)expression->evaluate(scope, "entry", of_expression);
  }
  return 0;
}
