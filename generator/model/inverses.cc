#include "model/inverses.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace katern::model {
namespace {

using schema::Record;

constexpr std::string_view kEntry = "entry";

/// An item of an inverse list that is declared `with` something: the entry that refers, and those fields of the object
/// that the reference stands in. It shows the object's own slots, so that it holds what becomes of them later on.
class Referral final : public Object {
 public:
  Referral(const Shaped& entry, const Shaped& holder, const std::vector<std::string>& with)
      : entry_(Value::lend(entry)), holder_(holder), with_(with) {}

  const Value* find(const Name& name) const override {
    if (name.text == kEntry) return &entry_;
    const bool shown = std::find(with_.begin(), with_.end(), name.text) != with_.end();
    return shown ? holder_.find(name) : nullptr;
  }
  std::size_t size() const override { return with_.size() + 1; }
  std::string_view key_at(std::size_t index) const override { return index == 0 ? kEntry : with_[index - 1]; }
  const Value& value_at(std::size_t index) const override {
    return index == 0 ? entry_ : *holder_.find(Name(with_[index - 1]));
  }

 private:
  Value entry_;
  const Shaped& holder_;
  const std::vector<std::string>& with_;  ///< the kind's own, which outlives the site
};

struct Item {
  std::size_t target = 0;
  std::size_t slot = 0;
  const std::string* key = nullptr;
  std::size_t rank = 0;
  std::size_t relation = 0;  ///< references stand in the order of reading
  const Relation* of = nullptr;

  auto order() const { return std::tie(target, slot, *key, rank, relation); }
  bool same_list(const Item& other) const { return target == other.target && slot == other.slot; }
};

std::vector<Item> items_of(std::span<const Record> records, std::span<const Relation> relations,
                           std::span<const std::string> keys, std::span<const std::size_t> rank) {
  static const std::string kNoKey;
  std::vector<Item> items;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const Relation& relation = relations[i];
    const schema::InverseList& list = relation.field->inverse;
    if (list.empty() || relation.top_field == schema::kNoField) continue;
    const auto slot = records[relation.to].kind->shape->slot_of(Name(list.name));
    if (slot)
      items.push_back({relation.to, *slot, keys.empty() ? &kNoKey : &keys[i], rank[relation.from], i, &relation});
  }
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.order() < b.order(); });
  return items;
}

Value value_of(const Relation& relation, std::span<const Record> records) {
  const Shaped& entry = *records[relation.from].data;
  const std::vector<std::string>& with = relation.field->inverse.with;
  if (with.empty() || relation.holder == nullptr) return Value::lend(entry);
  return Value::adopt(new Referral(entry, *relation.holder, with));
}

/// What an item of a list is of: no two are of the same.
std::pair<std::size_t, const Shaped*> identity(const Relation& relation) {
  return {relation.from, relation.field->inverse.with.empty() ? nullptr : relation.holder};
}

}  // namespace

void fill_inverses(std::span<Record> records, std::span<const Relation> relations, std::span<const std::string> keys,
                   std::span<const std::size_t> rank, const Value& empty) {
  for (Record& record : records) {
    for (std::size_t i = 0; i < record.kind->inverses.size(); ++i) {
      record.data->slot(record.kind->inverse_slot(i)) = empty.borrow();
    }
  }
  const std::vector<Item> items = items_of(records, relations, keys, rank);
  for (std::size_t first = 0; first < items.size();) {
    std::vector<Value> list;
    std::set<std::pair<std::size_t, const Shaped*>> there;
    std::size_t next = first;
    for (; next < items.size() && items[next].same_list(items[first]); ++next) {
      const Relation& relation = *items[next].of;
      if (there.insert(identity(relation)).second) list.push_back(value_of(relation, records));
    }
    list.shrink_to_fit();
    records[items[first].target].data->slot(items[first].slot) = Value::list(std::move(list));
    first = next;
  }
}

std::vector<std::string> inverse_keys(std::span<const Record> records, std::span<const Relation> relations,
                                      Sorter& sorter, EntryScope& scope) {
  std::vector<std::string> keys(relations.size());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const Relation& relation = relations[i];
    const Record& record = records[relation.from];
    const auto& sort = relation.field->inverse.sort;
    if (sort.empty() || relation.top_field == schema::kNoField) continue;
    const auto& names = relation.holder != nullptr ? scope.of(*relation.holder, *record.data) : scope.of(*record.data);
    keys[i] = sorter.key_in(names, record.path, sort);
  }
  return keys;
}

Value entry_of(const Value& item) {
  // No field of an entry is called so.
  const Value entry = item.get(Name(kEntry));
  return entry.is_object() ? entry : item;
}

}  // namespace katern::model
