#include "check/rule_subject.h"

#include <algorithm>
#include <utility>

#include "schema/named.h"

namespace katern::check {

using schema::Field;
using schema::Record;
using schema::Rule;
using schema::RuledObject;

RuleSubject::RuleSubject(const Record& entry)
    : entry_(entry), fields_(entry.kind->fields), positions_(entry.positions) {}

RuleSubject::RuleSubject(const Record& entry, const RuledObject& object)
    : entry_(entry), object_(&object), fields_(object.type->fields), positions_(object.positions) {}

std::span<const Rule> RuleSubject::rules() const { return object_ ? object_->type->rules : entry_.kind->rules; }

const templating::Scope& RuleSubject::in(model::EntryScope& scope) const {
  return object_ ? scope.of(*object_->data, *entry_.data) : scope.of(*entry_.data);
}

Value RuleSubject::value() const { return Value::lend(object_ ? *object_->data : *entry_.data); }

std::optional<std::size_t> RuleSubject::index_of(std::string_view field) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const Field& f) { return f.name == field; });
  if (found == fields_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - fields_.begin());
}

Position RuleSubject::position_of(std::string_view field) const {
  if (const auto index = index_of(field); index && positions_[*index].line > 0) return positions_[*index];
  return object_ ? object_->at : Position{1, 1};
}

Position RuleSubject::position_of(const Rule& rule) const {
  const auto own = index_of(rule.field);
  if (rule.demand != schema::Demand::presence || (own && positions_[*own].line > 0)) return position_of(rule.field);
  for (const std::string_view name : schema::named_in(rule.expression.text())) {
    if (const auto index = index_of(name); index && positions_[*index].line > 0) return positions_[*index];
  }
  return position_of(rule.field);
}

bool RuleSubject::is_filled_in(std::string_view field) const {
  const auto index = index_of(field);
  if (!index) return false;
  return !is_nothing(object_ ? object_->data->slot(*index) : entry_.data->slot(entry_.kind->field_slot(*index)));
}

bool RuleSubject::is_written(std::string_view field) const {
  const auto index = index_of(field);
  return index && positions_[*index].line > 0 && is_filled_in(field);
}

const schema::ItemisedList* RuleSubject::list_of(const Rule& rule) const {
  const auto index = index_of(rule.field);
  if (!index) return nullptr;
  const Value& value = object_ ? object_->data->slot(*index) : entry_.data->slot(entry_.kind->field_slot(*index));
  if (!value.is_list()) return nullptr;
  const auto& lists = entry_.itemised_lists;
  const auto found = std::find_if(lists.begin(), lists.end(),
                                  [&](const schema::ItemisedList& known) { return known.list == &value.as_list(); });
  return found == lists.end() ? nullptr : &*found;
}

void tell(const Rule& rule, const RuleSubject& subject, const templating::Scope& scope, Diagnostic plain,
          Report& report) {
  if (plain.place.file.empty()) plain.place = {std::string(subject.path()), subject.position_of(rule), 0};
  if (rule.message) {
    const auto message = rule.message->render(scope, subject.path(), report);
    const auto english = rule.message_en ? rule.message_en->render(scope, subject.path(), report) : message;
    if (!message || !english) return;
    plain = Diagnostic(Code::rule_broken, plain.place).with("message", *message).with("message_en", *english);
  }
  report.add(std::move(plain).as(rule.severity));
}

bool is_nothing(const Value& value) {
  if (value.is_none() || value.is_undefined()) return true;
  if (value.is_string()) return value.as_string().empty();
  return (value.is_list() || value.is_object()) && value.size() == 0;
}

}  // namespace katern::check
