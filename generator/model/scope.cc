#include "model/scope.h"

namespace katern::model {

EntryScope::EntryScope(const Value& site, Date today) : today_(today) {
  common_.set("entry", Value());
  common_.set("site", site.borrow());
  common_.set("today", Value(today));
}

void EntryScope::set_today(Date today) {
  today_ = today;
  common_.set("today", Value(today));
}

const templating::Scope& EntryScope::of(const Shaped& entry) {
  common_.set("entry", Value::lend(entry));
  scope_.layers = {Value::lend(entry), Value::lend(common_)};
  return scope_;
}

const templating::Scope& EntryScope::of(const Shaped& object, const Shaped& entry) {
  of(entry);
  scope_.layers.insert(scope_.layers.begin(), Value::lend(object));
  return scope_;
}

const templating::Scope& EntryScope::of_value(const Value& value) {
  value_.set("value", value.borrow());
  common_.set("entry", Value());
  scope_.layers = {Value::lend(value_), Value::lend(common_)};
  return scope_;
}

}  // namespace katern::model
