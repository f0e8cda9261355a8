#include "model/listings.h"

#include <algorithm>
#include <map>
#include <utility>

#include "model/builtins.h"
#include "model/facets.h"
#include "model/groups.h"
#include "schema/web_names.h"

namespace katern::model {
namespace {

using schema::Kind;
using schema::Record;

class ListingMaker {
 public:
  ListingMaker(Site& site, Sorter& sorter, EntryScope& scope, Addresses& addresses, Report& report)
      : site_(site), sorter_(sorter), scope_(scope), addresses_(addresses), report_(report) {}

  void run(const Kind& kind) {
    for (const schema::Listing& declared : kind.listings) {
      Listing all{&kind, &declared, site_.prefix + declared.url, declared.title, records_of(kind, declared), {}, {}};
      all.groups = make_groups(site_, declared, kind, all.records, sorter_, scope_, report_);
      if (declared.per) {
        add_terms(all);
      } else {
        add_whole(std::move(all));
      }
    }
  }

 private:
  std::vector<std::size_t> records_of(const Kind& kind, const schema::Listing& declared) {
    std::vector<std::size_t> kept;
    for (const std::size_t index : site_.by_kind[kind.name]) {
      const Record& record = site_.records[index];
      if (declared.filter) {
        const auto value = declared.filter->evaluate(scope_.of(*record.data), record.path, report_);
        if (!value || !value->truthy()) continue;
      }
      kept.push_back(index);
    }
    if (declared.sort.empty()) return kept;
    return sorter_.sorted(site_.records, std::move(kept), declared.sort);
  }

  void add_whole(Listing whole) {
    const std::size_t index = site_.listings.size();
    whole.whole = index;
    whole.facets = make_facets(site_, whole, sorter_, scope_, report_);
    whole.facet_values = facet_values(site_, whole);
    add(std::move(whole));
    for (std::size_t facet = 0; facet < site_.listings[index].facets.size(); ++facet) {
      for (std::size_t value = 0; value < site_.listings[index].facets[facet].values.size(); ++value) {
        add_value(index, facet, value);
      }
    }
  }

  void add_value(std::size_t whole_index, std::size_t facet, std::size_t value) {
    const Listing& whole = site_.listings[whole_index];
    const FacetValue& shown = whole.facets[facet].values[value];
    Listing part = part_of(whole, shown.places);
    part.url = shown.url;
    part.title = facet_title(whole, whole.facets[facet], shown, scope_, report_);
    part.whole = whole_index;
    part.facet = facet;
    part.value = value;
    part.term = shown.record;
    add(std::move(part));
  }

  static Listing part_of(const Listing& all, const std::vector<std::size_t>& places) {
    Listing part{all.kind, all.declared, {}, {}, {}, groups_of(all.groups, places), {}};
    part.records.reserve(places.size());
    for (const std::size_t place : places) part.records.push_back(all.records[place]);
    return part;
  }

  void add_terms(const Listing& all) {
    std::map<std::size_t, std::vector<std::size_t>> places_of;  // term → places in the listing, in order
    for (std::size_t place = 0; place < all.records.size(); ++place) {
      for (const std::size_t term : terms_of(all, site_.records[all.records[place]])) {
        std::vector<std::size_t>& places = places_of[term];
        if (places.empty() || places.back() != place) places.push_back(place);
      }
    }
    for (const auto& [term, places] : places_of) add_term(all, term, places);
  }

  std::vector<std::size_t> terms_of(const Listing& all, const Record& record) {
    const auto value = all.declared->per->evaluate(scope_.of(*record.data), record.path, report_);
    std::vector<std::size_t> terms;
    if (!value) return terms;
    const auto add_one = [&](const Value& term) {
      if (term.is_none() || term.is_undefined()) return;
      const auto index = term.is_object() ? site_.index_of(term.as_object()) : std::nullopt;
      if (index) {
        terms.push_back(*index);
      } else {
        report_.add(Diagnostic(Code::listing_term_unfit, place_of(all)).with("path", record.path));
      }
    };
    if (!value->is_list()) add_one(*value);
    for (std::size_t i = 0; value->is_list() && i < value->size(); ++i) add_one(value->at(i));
    return terms;
  }

  void add_term(const Listing& all, std::size_t term, const std::vector<std::size_t>& places) {
    const Record& record = site_.records[term];
    if (!all.declared->term_url) return;
    const auto path = all.declared->term_url->render(scope_.of(*record.data), record.path, report_);
    if (!path) return;
    if (!schema::is_site_path(*path) || !path->ends_with('/')) {
      report_.add(
          Diagnostic(Code::url_invalid, model::place_of(record)).with("url", *path).with("kind", all.kind->file));
      return;
    }
    Listing part = part_of(all, places);
    part.url = site_.prefix + *path;
    part.title = term_title(all, record);
    part.whole = site_.listings.size();
    part.facet_values = Value::list({});
    part.term = term;
    add(std::move(part));
  }

  std::string term_title(const Listing& all, const Record& term) {
    if (all.declared->term_title) {
      if (auto title = all.declared->term_title->render(scope_.of(*term.data), term.path, report_)) return *title;
    }
    const Value& title = slot_of(std::as_const(*term.data), Builtin::title);
    return all.title + ": " + std::string(title.is_string() ? title.as_string() : std::string_view(term.slug));
  }

  static Place place_of(const Listing& listing) { return {listing.kind->file, listing.declared->at, 0}; }

  // Its pages as well.
  void add(Listing listing) {
    const std::size_t index = site_.listings.size();
    const std::size_t total = listing.records.size();
    const std::size_t wanted = listing.declared->per_page;
    const std::size_t per_page = wanted > 0 ? wanted : std::max<std::size_t>(total, 1);
    const std::size_t count = std::max<std::size_t>((total + per_page - 1) / per_page, 1);
    for (std::size_t number = 1; number <= count; ++number) {
      const std::size_t first = (number - 1) * per_page;
      ListingPage page{index, listing.url, number, count, first, std::min(first + per_page, total)};
      if (number > 1) page.url += "pagina/" + std::to_string(number) + "/";
      // A page whose address is somebody else's would overwrite it; that is an error, so that nothing is published.
      if (!addresses_.claim(page.url, place_of(listing), report_)) continue;
      site_.page_urls.insert(page.url);
      site_.listing_pages.push_back(std::move(page));
    }
    if (listing.term) site_.listings_of_term[*listing.term].push_back(index);
    site_.listings.push_back(std::move(listing));
  }

  Site& site_;
  Sorter& sorter_;
  EntryScope& scope_;
  Addresses& addresses_;
  Report& report_;
};

}  // namespace

void make_listings(const schema::Schema& schema, Site& site, Sorter& sorter, EntryScope& scope, Addresses& addresses,
                   Report& report) {
  ListingMaker maker(site, sorter, scope, addresses, report);
  for (const auto& kind : schema.kinds()) maker.run(*kind);
}

}  // namespace katern::model
