#include "model/change_watch.h"

#include <algorithm>

#include "model/builtins.h"
#include "model/visibility.h"

namespace katern::model {
namespace {

using schema::Kind;
using schema::Record;
using schema::Role;
using schema::SortKey;
using templating::Expression;

bool name_today(std::span<const SortKey> keys) {
  return std::any_of(keys.begin(), keys.end(), [](const SortKey& key) { return names_today(key.key.text()); });
}

bool reckon_with_days(std::span<const SortKey> keys) {
  return std::any_of(keys.begin(), keys.end(), [](const SortKey& key) { return reckons_with_days(key.key.text()); });
}

}  // namespace

ChangeWatch::ChangeWatch(const Value& site, Date today, bool drafts)
    : scope_(site, today), today_(today), drafts_(drafts), sorter_(collator_, scope_, unheard_), first_(today) {}

void ChangeWatch::look(const Record& record, bool every_day, const std::function<bool(Date)>& changed_on) {
  const auto on = [&](Date day) {
    scope_.set_today(day);
    return changed_on(day);
  };
  if (every_day) {
    first_.look_at_every_day(on);
  } else {
    first_.look(days_of(record, today_), on);
  }
  scope_.set_today(today_);
}

void ChangeWatch::see_entry(const Record& record, bool visible) {
  const auto changed_on = [&](Date day) { return is_visible(record, day, drafts_, scope_, unheard_) != visible; };
  const auto& condition = record.kind->visible_if;
  if (condition && names_today(condition->text())) {
    return look(record, reckons_with_days(condition->text()), changed_on);
  }
  // The usual case, without a search.
  std::vector<Date> days;
  for (const Role role : {Role::publish_on, Role::expires_on}) {
    if (const auto day = day_of(role_value(record, role)); day && *day > today_) days.push_back(*day);
  }
  std::sort(days.begin(), days.end());
  if (!days.empty()) first_.look(days, changed_on);
}

void ChangeWatch::see_inverses(std::span<const Record> records, std::span<const Relation> relations,
                               std::span<const std::string> keys) {
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const Relation& relation = relations[i];
    const auto& sort = relation.field->inverse.sort;
    if (sort.empty() || relation.top_field == schema::kNoField || !name_today(sort)) continue;
    const Record& record = records[relation.from];
    look(record, reckon_with_days(sort), [&](Date) {
      const auto& names =
          relation.holder != nullptr ? scope_.of(*relation.holder, *record.data) : scope_.of(*record.data);
      return sorter_.key_in(names, record.path, sort) != keys[i];
    });
  }
}

void ChangeWatch::see_lists(const Kind& kind, std::span<const Record> records, std::span<const std::size_t> of_kind) {
  const auto each = [&](const auto& see) {
    for (const std::size_t index : of_kind) see(records[index]);
  };
  if (name_today(kind.sort)) each([&](const Record& record) { see_order(kind.sort, record); });
  for (const schema::Listing& listing : kind.listings) {
    if (listing.filter && names_today(listing.filter->text())) {
      each([&](const Record& record) { see_condition(*listing.filter, record); });
    }
    if (name_today(listing.sort)) each([&](const Record& record) { see_order(listing.sort, record); });
    if (listing.group && names_today(listing.group->by.text())) {
      each([&](const Record& record) { see_value(listing.group->by, record); });
    }
    for (const schema::Facet& facet : listing.facets) {
      if (names_today(facet.by.text())) each([&](const Record& record) { see_value(facet.by, record); });
    }
  }
}

void ChangeWatch::see_condition(const Expression& condition, const Record& record) {
  const auto holds = [&] {
    const auto value = condition.evaluate(scope_.of(*record.data), record.path, unheard_);
    return value && value->truthy();
  };
  const bool now = holds();
  look(record, reckons_with_days(condition.text()), [&](Date) { return holds() != now; });
}

void ChangeWatch::see_value(const Expression& expression, const Record& record) {
  const auto key = [&] {
    const auto value = expression.evaluate(scope_.of(*record.data), record.path, unheard_);
    return value ? sorter_.key_of(*value) : std::string();
  };
  const std::string now = key();
  look(record, reckons_with_days(expression.text()), [&](Date) { return key() != now; });
}

void ChangeWatch::see_order(std::span<const SortKey> keys, const Record& record) {
  const auto key = [&] { return sorter_.key_in(scope_.of(*record.data), record.path, keys); };
  const std::string now = key();
  look(record, reckon_with_days(keys), [&](Date) { return key() != now; });
}

}  // namespace katern::model
