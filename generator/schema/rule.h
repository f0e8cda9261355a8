#pragma once

#include <optional>
#include <string>

#include "diagnostics/code.h"
#include "diagnostics/place.h"
#include "templating/expression.h"

namespace katern::schema {

/// What must be true of an entry, or of an object inside one.
struct Rule {
  templating::Expression check;      ///< true: all is well
  templating::TextTemplate message;  ///< in the site's language
  std::optional<templating::TextTemplate> message_en;
  Severity severity = Severity::error;
  std::string field;  ///< where the finding points; empty: where the entry or the object begins
  Position at;
};

}  // namespace katern::schema
