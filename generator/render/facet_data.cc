#include "render/facet_data.h"

#include <utility>
#include <vector>

#include "model/facets.h"
#include "value/dict.h"
#include "value/json.h"

namespace katern::render {
namespace {

Value number(std::size_t value) { return {static_cast<std::int64_t>(value)}; }

Value facet_names(const model::Listing& whole) {
  std::vector<Value> facets;
  for (const model::ListingFacet& facet : whole.facets) {
    std::vector<Value> values;
    for (const model::FacetValue& value : facet.values) values.push_back(Value::view(value.slug));
    facets.push_back(
        make_dict({{"name", Value::view(facet.declared->name)}, {"values", Value::list(std::move(values))}}));
  }
  return Value::list(std::move(facets));
}

Value entries(const model::Listing& whole) {
  std::vector<std::vector<std::vector<Value>>> found(whole.records.size(),
                                                     std::vector<std::vector<Value>>(whole.facets.size()));
  for (std::size_t facet = 0; facet < whole.facets.size(); ++facet) {
    const std::vector<model::FacetValue>& values = whole.facets[facet].values;
    for (std::size_t value = 0; value < values.size(); ++value) {
      for (const std::size_t place : values[value].places) found[place][facet].push_back(number(value));
    }
  }
  std::vector<Value> all;
  all.reserve(found.size());
  for (auto& of_entry : found) {
    std::vector<Value> facets;
    facets.reserve(of_entry.size());
    for (auto& of_facet : of_entry) facets.push_back(Value::list(std::move(of_facet)));
    all.push_back(Value::list(std::move(facets)));
  }
  return Value::list(std::move(all));
}

}  // namespace

Value facet_data_url(const model::Listing& whole) {
  return whole.facets.empty() ? Value() : Value::string(model::facet_data_url(whole));
}

void write_facet_data(const model::Site& site, const Addresses& addresses, OutputSink& sink) {
  for (const model::Listing& listing : site.listings) {
    if (listing.facets.empty()) continue;
    const std::size_t per_page = listing.declared->per_page > 0 ? listing.declared->per_page : listing.records.size();
    const Value data = make_dict({{"url", Value::view(listing.url)},
                                  {"perPage", number(per_page)},
                                  {"facets", facet_names(listing)},
                                  {"entries", entries(listing)}});
    std::string json;
    to_json(data, json);
    json += '\n';
    sink.put(addresses.output_path(model::facet_data_url(listing)), json);
  }
}

}  // namespace katern::render
