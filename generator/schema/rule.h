#pragma once

#include <optional>
#include <string>

#include "diagnostics/code.h"
#include "diagnostics/place.h"
#include "templating/expression.h"

namespace katern::schema {

/// What a rule asks of an entry, or of an object inside one.
enum class Demand {
  truth,     ///< the expression is true
  unique,    ///< nothing else has the value: no other entry of the kind, or no other such object in the same entry
  presence,  ///< where the expression is true, the field is filled in
  absence,   ///< where the expression is true, the field is left out
};

struct Rule {
  Demand demand = Demand::truth;
  templating::Expression expression;
  /// In the site's language. None: the finding has a text of its own, unless truth is asked.
  std::optional<templating::TextTemplate> message;
  std::optional<templating::TextTemplate> message_en;
  Severity severity = Severity::error;
  std::string field;    ///< where the finding points; empty: where the entry or the object begins
  bool each = false;    ///< of truth: the field is a list of plain values, and the rule is about each `item` of it
  std::string example;  ///< of presence: a line with a fitting value
  Position at;
};

}  // namespace katern::schema
