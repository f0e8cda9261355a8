#include "model/inverses.h"

#include <algorithm>
#include <tuple>

namespace katern::model {
namespace {

using schema::Record;

struct Inverse {
  std::size_t target = 0;
  std::size_t slot = 0;
  std::size_t rank = 0;
  std::size_t referrer = 0;

  auto operator<=>(const Inverse&) const = default;
};

std::vector<Inverse> inverses_of(std::span<const Record> records, std::span<const Relation> relations,
                                 std::span<const std::size_t> rank) {
  std::vector<Inverse> inverses;
  for (const Relation& relation : relations) {
    if (relation.field->inverse.empty() || relation.top_field == schema::kNoField) continue;
    const auto slot = records[relation.to].kind->shape->slot_of(Name(relation.field->inverse));
    if (slot) inverses.push_back({relation.to, *slot, rank[relation.from], relation.from});
  }
  std::sort(inverses.begin(), inverses.end());
  inverses.erase(std::unique(inverses.begin(), inverses.end()), inverses.end());
  return inverses;
}

}  // namespace

void fill_inverses(std::span<Record> records, std::span<const Relation> relations, std::span<const std::size_t> rank,
                   const Value& empty) {
  for (Record& record : records) {
    for (std::size_t i = 0; i < record.kind->inverses.size(); ++i) {
      record.data->slot(record.kind->inverse_slot(i)) = empty.borrow();
    }
  }
  const std::vector<Inverse> inverses = inverses_of(records, relations, rank);
  for (std::size_t first = 0; first < inverses.size();) {
    std::vector<Value> list;
    std::size_t next = first;
    for (; next < inverses.size() && inverses[next].target == inverses[first].target &&
           inverses[next].slot == inverses[first].slot;
         ++next) {
      list.push_back(Value::lend(*records[inverses[next].referrer].data));
    }
    list.shrink_to_fit();
    records[inverses[first].target].data->slot(inverses[first].slot) = Value::list(std::move(list));
    first = next;
  }
}

}  // namespace katern::model
