#include "model/builtins.h"

#include <array>
#include <utility>

#include "text/words.h"

namespace katern::model {

using schema::Record;
using schema::Role;

Value role_value(const Record& record, Role role) {
  const auto field = record.kind->role(role);
  return field ? record.data->slot(record.kind->field_slot(*field)).borrow() : Value();
}

std::optional<Date> day_of(const Value& value) {
  if (value.is_date()) return value.as_date();
  if (value.is_datetime()) return local_date(value.as_datetime());
  return std::nullopt;
}

std::int64_t clock_seconds(const Value& value) {
  constexpr std::int64_t kDay = 86400;
  if (value.is_date()) return value.as_date().days * kDay;
  const DateTime moment = value.as_datetime();
  return moment.seconds + moment.offset_minutes * 60;
}

Place place_of(const Record& record, Role role) {
  const auto field = record.kind->role(role);
  return {record.path, field ? record.positions[*field] : Position{}, 0};
}

Place place_of(const Record& record) {
  for (const Role role : {Role::slug, Role::title}) {
    Place place = place_of(record, role);
    if (place.at.line > 0) return place;
  }
  return {record.path, {1, 0}, 0};
}

void set_identity(Record& record, const Value& kind) {
  slot_of(*record.data, Builtin::kind) = kind.borrow();
  slot_of(*record.data, Builtin::source) = Value::string(record.path);
  slot_of(*record.data, Builtin::slug) = Value::string(record.slug);
}

void set_title(Record& record, EntryScope& scope, Report& report) {
  Value& title = slot_of(*record.data, Builtin::title);
  if (const auto field = record.kind->role(Role::title)) {
    const std::size_t slot = record.kind->field_slot(*field);
    if (slot != static_cast<std::size_t>(Builtin::title)) title = record.data->slot(slot).borrow();
    return;
  }
  if (!record.kind->title) return;
  const auto text = record.kind->title->render(scope.of(*record.data), record.path, report);
  if (!text) return;
  const std::string line = text::collapse_spaces(*text);
  if (line.empty()) report.add(Diagnostic(Code::title_empty, place_of(record)));
  title = Value::string(line);
}

void set_roles(Record& record) {
  constexpr std::array<std::pair<Role, Builtin>, 5> kRoles{{{Role::summary, Builtin::summary},
                                                            {Role::date, Builtin::date},
                                                            {Role::updated, Builtin::updated},
                                                            {Role::image, Builtin::image},
                                                            {Role::authors, Builtin::authors}}};
  for (const auto& [role, name] : kRoles) {
    const auto field = record.kind->role(role);
    if (!field) continue;
    const std::size_t slot = record.kind->field_slot(*field);
    // A field with the name of its role stands there already.
    if (slot != static_cast<std::size_t>(name)) slot_of(*record.data, name) = record.data->slot(slot).borrow();
  }
}

}  // namespace katern::model
