#pragma once

#include "diagnostics/report.h"
#include "model/scope.h"
#include "schema/record.h"

namespace katern::model {

/// Whether an entry is on the site on a day. This is the one place where that is decided, by the kind's roles draft,
/// publish_on (visible from that day) and expires_on (no longer visible from that day), and its visible_if.
/// The scope's `today` is that day; references in the entry are not resolved yet.
bool is_visible(const schema::Record& record, Date day, bool drafts, EntryScope& scope, Report& report);

/// Whether it has been visible and will not be so again.
bool is_over(const schema::Record& record, Date day);

}  // namespace katern::model
