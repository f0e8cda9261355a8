#include <algorithm>
#include <string>

#include "check/checks.h"
#include "model/scope.h"

namespace katern::check {
namespace {

// Runs the rules of one entry, and of the objects in it.
class RuleRunner {
 public:
  RuleRunner(const model::Site& site, const schema::Record& record, Report& report)
      : record_(record), report_(report), scope_(site.root, site.today) {}

  void run() {
    for (const schema::Rule& rule : record_.kind->rules) {
      run(rule, scope_.of(*record_.data), [&] {
        return position(record_.kind->fields, record_.positions, rule.field, Position{1, 1});
      });
    }
    for (const schema::RuledObject& object : record_.ruled_objects) run(object);
  }

 private:
  void run(const schema::RuledObject& object) {
    for (const schema::Rule& rule : object.type->rules) {
      run(rule, scope_.of(*object.data, *record_.data),
          [&] { return position(object.type->fields, object.positions, rule.field, object.at); });
    }
  }

  template <class PositionOf>
  void run(const schema::Rule& rule, const templating::Scope& scope, const PositionOf& position_of) {
    const auto result = rule.check.evaluate(scope, record_.path, report_);
    if (!result || result->truthy()) return;
    const auto message = rule.message.render(scope, record_.path, report_);
    const auto english = rule.message_en ? rule.message_en->render(scope, record_.path, report_) : message;
    if (!message || !english) return;
    report_.add(Diagnostic(Code::rule_broken, Place{record_.path, position_of(), 0})
                    .with("message", *message)
                    .with("message_en", *english)
                    .as(rule.severity));
  }

  // Where a field's value stands, or where it would.
  static Position position(const std::vector<schema::Field>& fields, const std::vector<Position>& positions,
                           const std::string& name, Position otherwise) {
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.name == name; });
    if (field == fields.end()) return otherwise;
    const Position found = positions[static_cast<std::size_t>(field - fields.begin())];
    return found.line > 0 ? found : otherwise;
  }

  const schema::Record& record_;
  Report& report_;
  model::EntryScope scope_;
};

}  // namespace

void check_rules(const model::Site& site, const schema::Record& record, Report& report) {
  RuleRunner(site, record, report).run();
}

}  // namespace katern::check
