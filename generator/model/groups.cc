#include "model/groups.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "model/listed_value.h"

namespace katern::model {
namespace {

using schema::Grouping;

struct Gathered {
  ListedValue value;
  std::string order;
  const Grouping::Group* declared = nullptr;
  std::vector<std::size_t> records;
};

class Gatherer {
 public:
  Gatherer(const Site& site, const Grouping& grouping, Place place, Sorter& sorter, EntryScope& scope, Report& report)
      : site_(site), grouping_(grouping), place_(std::move(place)), sorter_(sorter), scope_(scope), report_(report) {
    for (const Grouping::Group& group : grouping.groups) {
      at_.emplace(group.value, groups_.size());
      groups_.push_back({{group.value, group.label, {}, {}, nullptr}, {}, &group, {}});
    }
  }

  std::vector<ListingGroup> run(std::vector<std::size_t>& records) {
    for (const std::size_t record : records) add(record);
    put_in_order();
    records.clear();
    std::vector<ListingGroup> made;
    for (Gathered& group : groups_) {
      if (group.records.empty()) continue;
      if (group.declared != nullptr && !group.declared->sort.empty()) {
        group.records = sorter_.sorted(site_.records, std::move(group.records), group.declared->sort);
      }
      made.push_back({label_of(group), records.size()});
      records.insert(records.end(), group.records.begin(), group.records.end());
    }
    if (!without_.empty()) made.push_back({grouping_.none, records.size()});
    records.insert(records.end(), without_.begin(), without_.end());
    return made;
  }

 private:
  void add(std::size_t index) {
    const schema::Record& record = site_.records[index];
    const auto value = grouping_.by.evaluate(scope_.of(*record.data), record.path, report_);
    if (!value) return;
    auto listed = listed_values(*value, site_.settings.language);
    if (!listed) {
      report_.add(Diagnostic(Code::listing_value_unfit, place_).with("key", "group").with("path", record.path));
      return;
    }
    if (listed->empty()) {
      without_.push_back(index);
      return;
    }
    ListedValue& first = listed->front();
    const auto [at, fresh] = at_.emplace(first.key, groups_.size());
    if (fresh) {
      std::string order = sorter_.key_of(first.order);
      groups_.push_back({std::move(first), std::move(order), nullptr, {}});
    }
    groups_[at->second].records.push_back(index);
  }

  void put_in_order() {
    if (grouping_.order == Grouping::Order::found) return;
    const bool ascending = grouping_.order == Grouping::Order::ascending;
    const auto first = groups_.begin() + static_cast<std::ptrdiff_t>(grouping_.groups.size());
    std::stable_sort(first, groups_.end(), [&](const Gathered& a, const Gathered& b) {
      return ascending ? a.order < b.order : b.order < a.order;
    });
  }

  std::string label_of(const Gathered& group) const {
    if (group.declared != nullptr || !grouping_.label) return group.value.label;
    return grouping_.label->render(scope_.of_value(group.value.order), place_.file, report_)
        .value_or(group.value.label);
  }

  const Site& site_;
  const Grouping& grouping_;
  Place place_;
  Sorter& sorter_;
  EntryScope& scope_;
  Report& report_;
  std::unordered_map<std::string, std::size_t> at_;
  std::vector<Gathered> groups_;  ///< the declared ones first
  std::vector<std::size_t> without_;
};

}  // namespace

std::vector<ListingGroup> make_groups(const Site& site, const schema::Listing& listing, const schema::Kind& kind,
                                      std::vector<std::size_t>& records, Sorter& sorter, EntryScope& scope,
                                      Report& report) {
  if (!listing.group) return {};
  return Gatherer(site, *listing.group, Place{kind.file, listing.at, 0}, sorter, scope, report).run(records);
}

std::vector<ListingGroup> groups_of(std::span<const ListingGroup> groups, std::span<const std::size_t> places) {
  std::vector<ListingGroup> part;
  std::size_t next = 0;  // the group that has not begun yet
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t before = next;
    while (next < groups.size() && groups[next].first <= places[i]) ++next;
    if (next != before) part.push_back({groups[next - 1].label, i});
  }
  return part;
}

}  // namespace katern::model
