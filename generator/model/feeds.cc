#include "model/feeds.h"

#include <algorithm>
#include <utility>

#include "model/builtins.h"
#include "model/inverses.h"

namespace katern::model {
namespace {

using schema::Kind;
using schema::Record;

constexpr const char* kFile = "feed.xml";

class FeedMaker {
 public:
  FeedMaker(const Site& site, EntryScope& scope, Report& report) : site_(site), fed_(site.records.size()) {
    for (std::size_t i = 0; i < site.records.size(); ++i) fed_[i] = may_be_fed(i, scope, report);
  }

  std::vector<Feed> run(const schema::Schema& schema) {
    std::vector<std::size_t> all;
    for (const auto& kind : schema.kinds()) {
      if (!kind->feed) continue;
      const std::vector<std::size_t> records = of_kind(*kind);
      all.insert(all.end(), records.begin(), records.end());
      add(feed_url(*kind, site_.prefix), kind->main_listing()->title + " – " + site_.settings.title,
          site_.prefix + kind->main_listing()->url, records);
    }
    if (!feeds_.empty()) {
      add(site_.prefix + "/" + kFile, site_.settings.title, site_.prefix + "/", std::move(all));
      std::rotate(feeds_.begin(), feeds_.end() - 1, feeds_.end());
    }
    for (const Listing& listing : site_.listings) add_listing_feed(listing);
    for (std::size_t i = 0; i < site_.records.size(); ++i) add_entry_feed(i);
    return std::move(feeds_);
  }

 private:
  std::vector<std::size_t> of_kind(const Kind& kind) const {
    const auto records = site_.by_kind.find(kind.name);
    return records == site_.by_kind.end() ? std::vector<std::size_t>() : records->second;
  }

  void add_listing_feed(const Listing& listing) {
    const std::string url = feed_url(listing, site_.prefix);
    // The feed of the kind stands at the same address, and has been made.
    if (url.empty() || url == feed_url(*listing.kind, site_.prefix)) return;
    add(url, listing.title + " – " + site_.settings.title, listing.url, listing.records);
  }

  void add_entry_feed(std::size_t index) {
    const Record& record = site_.records[index];
    const std::string& url = site_.urls[index];
    if (record.kind->entry_feeds.empty() || url.empty()) return;
    std::vector<std::size_t> records;
    for (const std::string& inverse : record.kind->entry_feeds) {
      const Value list = Value::lend(*record.data).get(Name(inverse));
      for (std::size_t i = 0; i < list.size(); ++i) {
        records.push_back(*site_.index_of(entry_of(list.at(i)).as_object()));
      }
    }
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
    const Value& title = slot_of(std::as_const(*record.data), Builtin::title);
    const std::string name(title.is_string() ? title.as_string() : std::string_view(record.slug));
    add(url + kFile, name + " – " + site_.settings.title, url, std::move(records));
  }

  // An item of a feed needs a page to lead to and a date, and its kind must not keep it out.
  bool may_be_fed(std::size_t index, EntryScope& scope, Report& report) const {
    const Record& record = site_.records[index];
    if (site_.urls[index].empty() || !day_of(date(index))) return false;
    if (!record.kind->feed_if) return true;
    const auto value = record.kind->feed_if->evaluate(scope.of(*record.data), record.path, report);
    return value && value->truthy();
  }

  // Newest first.
  void add(std::string url, std::string title, std::string page_url, std::vector<std::size_t> records) {
    std::erase_if(records, [&](std::size_t index) { return !fed_[index]; });
    std::sort(records.begin(), records.end(), [&](std::size_t a, std::size_t b) {
      const auto first = clock_seconds(date(a));
      const auto second = clock_seconds(date(b));
      return first != second ? first > second : site_.urls[a] < site_.urls[b];
    });
    records.resize(std::min(records.size(), site_.settings.feed_items));
    feeds_.push_back({std::move(url), std::move(title), std::move(page_url), std::move(records)});
  }

  const Value& date(std::size_t index) const {
    return slot_of(std::as_const(*site_.records[index].data), Builtin::date);
  }

  const Site& site_;
  std::vector<bool> fed_;  ///< by record
  std::vector<Feed> feeds_;
};

}  // namespace

std::string feed_url(const Kind& kind, std::string_view prefix) {
  if (!kind.feed || kind.main_listing() == nullptr) return {};
  return std::string(prefix) + kind.main_listing()->url + kFile;
}

std::string feed_url(const Listing& listing, std::string_view prefix) {
  if (listing.facet) return {};
  if (listing.declared->feed) return listing.url + kFile;
  return listing.declared == listing.kind->main_listing() ? feed_url(*listing.kind, prefix) : std::string();
}

std::vector<Feed> make_feeds(const schema::Schema& schema, const Site& site, EntryScope& scope, Report& report) {
  return FeedMaker(site, scope, report).run(schema);
}

}  // namespace katern::model
