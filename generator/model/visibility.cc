#include "model/visibility.h"

#include "model/builtins.h"

namespace katern::model {

using schema::Record;
using schema::Role;

Visibility visibility_of(const Record& record, Date today, bool drafts, EntryScope& scope, Report& report) {
  if (!drafts && role_value(record, Role::draft).truthy()) return {};
  if (record.kind->visible_if) {
    const auto value = record.kind->visible_if->evaluate(scope.of(*record.data), record.path, report);
    if (!value || !value->truthy()) return {};
  }
  const auto from = day_of(role_value(record, Role::publish_on));
  const auto until = day_of(role_value(record, Role::expires_on));
  if (from && until && *until <= *from) return {};
  if (from && *from > today) return {false, from};
  if (until && *until <= today) return {};
  return {true, until};
}

}  // namespace katern::model
