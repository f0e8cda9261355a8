#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "citations/item.h"
#include "diagnostics/report.h"
#include "read/inventory.h"
#include "read/picture.h"
#include "schema/record.h"
#include "schema/schema.h"
#include "schema/settings.h"
#include "text/date.h"

namespace katern::model {

struct Options {
  Date today;
  bool drafts = false;
  std::string base_url;  ///< replaces the one of the settings; empty: keep it
  /// Paths of entries that have errors: a reference to one of them is not called a reference to nothing.
  std::vector<std::string> unreadable{};
  Value field_guide{};  ///< for Site::field_guide
};

/// A picture or file beside the entries that something refers to.
struct Media {
  std::string path;  ///< content/berichten/foto.jpg
  std::string url;   ///< /berichten/foto.jpg
  std::uint64_t bytes = 0;
  std::optional<read::Picture> picture;
  Value value{};  ///< what fields hold: {url, bytes}, and of a picture {url, width, height, bytes}
};

/// A value of a facet, and which entries of the listing have it.
struct FacetValue {
  std::string slug;  ///< in addresses and query strings; unique in the facet
  std::string label;
  std::string url;                    ///< site path of the first page of those that have it
  std::vector<std::size_t> places;    ///< into Listing::records, in order; never empty
  std::optional<std::size_t> record;  ///< where the value is an entry
};

struct ListingFacet {
  const schema::Facet* declared = nullptr;
  std::vector<FacetValue> values;  ///< in the order that the facet declares
};

/// The entries from `first` on, up to the next group.
struct ListingGroup {
  std::string label;  ///< may be empty
  std::size_t first = 0;
};

/// A listing as it stands on the site: all that a kind declares to be in it (a whole one), what belongs to a term, or
/// those with one value of a facet.
struct Listing {
  const schema::Kind* kind = nullptr;
  const schema::Listing* declared = nullptr;
  std::string url;  ///< site path of the first page
  std::string title;
  std::vector<std::size_t> records;    ///< indexes into Site::records, in order
  std::vector<ListingGroup> groups;    ///< in order; empty where it is not grouped
  std::vector<ListingFacet> facets;    ///< of a whole one
  Value facet_values{};                ///< the facets as templates see them; of a whole one
  std::size_t whole = 0;               ///< index into Site::listings: itself, or the one that this has a value of
  std::optional<std::size_t> facet{};  ///< index into the whole's facets, and `value` into that one's values
  std::size_t value = 0;
  std::optional<std::size_t> term{};  ///< the entry that it belongs to, or that is the facet's value
};

/// A page of a listing.
struct ListingPage {
  std::size_t listing = 0;  ///< index into Site::listings
  std::string url;
  std::size_t number = 1;  ///< from 1
  std::size_t count = 1;   ///< of pages
  std::size_t first = 0;   ///< into Listing::records, as is `last`, which is not on the page any more
  std::size_t last = 0;
};

/// An entry as an event of a calendar, by what its kind's `calendar` says.
struct Event {
  std::size_t record = 0;
  std::string calendar;  ///< site path of its own calendar; empty where the entry has no page
  bool all_day = false;
  Date first;  ///< of an event of whole days, as is `last`, which is its last day
  Date last;
  DateTime start;               ///< of any other event
  std::optional<DateTime> end;  ///< not before the start
  std::string summary;
  std::string description;
  std::string location;
  std::string status;  ///< as RFC 5545 writes it: CONFIRMED, TENTATIVE or CANCELLED; may be empty
  std::string url;     ///< a site path or an absolute URL; may be empty
};

/// All events of a kind.
struct Calendar {
  std::string url;  ///< site path: /evenementen/agenda.ics
  std::string title;
  std::vector<std::size_t> events;  ///< indexes into Site::events, by start
};

/// A feed: of the whole site, of a kind, or of what refers to an entry.
struct Feed {
  std::string url;  ///< site path: /berichten/feed.xml
  std::string title;
  std::string page_url;              ///< site path of the page that shows the same: /berichten/
  std::vector<std::size_t> records;  ///< newest first, at most Settings::feed_items; each has a page and a date
};

/// What is not visible but may still become so, to be checked in time. Its references are not resolved, and nothing of
/// it may reach a page.
struct HiddenPart {
  std::vector<schema::Record> records;
  std::vector<Media> media;  ///< those that these use, by path

  const Media* media_at(std::string_view path) const;
};

/// Everything that will be published, resolved. Immutable once made; lends its values to every thread.
/// Only what is visible is in it: drafts, entries that are not yet or no longer to be published, and those whose kind
/// says that they are not visible are left out of lists, relations, URLs and counts.
class Site {
 public:
  Site() = default;
  /// Moving a site leaves every value that it lent valid.
  Site(Site&&) = default;
  Site& operator=(Site&&) = default;

  schema::Settings settings;
  Date today;
  std::vector<schema::Record> records;  ///< visible ones, by kind and then in the kind's order
  std::vector<std::string> urls;        ///< by record; empty where the kind has no page
  std::vector<Listing> listings;
  std::vector<ListingPage> listing_pages;                                ///< those of a listing one after the other
  std::vector<Event> events;                                             ///< by record
  std::vector<Calendar> calendars;                                       ///< of kinds
  std::vector<Feed> feeds;                                               ///< the site's first
  std::vector<Media> media;                                              ///< those that are used, by path
  Value data;                                                            ///< content/data as an object by file name
  Value field_guide;                                                     ///< what guide::reference tells; or none
  Value root;                                                            ///< what templates see as `site`
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_kind;  ///< kind → records, in order
  std::map<std::string, std::string, std::less<>> aliases;               ///< old URL → new URL
  std::map<std::size_t, citations::Item> citations;  ///< how entries are cited, by record; of kinds that say how
  /// The next day on which the output changes by itself: what is visible, or what a list holds and in which order. It
  /// may be too early where finding it would take too long, but never too late; what templates make of `today` is not
  /// in it.
  std::optional<Date> next_change;

  const schema::Record* at_path(std::string_view path) const;
  std::optional<std::size_t> index_of_path(std::string_view path) const;
  const Media* media_at(std::string_view path) const;
  /// Paths of entries that exist but are not visible, so that a link to one can be told from a link to nothing.
  bool is_hidden(std::string_view path) const;
  /// Whether there is an entry at the path that could not be read, so that it is in no list here.
  bool is_faulty(std::string_view path) const;

  /// Whether a page stands at a site path: an entry, a listing or the home page.
  bool has_page(std::string_view url) const;
  /// Whether a feed, a calendar or another file stands there that is no page.
  bool has_file(std::string_view url) const;
  /// The entry whose page stands there.
  std::optional<std::size_t> index_of_url(std::string_view url) const;

  std::string prefix;  ///< the path of the base URL: "/map", or empty; every URL of the site begins with it
  /// The index of an entry's record, by what templates see of it.
  std::optional<std::size_t> index_of(const Object& entry) const;
  /// The entry as an event; null where it is none.
  const Event* event_of(std::size_t record) const;

  std::unordered_map<std::string, std::size_t> record_by_path;
  std::unordered_map<const Object*, std::size_t> record_by_data;
  std::unordered_map<std::size_t, std::vector<std::size_t>> listings_of_term;  ///< record → listings, in order
  HiddenPart hidden;                                                           ///< for checks alone
  std::vector<std::string> hidden_paths;                                       ///< sorted
  std::vector<std::string> faulty_paths;                                       ///< sorted
  std::unordered_map<std::string, std::size_t> record_by_url;
  std::unordered_set<std::string> page_urls;  ///< of entries and listings, and the home page
  std::unordered_set<std::string> file_urls;  ///< of what else the site has by address
  std::vector<Value> kind_values;             ///< what entries have as `kind`, kept for them
  Value empty_list;                           ///< the inverse lists that hold nothing
};

/// Resolves references and computes inverses, URLs, order, listings and visibility. Doubled slugs and URLs, references
/// to nothing, and cycles where there must be none are findings. `schema` must outlive the site.
Site build_site(const schema::Schema& schema, schema::Settings settings, Value data,
                std::vector<schema::Record> records, std::vector<Media> media, const Options& options, Report& report);

}  // namespace katern::model
