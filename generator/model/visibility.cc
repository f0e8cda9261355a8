#include "model/visibility.h"

#include "model/builtins.h"

namespace katern::model {

using schema::Record;
using schema::Role;

bool is_visible(const Record& record, Date day, bool drafts, EntryScope& scope, Report& report) {
  if (!drafts && role_value(record, Role::draft).truthy()) return false;
  if (record.kind->visible_if) {
    const auto value = record.kind->visible_if->evaluate(scope.of(*record.data), record.path, report);
    if (!value || !value->truthy()) return false;
  }
  const auto from = day_of(role_value(record, Role::publish_on));
  const auto until = day_of(role_value(record, Role::expires_on));
  return (!from || *from <= day) && (!until || *until > day);
}

bool is_over(const Record& record, Date day) {
  const auto until = day_of(role_value(record, Role::expires_on));
  return until && *until <= day;
}

}  // namespace katern::model
