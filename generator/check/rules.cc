#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "check/checks.h"
#include "check/rule_subject.h"
#include "model/builtins.h"
#include "schema/named.h"
#include "value/dict.h"

namespace katern::check {
namespace {

using schema::Demand;
using schema::Record;
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

/// Runs the rules of one entry and of the objects in it.
class RuleRunner {
 public:
  RuleRunner(const model::Site& site, Date today, Report& report) : scope_(site.root, today), report_(report) {}

  void run(const Record& record) {
    run(RuleSubject(record));
    for (const schema::RuledObject& object : record.ruled_objects) run(RuleSubject(record, object));
  }

  /// Of an entry that is not visible: none of the rules that look at what would come to the entry if it were.
  void run_alone(const Record& record) {
    alone_ = &record;
    run(record);
  }

 private:
  void run(const RuleSubject& subject) {
    for (const Rule& rule : subject.rules()) {
      if (rule.demand == Demand::unique || (alone_ != nullptr && looks_around(rule))) continue;
      if (rule.each) {
        run_each(rule, subject);
      } else {
        run(rule, subject, subject.in(scope_), plain_finding(rule));
      }
    }
  }

  void run_each(const Rule& rule, const RuleSubject& subject) {
    const schema::ItemisedList* list = subject.list_of(rule);
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->at.size(); ++i) {
      Dict item;
      item.set("item", list->list->items[i].borrow());
      templating::Scope names = subject.in(scope_);
      names.layers.insert(names.layers.begin(), Value::lend(item));
      run(rule, subject, names, Diagnostic(Code::rule_broken, {std::string(subject.path()), list->at[i], 0}));
    }
  }

  void run(const Rule& rule, const RuleSubject& subject, const templating::Scope& scope, Diagnostic plain) {
    Report found;
    const auto result = rule.expression.evaluate(scope, subject.path(), found);
    if (result && is_broken(rule, subject, result->truthy())) tell(rule, subject, scope, std::move(plain), found);
    // A rule that fails may do so for want of what is not there yet.
    if (alone_ == nullptr || !failed(found)) report_.merge(std::move(found));
  }

  static bool failed(const Report& found) {
    const auto& findings = found.findings();
    return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
      return finding.code != Code::rule_broken && finding.code != Code::field_required_here &&
             finding.code != Code::field_forbidden_here;
    });
  }

  bool looks_around(const Rule& rule) const {
    const std::vector<std::string>& inverses = alone_->kind->inverses;
    const auto names = schema::named_in(rule.expression.text());
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return name == "entry" || name == "permalink" ||
             std::find(inverses.begin(), inverses.end(), name) != inverses.end();
    });
  }

  model::EntryScope scope_;
  Report& report_;
  const Record* alone_ = nullptr;  ///< the entry that is not visible
};

}  // namespace

void check_rules(const model::Site& site, const Record& record, Report& report) {
  if (!record.incomplete) RuleRunner(site, site.today, report).run(record);
}

void check_rules_ahead(const model::Site& site, const Record& record, Report& report) {
  if (record.incomplete) return;
  const auto from = model::day_of(model::role_value(record, schema::Role::publish_on));
  RuleRunner(site, std::max(site.today, from.value_or(site.today)), report).run_alone(record);
}

}  // namespace katern::check
