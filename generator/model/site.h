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
};

/// A picture or file beside the entries that something refers to.
struct Media {
  std::string path;  ///< content/berichten/foto.jpg
  std::string url;   ///< /berichten/foto.jpg
  std::uint64_t bytes = 0;
  std::optional<read::Picture> picture;
  Value value{};  ///< what fields hold: {url, bytes}, and of a picture {url, width, height, bytes}
};

/// A page of a listing.
struct ListingPage {
  const schema::Kind* kind = nullptr;
  const schema::Listing* listing = nullptr;
  std::string url;
  std::size_t number = 1;            ///< from 1
  std::size_t count = 1;             ///< of pages
  std::vector<std::size_t> records;  ///< indexes into Site::records, in order
  std::size_t total = 0;             ///< records on all pages
};

/// A feed: of the whole site, of a kind, or of what refers to an entry.
struct Feed {
  std::string url;  ///< site path: /berichten/feed.xml
  std::string title;
  std::string page_url;              ///< site path of the page that shows the same: /berichten/
  std::vector<std::size_t> records;  ///< newest first, at most Settings::feed_items; each has a page and a date
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
  std::vector<ListingPage> listings;
  std::vector<Feed> feeds;                                               ///< the site's first
  std::vector<Media> media;                                              ///< those that are used, by path
  Value data;                                                            ///< content/data as an object by file name
  Value root;                                                            ///< what templates see as `site`
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_kind;  ///< kind → records, in order
  std::map<std::string, std::string, std::less<>> aliases;               ///< old URL → new URL
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

  std::string prefix;  ///< the path of the base URL: "/map", or empty; every URL of the site begins with it
  std::unordered_map<std::string, std::size_t> record_by_path;
  std::vector<std::string> hidden_paths;      ///< sorted
  std::vector<std::string> faulty_paths;      ///< sorted
  std::unordered_set<std::string> page_urls;  ///< of entries and listings, and the home page
  std::vector<Value> kind_values;             ///< what entries have as `kind`, kept for them
  Value empty_list;                           ///< the inverse lists that hold nothing
};

/// Resolves references and computes inverses, URLs, order, listings and visibility. Doubled slugs and URLs, references
/// to nothing, and cycles where there must be none are findings. `schema` must outlive the site.
Site build_site(const schema::Schema& schema, schema::Settings settings, Value data,
                std::vector<schema::Record> records, std::vector<Media> media, const Options& options, Report& report);

}  // namespace katern::model
