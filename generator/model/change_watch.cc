#include "model/change_watch.h"

#include <utility>

#include "model/builtins.h"
#include "model/visibility.h"

namespace katern::model {
namespace {

using schema::Kind;
using schema::Record;
using schema::Role;
using schema::SortKey;
using templating::Expression;

// So many values may be looked at for dates in a build: a fraction of a second.
constexpr std::size_t kMaxValues = 5'000'000;

DayQuestion question_of(std::span<const SortKey> keys) {
  DayQuestion question;
  for (const SortKey& key : keys) question.add(key.key.text());
  return question;
}

DayQuestion question_of(const Expression& expression) {
  DayQuestion question;
  question.add(expression.text());
  return question;
}

/// Of whether an entry is visible.
DayQuestion question_of(const Kind& kind) {
  DayQuestion question = kind.visible_if ? question_of(*kind.visible_if) : DayQuestion{};
  for (const Role role : {Role::publish_on, Role::expires_on}) {
    if (const auto field = kind.role(role)) question.names.emplace_back(kind.fields[*field].name);
  }
  return question;
}

/// Made once for each of what is asked.
template <class Key, class Make>
const DayQuestion& remembered(std::map<const Key*, DayQuestion>& questions, const Key& key, const Make& make) {
  const auto found = questions.find(&key);
  return found != questions.end() ? found->second : questions.emplace(&key, make()).first->second;
}

}  // namespace

ChangeWatch::ChangeWatch(const Value& site, Date today, bool drafts)
    : scope_(site, today),
      today_(today),
      drafts_(drafts),
      sorter_(collator_, scope_, unheard_),
      first_(today),
      values_(kMaxValues) {}

void ChangeWatch::look(const Record& record, const Object* holder, const DayQuestion& question,
                       const std::function<std::string()>& answer) {
  if (first_.is_settled()) return;
  std::optional<std::string> now;
  const auto changed_on = [&](Date day) {
    if (!now) now = answer();
    scope_.set_today(day);
    const bool changed = answer() != *now;
    scope_.set_today(today_);
    return changed;
  };
  if (question.every_day) {
    first_.look_at_every_day(changed_on);
  } else {
    first_.look(days_of(record, holder, question, today_, values_), changed_on);
  }
}

void ChangeWatch::see_entry(const Record& record) {
  const DayQuestion& question = remembered(of_kinds_, *record.kind, [&] { return question_of(*record.kind); });
  look(record, nullptr, question,
       [&] { return is_visible(record, scope_.today(), drafts_, scope_, unheard_) ? "visible" : ""; });
}

void ChangeWatch::see_inverses(std::span<const Record> records, std::span<const Relation> relations) {
  for (const Relation& relation : relations) {
    const auto& sort = relation.field->inverse.sort;
    if (sort.empty() || relation.top_field == schema::kNoField) continue;
    const DayQuestion& question = remembered(of_inverses_, *relation.field, [&] { return question_of(sort); });
    if (question.asked) see_order(records[relation.from], relation.holder, question, sort);
  }
}

void ChangeWatch::see_lists(const Kind& kind, std::span<const Record> records, std::span<const std::size_t> of_kind) {
  const auto each = [&](const DayQuestion& question, const auto& see) {
    if (!question.asked) return;
    for (const std::size_t index : of_kind) see(records[index], question);
  };
  const auto see_sort = [&](std::span<const SortKey> keys) {
    each(question_of(keys),
         [&](const Record& record, const DayQuestion& question) { see_order(record, nullptr, question, keys); });
  };
  const auto see_value = [&](const Expression& expression) {
    each(question_of(expression), [&](const Record& record, const DayQuestion& question) {
      look(record, nullptr, question, [&] { return value_of(record, expression); });
    });
  };
  const auto see_filter = [&](const Expression& filter) {
    each(question_of(filter), [&](const Record& record, const DayQuestion& question) {
      look(record, nullptr, question, [&] { return holds(record, filter) ? "kept" : ""; });
    });
  };
  if (kind.feed_if) see_filter(*kind.feed_if);
  see_sort(kind.sort);
  for (const schema::Listing& listing : kind.listings) {
    if (listing.filter) see_filter(*listing.filter);
    see_sort(listing.sort);
    if (listing.group) see_value(listing.group->by);
    for (const schema::Facet& facet : listing.facets) see_value(facet.by);
  }
}

void ChangeWatch::see_order(const Record& record, const Shaped* holder, const DayQuestion& question,
                            std::span<const SortKey> keys) {
  look(record, holder, question, [&] {
    const auto& names = holder != nullptr ? scope_.of(*holder, *record.data) : scope_.of(*record.data);
    return sorter_.key_in(names, record.path, keys);
  });
}

bool ChangeWatch::holds(const Record& record, const Expression& condition) {
  const auto value = condition.evaluate(scope_.of(*record.data), record.path, unheard_);
  return value && value->truthy();
}

std::string ChangeWatch::value_of(const Record& record, const Expression& expression) {
  const auto value = expression.evaluate(scope_.of(*record.data), record.path, unheard_);
  return value ? sorter_.key_of(*value) : std::string();
}

}  // namespace katern::model
