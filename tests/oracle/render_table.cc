// Renders templates for compare.py. Each line of standard input is a JSON object: `templates` (by name), `main` (the
// one to render), `data`, and `by_context` (escape by the place in the HTML). Each line of standard output answers one:
// {"output": …}, or {"error": code, "message": …}.

#include <iostream>
#include <string>

#include "templating/library.h"
#include "value/dict.h"
#include "value/json.h"

namespace {

using namespace katern;
using namespace katern::templating;

Value failure(const Report& report) {
  for (const Diagnostic& finding : report.findings()) {
    if (finding.severity != Severity::error) continue;
    return make_dict({{"error", Value::string(info(finding.code).name)},
                      {"message", Value::string(message(finding, Language::english))}});
  }
  return make_dict({{"error", Value::view("unknown")}, {"message", Value::view("")}});
}

Value render(const Value& task, const Registry& registry) {
  std::vector<TemplateSource> sources;
  const Value templates = task.get("templates");
  for (std::size_t i = 0; i < templates.size(); ++i) {
    const std::string name(templates.as_object().key_at(i));
    sources.push_back({name, name, std::string(templates.as_object().value_at(i).as_string())});
  }
  CompileOptions options;
  options.none_as_empty = false;
  options.by_context = task.get("by_context").truthy();

  Report report;
  const Library library = Library::compile(std::move(sources), registry, report, options);
  if (report.has_errors()) return failure(report);
  Limits limits;
  limits.output_bytes = 1 << 20;
  limits.loop_steps = 1'000'000;
  const Value data = task.get("data");
  Scope scope;
  scope.layers.push_back(data);
  std::string out;
  if (!library.render(task.get("main").as_string(), scope, {}, out, report, limits)) return failure(report);
  return make_dict({{"output", Value::string(out)}});
}

}  // namespace

int main() {
  const Registry registry = Registry::standard();
  for (std::string line; std::getline(std::cin, line);) {
    const auto task = from_json(line);
    if (!task || !task->get("templates").is_object() || !task->get("data").is_object()) {
      std::cerr << "a task is no JSON object with templates and data\n";
      return 2;
    }
    std::string answer;
    JsonStyle style;
    style.ascii = true;
    to_json(render(*task, registry), answer, style);
    std::cout << answer << std::endl;
  }
  return 0;
}
