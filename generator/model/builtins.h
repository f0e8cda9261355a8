#pragma once

#include "model/scope.h"
#include "schema/record.h"

namespace katern::model {

/// What every entry has, at the slots that schema::builtin_names() gives them.
enum class Builtin { permalink, kind, source, slug, title, summary, date, updated, image, authors };

inline Value& slot_of(Shaped& data, Builtin name) { return data.slot(static_cast<std::size_t>(name)); }
inline const Value& slot_of(const Shaped& data, Builtin name) { return data.slot(static_cast<std::size_t>(name)); }

/// The value of the field that has the role; none where the kind has no such role.
Value role_value(const schema::Record& record, schema::Role role);
/// The day of a date or a moment; nothing for anything else.
std::optional<Date> day_of(const Value& value);

/// Seconds on the clock that a date or a moment was written for; a day stands at its midnight. For putting them in order.
std::int64_t clock_seconds(const Value& value);

/// Where to point when something is wrong with the entry as a whole: its slug or title field, or else its first line.
Place place_of(const schema::Record& record);
Place place_of(const schema::Record& record, schema::Role role);

/// Slug, source and kind, which need nothing else.
void set_identity(schema::Record& record, const Value& kind);
/// The title: of its field, or composed. An empty one is a finding.
void set_title(schema::Record& record, EntryScope& scope, Report& report);
/// Summary, date, updated, image and authors, by role.
void set_roles(schema::Record& record);

}  // namespace katern::model
