#pragma once

#include <optional>

#include "diagnostics/report.h"
#include "model/scope.h"
#include "schema/record.h"

namespace katern::model {

/// Whether an entry is published on a day, and the next day on which that changes by itself.
struct Visibility {
  bool visible = false;
  std::optional<Date> changes;
};

/// By the kind's roles draft, publish_on (visible from that day) and expires_on (no longer visible from that day), and its
/// visible_if. References in the entry are not resolved yet.
Visibility visibility_of(const schema::Record& record, Date today, bool drafts, EntryScope& scope, Report& report);

}  // namespace katern::model
