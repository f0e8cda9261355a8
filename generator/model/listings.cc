#include "model/listings.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace katern::model {
namespace {

using schema::Record;

std::vector<std::size_t> filtered(const schema::Listing& listing, std::span<const Record> records,
                                  std::span<const std::size_t> of_kind, EntryScope& scope, Report& report) {
  std::vector<std::size_t> kept;
  for (const std::size_t index : of_kind) {
    const Record& record = records[index];
    if (listing.filter) {
      const auto value = listing.filter->evaluate(scope.of(*record.data), record.path, report);
      if (!value || !value->truthy()) continue;
    }
    kept.push_back(index);
  }
  return kept;
}

std::string url_of(const schema::Listing& listing, std::string_view prefix, std::size_t number) {
  std::string url = std::string(prefix) + listing.url;
  if (number > 1) url += "pagina/" + std::to_string(number) + "/";
  return url;
}

}  // namespace

std::vector<ListingPage> make_listings(const schema::Kind& kind, std::span<const Record> records,
                                       std::span<const std::size_t> of_kind, std::string_view prefix, Sorter& sorter,
                                       EntryScope& scope, Addresses& addresses, Report& report) {
  std::vector<ListingPage> pages;
  for (const schema::Listing& listing : kind.listings) {
    std::vector<std::size_t> all = filtered(listing, records, of_kind, scope, report);
    if (!listing.sort.empty()) all = sorter.sorted(records, std::move(all), listing.sort);
    const std::size_t per_page = listing.per_page > 0 ? listing.per_page : std::max<std::size_t>(all.size(), 1);
    const std::size_t count = std::max<std::size_t>((all.size() + per_page - 1) / per_page, 1);
    for (std::size_t number = 1; number <= count; ++number) {
      ListingPage page{&kind, &listing, url_of(listing, prefix, number), number, count, {}, all.size()};
      const std::size_t first = (number - 1) * per_page;
      const std::size_t last = std::min(first + per_page, all.size());
      for (std::size_t i = first; i < last; ++i) page.records.push_back(all[i]);
      // A page whose address is somebody else's would overwrite it.
      if (addresses.claim(page.url, Place{kind.file, listing.at, 0}, report)) pages.push_back(std::move(page));
    }
  }
  return pages;
}

}  // namespace katern::model
