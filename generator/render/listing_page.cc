#include <algorithm>
#include <set>
#include <utility>

#include "model/feeds.h"
#include "render/renderer.h"
#include "text/words.h"
#include "value/dict.h"

namespace katern::render {
namespace {

using model::Listing;
using model::ListingPage;

Value number(std::size_t value) { return {static_cast<std::int64_t>(value)}; }

Value text_or_none(std::string text) { return text.empty() ? Value() : Value::string(text); }

Value items(const model::Site& site, const Listing& listing, std::size_t first, std::size_t last) {
  std::vector<Value> values;
  values.reserve(last - first);
  for (std::size_t i = first; i < last; ++i) values.push_back(Value::lend(*site.records[listing.records[i]].data));
  return Value::list(std::move(values));
}

// The groups of which entries are on the page.
Value groups(const model::Site& site, const Listing& listing, const ListingPage& page) {
  std::vector<Value> values;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < listing.groups.size(); ++i) {
    const model::ListingGroup& group = listing.groups[i];
    const std::size_t end = i + 1 < listing.groups.size() ? listing.groups[i + 1].first : listing.records.size();
    const std::size_t first = std::max(group.first, page.first);
    const std::size_t last = std::min(end, page.last);
    if (first >= last) continue;
    const std::string slug = text::slugify(group.label);
    std::string id = "group-" + (slug.empty() ? std::to_string(i + 1) : slug);
    if (!ids.insert(id).second) ids.insert(id += "-" + std::to_string(i + 1));
    values.push_back(make_dict({{"label", Value::view(group.label)},
                                {"id", Value::string(id)},
                                {"continued", Value(group.first < page.first)},
                                {"total", number(end - group.first)},
                                {"items", items(site, listing, first, last)}}));
  }
  return Value::list(std::move(values));
}

// What the page is a part of: `{title, url, total}`.
Value summary(const Listing& listing) {
  return make_dict({{"title", Value::view(listing.title)},
                    {"url", Value::view(listing.url)},
                    {"total", number(listing.records.size())}});
}

}  // namespace

bool Renderer::render_listing(const Page& page, std::string& out, Report& report) const {
  const ListingPage& shown = site_.listing_pages[page.index];
  const Listing& listing = site_.listings[shown.listing];
  const Listing& whole = site_.listings[listing.whole];
  const Value kind = kind_of(*listing.kind);
  const auto neighbour = [&](bool there, std::size_t index) {
    return there ? Value::view(site_.listing_pages[index].url) : Value();
  };
  const Value facets = whole.facet_values.borrow();
  const Value facet = listing.facet ? facets.at(*listing.facet) : Value();
  const Value term = listing.term ? Value::lend(*site_.records[*listing.term].data) : Value();
  const bool main = whole.declared == whole.kind->main_listing();
  Value values = make_dict({{"title", Value::view(listing.title)},
                            {"url", Value::view(listing.url)},
                            {"items", items(site_, listing, shown.first, shown.last)},
                            {"groups", groups(site_, listing, shown)},
                            {"number", number(shown.number)},
                            {"count", number(shown.count)},
                            {"total", number(listing.records.size())},
                            {"previous", neighbour(shown.number > 1, page.index - 1)},
                            {"next", neighbour(shown.number < shown.count, page.index + 1)},
                            {"feed", text_or_none(model::feed_url(listing, site_.prefix))},
                            {"calendar", main && !listing.facet ? kind.get("calendar") : Value()},
                            {"term", term},
                            {"facets", facets},
                            {"facet", facet},
                            {"value", listing.facet ? facet.get("values").at(listing.value) : Value()},
                            {"whole", summary(whole)},
                            {"data", facet_data_url(whole)}});
  Value variables = make_dict({{"listing", std::move(values)},
                               {"url", Value::view(page.url)},
                               {"title", Value::view(listing.title)},
                               {"kind", kind},
                               {"breadcrumbs", crumbs_to(listing)}});
  return render_template(listing.declared->template_name, std::move(variables), page.url, out, report);
}

// Outermost first: a facet's value stands below the whole listing, a term's listing below the term.
Value Renderer::crumbs_to(const Listing& listing) const {
  std::vector<Value> crumbs{home_crumb()};
  const auto add = [&](const Value& title, const Value& url) {
    if (url.truthy()) crumbs.push_back(make_dict({{"title", title}, {"url", url}}));
  };
  if (listing.facet) {
    const Listing& whole = site_.listings[listing.whole];
    add(Value::view(whole.title), Value::view(whole.url));
  } else if (listing.term) {
    const schema::Record& term = site_.records[*listing.term];
    const Value entry = Value::lend(*term.data);
    if (const schema::Listing* main = term.kind->main_listing()) {
      add(Value::view(main->title), kind_of(*term.kind).get("url"));
    }
    add(entry.get("title"), entry.get("permalink"));
  }
  return Value::list(std::move(crumbs));
}

Value Renderer::listings_of(std::size_t record) const {
  const auto found = site_.listings_of_term.find(record);
  if (found == site_.listings_of_term.end()) return Value::list({});
  std::vector<Value> values;
  for (const std::size_t index : found->second) {
    const Listing& listing = site_.listings[index];
    values.push_back(make_dict({{"title", Value::view(listing.title)},
                                {"url", Value::view(listing.url)},
                                {"total", number(listing.records.size())},
                                {"kind", Value::view(listing.kind->name)}}));
  }
  return Value::list(std::move(values));
}

}  // namespace katern::render
