#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diagnostics/report.h"
#include "model/scope.h"
#include "schema/record.h"

namespace katern::check {

/// What a rule is about: an entry, or an object in one. Views the record.
class RuleSubject {
 public:
  explicit RuleSubject(const schema::Record& entry);
  RuleSubject(const schema::Record& entry, const schema::RuledObject& object);

  std::span<const schema::Rule> rules() const;
  /// What the rule's expressions see. Good until the scope is asked again.
  const templating::Scope& in(model::EntryScope& scope) const;
  Value value() const;

  /// Where a field's value stands, or where what holds it begins.
  Position position_of(std::string_view field) const;
  /// The same; where a field is wanted that was left out: where the first written field that the condition names
  /// stands.
  Position position_of(const schema::Rule& rule) const;
  bool is_filled_in(std::string_view field) const;
  bool is_written(std::string_view field) const;
  /// The list that a rule with `each` is about; null where it was left out.
  const schema::ItemisedList* list_of(const schema::Rule& rule) const;

  std::string_view path() const { return entry_.path; }

 private:
  std::optional<std::size_t> index_of(std::string_view field) const;

  const schema::Record& entry_;
  const schema::RuledObject* object_ = nullptr;
  const std::vector<schema::Field>& fields_;
  const std::vector<Position>& positions_;
};

/// Adds the finding that the rule is broken: with its own message, or else as `plain` has it; at the field of the rule,
/// unless `plain` has a place already.
void tell(const schema::Rule& rule, const RuleSubject& subject, const templating::Scope& scope, Diagnostic plain,
          Report& report);

/// Whether a value is none, or holds nothing.
bool is_nothing(const Value& value);

}  // namespace katern::check
