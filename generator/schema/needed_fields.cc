#include "schema/needed_fields.h"

#include <algorithm>
#include <utility>

#include "templating/library.h"
#include "value/dict.h"

namespace katern::schema {
namespace {

bool holds(const Rule& rule, const Dict& values) {
  templating::Scope scope;
  scope.layers.push_back(Value::lend(values));
  Report unused;
  const auto result = rule.expression.evaluate(scope, {}, unused);
  return result && result->truthy();
}

}  // namespace

bool is_required(const Field& field) { return field.required && field.fallback.is_none(); }

std::vector<const Field*> needed_fields(std::span<const Field> fields, std::span<const Rule> rules,
                                        const std::function<bool(const Field&)>& is_kept,
                                        const std::function<Value(const Field&)>& value_of) {
  std::vector<bool> needed(fields.size());
  Dict values;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    needed[i] = is_required(fields[i]) || is_kept(fields[i]);
    values.set(fields[i].name, needed[i] ? value_of(fields[i]) : fields[i].fallback.borrow());
  }
  for (const Rule& rule : rules) {
    if (rule.demand != Demand::presence || rule.severity != Severity::error) continue;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == rule.field; });
    if (found == fields.end() || needed[static_cast<std::size_t>(found - fields.begin())]) continue;
    if (!holds(rule, values)) continue;
    needed[static_cast<std::size_t>(found - fields.begin())] = true;
    values.set(found->name, value_of(*found));
  }
  std::vector<const Field*> found;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (needed[i]) found.push_back(&fields[i]);
  }
  return found;
}

}  // namespace katern::schema
