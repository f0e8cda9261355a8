#include "check/checks.h"
#include "check/rule_subject.h"

namespace katern::check {
namespace {

using schema::Demand;
using schema::Rule;

bool is_broken(const Rule& rule, const RuleSubject& subject, bool holds) {
  switch (rule.demand) {
    case Demand::truth: return !holds;
    case Demand::presence: return holds && !subject.is_filled_in(rule.field);
    case Demand::absence: return holds && subject.is_written(rule.field);
    case Demand::unique: break;  // takes more than one to tell
  }
  return false;
}

Diagnostic plain_finding(const Rule& rule) {
  const Code code = rule.demand == Demand::presence ? Code::field_required_here : Code::field_forbidden_here;
  return Diagnostic(code, Place{}).with("field", rule.field).with("example", rule.example);
}

void run(const RuleSubject& subject, model::EntryScope& entry_scope, Report& report) {
  for (const Rule& rule : subject.rules()) {
    if (rule.demand == Demand::unique) continue;
    const templating::Scope& scope = subject.in(entry_scope);
    const auto result = rule.expression.evaluate(scope, subject.path(), report);
    if (result && is_broken(rule, subject, result->truthy())) tell(rule, subject, scope, plain_finding(rule), report);
  }
}

}  // namespace

void check_rules(const model::Site& site, const schema::Record& record, Report& report) {
  if (record.incomplete) return;
  model::EntryScope scope(site.root, site.today);
  run(RuleSubject(record), scope, report);
  for (const schema::RuledObject& object : record.ruled_objects) run(RuleSubject(record, object), scope, report);
}

}  // namespace katern::check
