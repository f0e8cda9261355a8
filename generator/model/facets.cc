#include "model/facets.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "model/builtins.h"
#include "model/listed_value.h"
#include "value/dict.h"

namespace katern::model {
namespace {

using schema::Facet;

struct Gathered {
  ListedValue value;
  std::string order;
  std::size_t rank = 0;  ///< of a listed value its place in the list
  std::vector<std::size_t> places;
};

class FacetMaker {
 public:
  FacetMaker(const Site& site, const Listing& whole, const Facet& facet, const Sorter& sorter, EntryScope& scope,
             Report& report)
      : site_(site), whole_(whole), facet_(facet), sorter_(sorter), scope_(scope), report_(report) {}

  ListingFacet run() {
    for (std::size_t place = 0; place < whole_.records.size(); ++place) add(place);
    keep_most_frequent();
    std::sort(gathered_.begin(), gathered_.end(), [&](const Gathered& a, const Gathered& b) { return before(a, b); });
    ListingFacet made{&facet_, {}};
    std::unordered_set<std::string> taken;
    for (Gathered& gathered : gathered_) {
      std::string slug = gathered.value.slug;
      for (int number = 2; !taken.insert(slug).second; ++number) {
        slug = gathered.value.slug + "-" + std::to_string(number);
      }
      std::string url = whole_.url + facet_.name + "/" + slug + "/";
      std::optional<std::size_t> record;
      if (gathered.value.entry != nullptr) record = site_.index_of(*gathered.value.entry);
      made.values.push_back(
          {std::move(slug), label_of(gathered.value), std::move(url), std::move(gathered.places), record});
    }
    return made;
  }

 private:
  void add(std::size_t place) {
    const schema::Record& record = site_.records[whole_.records[place]];
    const auto value = facet_.by.evaluate(scope_.of(*record.data), record.path, report_);
    if (!value) return;
    auto listed = listed_values(*value, site_.settings.language);
    if (!listed) {
      report_.add(diagnostic(Code::listing_value_unfit).with("key", facet_.name).with("path", record.path));
      return;
    }
    for (ListedValue& found : *listed) {
      if (found.slug.empty()) {
        report_.add(Diagnostic(Code::facet_value_nameless, place_of(record))
                        .with("value", found.label)
                        .with("name", facet_.name));
        continue;
      }
      const auto [at, fresh] = at_.emplace(found.key, gathered_.size());
      if (fresh) {
        std::string order = sorter_.key_of(found.order);
        const std::size_t rank = rank_of(found.key);
        gathered_.push_back({std::move(found), std::move(order), rank, {}});
      }
      std::vector<std::size_t>& places = gathered_[at->second].places;
      if (places.empty() || places.back() != place) places.push_back(place);
    }
  }

  std::size_t rank_of(const std::string& key) const {
    return static_cast<std::size_t>(std::find(facet_.values.begin(), facet_.values.end(), key) - facet_.values.begin());
  }

  Diagnostic diagnostic(Code code) const { return {code, Place{whole_.kind->file, facet_.at, 0}}; }

  void keep_most_frequent() {
    if (gathered_.size() <= kMaxFacetValues) return;
    report_.add(diagnostic(Code::facet_values_many)
                    .with("name", facet_.name)
                    .with("given", static_cast<long long>(gathered_.size()))
                    .with("limit", static_cast<long long>(kMaxFacetValues)));
    std::stable_sort(gathered_.begin(), gathered_.end(), more_frequent);
    gathered_.erase(gathered_.begin() + kMaxFacetValues, gathered_.end());
  }

  static bool more_frequent(const Gathered& a, const Gathered& b) { return a.places.size() > b.places.size(); }

  bool before(const Gathered& a, const Gathered& b) const {
    if (facet_.order == Facet::Order::listed && a.rank != b.rank) return a.rank < b.rank;
    if (facet_.order == Facet::Order::count && a.places.size() != b.places.size()) return more_frequent(a, b);
    const bool ascending = facet_.order != Facet::Order::descending;
    if (a.order != b.order) return ascending ? a.order < b.order : b.order < a.order;
    return a.value.key < b.value.key;
  }

  std::string label_of(const ListedValue& value) const {
    for (const auto& [key, label] : facet_.labels) {
      if (key == value.key) return label;
    }
    return value.label;
  }

  const Site& site_;
  const Listing& whole_;
  const Facet& facet_;
  const Sorter& sorter_;
  EntryScope& scope_;
  Report& report_;
  std::unordered_map<std::string, std::size_t> at_;
  std::vector<Gathered> gathered_;
};

}  // namespace

std::vector<ListingFacet> make_facets(const Site& site, const Listing& whole, const Sorter& sorter, EntryScope& scope,
                                      Report& report) {
  std::vector<ListingFacet> facets;
  for (const Facet& facet : whole.declared->facets) {
    facets.push_back(FacetMaker(site, whole, facet, sorter, scope, report).run());
  }
  return facets;
}

Value facet_values(const Site& site, const Listing& whole) {
  std::vector<Value> facets;
  for (const ListingFacet& facet : whole.facets) {
    std::vector<Value> values;
    for (const FacetValue& value : facet.values) {
      values.push_back(make_dict({{"value", Value::string(value.slug)},
                                  {"label", Value::string(value.label)},
                                  {"count", Value(static_cast<std::int64_t>(value.places.size()))},
                                  {"url", Value::string(value.url)},
                                  {"entry", value.record ? Value::lend(*site.records[*value.record].data) : Value()}}));
    }
    facets.push_back(make_dict({{"name", Value::string(facet.declared->name)},
                                {"label", Value::string(facet.declared->label)},
                                {"values", Value::list(std::move(values))}}));
  }
  return Value::list(std::move(facets));
}

std::string facet_data_url(const Listing& whole) { return whole.url + "facets.json"; }

std::string facet_title(const Listing& whole, const ListingFacet& facet, const FacetValue& value, EntryScope& scope,
                        Report& report) {
  const std::string plain = whole.title + ": " + value.label;
  if (!facet.declared->title) return plain;
  const Value label = Value::view(value.label);
  return facet.declared->title->render(scope.of_value(label), whole.kind->file, report).value_or(plain);
}

}  // namespace katern::model
