#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "diagnostics/softened.h"
#include "model/aliases.h"
#include "model/attachments.h"
#include "model/builtins.h"
#include "model/calendars.h"
#include "model/change_watch.h"
#include "model/citations.h"
#include "model/cycles.h"
#include "model/facets.h"
#include "model/feeds.h"
#include "model/inverses.h"
#include "model/listings.h"
#include "model/order.h"
#include "model/references.h"
#include "model/root.h"
#include "model/site.h"
#include "model/urls.h"
#include "model/visibility.h"

namespace katern::model {
namespace {

using schema::Kind;
using schema::Record;

/// Makes one site; each step reads what the steps before it made.
class SiteBuilder {
 public:
  SiteBuilder(const schema::Schema& schema, const Options& options, Site& site, Report& report)
      : schema_(schema),
        options_(options),
        site_(site),
        report_(report),
        root_(make_root(site)),
        root_value_(Value::lend(*root_)),
        scope_(root_value_, options.today),
        sorter_(collator_, scope_, report),
        watch_(root_value_, options.today, options.drafts) {}

  void run(std::vector<Record> records, std::vector<Media> media) {
    identify(records);
    separate(std::move(records));
    resolve();
    site_.hidden.media = used_media(site_.hidden.records, same_files(media), site_.prefix);
    site_.media = used_media(site_.records, std::move(media), site_.prefix);
    attach_media(site_.records, site_.media, report_);
    for (Record& record : site_.records) set_roles(record);
    make_urls();
    put_in_order();
    claim_addresses();
    add_kinds(*root_, schema_, site_);
    make_listings(schema_, site_, sorter_, scope_, addresses_, report_);
    for (const auto& kind : schema_.kinds()) watch_.see_lists(*kind, site_.records, site_.by_kind[kind->name]);
    make_calendars(schema_, site_, scope_, report_);
    site_.citations = make_citations(site_, scope_, addresses_, report_);
    site_.feeds = make_feeds(schema_, site_, scope_, report_);
    claim_files();
    site_.aliases = make_aliases(site_.records, site_.urls, site_.prefix, addresses_, report_);
    check_hidden();
    site_.next_change = watch_.day();
    site_.root = Value::adopt(root_.release());
  }

 private:
  void identify(std::vector<Record>& records) {
    std::map<const Kind*, Value> kinds;
    for (const auto& kind : schema_.kinds()) {
      site_.kind_values.push_back(kind_value(*kind));
      kinds.emplace(kind.get(), site_.kind_values.back());
    }
    for (Record& record : records) set_identity(record, kinds.at(record.kind));
  }

  void separate(std::vector<Record> records) {
    std::vector<Record> hidden;
    for (Record& record : records) {
      const bool visible = is_visible(record, options_.today, options_.drafts, scope_, report_);
      watch_.see_entry(record);
      (visible ? site_.records : hidden).push_back(std::move(record));
    }
    check_slugs(site_.records, hidden, report_);
    for (Record& record : hidden) {
      hidden_.push_back({record.kind, record.slug, record.path});
      site_.hidden_paths.push_back(record.path);
      if (!is_over(record, options_.today)) site_.hidden.records.push_back(std::move(record));
    }
    std::sort(site_.hidden_paths.begin(), site_.hidden_paths.end());
    site_.faulty_paths = options_.unreadable;
    std::sort(site_.faulty_paths.begin(), site_.faulty_paths.end());
  }

  void resolve() {
    for (Record& record : site_.records) {
      if (!record.kind->title_follows_references) set_title(record, scope_, report_);
    }
    Report of_hidden;
    check_references(site_.hidden.records, site_.records, hidden_, options_.unreadable, of_hidden);
    report_.merge(softened(of_hidden));
    relations_ = resolve_references(site_.records, hidden_, options_.unreadable, report_);
    check_cycles(site_.records, relations_, report_);
    for (Record& record : site_.records) {
      if (record.kind->title_follows_references) set_title(record, scope_, report_);
    }
  }

  void make_urls() {
    for (const Record& record : site_.records) {
      site_.urls.push_back(make_url(record, site_.prefix, scope_, report_));
      const std::string& url = site_.urls.back();
      if (!url.empty()) slot_of(*record.data, Builtin::permalink) = Value::string(url);
    }
  }

  // Sort keys may count what refers to an entry, and the lists of those are in this very order: so they are filled
  // twice.
  void put_in_order() {
    std::vector<std::size_t> rank(site_.records.size());
    std::iota(rank.begin(), rank.end(), std::size_t{0});
    fill_inverses(site_.records, relations_, {}, rank, site_.empty_list);
    const std::vector<std::size_t> order = ordered();
    for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    const std::vector<std::string> keys = inverse_keys(site_.records, relations_, sorter_, scope_);
    fill_inverses(site_.records, relations_, keys, rank, site_.empty_list);
    watch_.see_inverses(site_.records, relations_);
    relations_ = {};
    rearrange(order);
  }

  std::vector<std::size_t> ordered() {
    std::map<std::string_view, std::vector<std::size_t>> by_kind;
    for (std::size_t i = 0; i < site_.records.size(); ++i) by_kind[site_.records[i].kind->name].push_back(i);
    std::vector<std::size_t> order;
    for (auto& [name, indexes] : by_kind) {
      const Kind& kind = *site_.records[indexes.front()].kind;
      for (const std::size_t index : sorter_.sorted(site_.records, std::move(indexes), kind.sort)) {
        order.push_back(index);
      }
    }
    return order;
  }

  void rearrange(const std::vector<std::size_t>& order) {
    std::vector<Record> records;
    std::vector<std::string> urls;
    records.reserve(order.size());
    urls.reserve(order.size());
    for (const std::size_t index : order) {
      records.push_back(std::move(site_.records[index]));
      urls.push_back(std::move(site_.urls[index]));
    }
    site_.records = std::move(records);
    site_.urls = std::move(urls);
  }

  void claim_addresses() {
    for (const char* page : {"/", "/404.html"}) addresses_.claim(site_.prefix + page, site_file_, report_);
    for (const char* file : {"/sitemap.xml", "/robots.txt"}) claim_file(site_.prefix + file, site_file_);
    addresses_.claim_folder(site_.prefix + "/assets/", Place{"themes/" + site_.settings.theme, {}, 0});
    if (const std::string& guide = site_.settings.field_guide; !guide.empty()) {
      const std::string url = site_.prefix + guide;
      addresses_.claim(url, Place{"content/site.yaml", site_.settings.field_guide_at, 0}, report_);
      site_.page_urls.insert(url);
    }
    std::set<std::pair<const Kind*, std::string_view>> slugs;
    for (std::size_t i = 0; i < site_.records.size(); ++i) {
      const Record& record = site_.records[i];
      site_.by_kind[record.kind->name].push_back(i);
      site_.record_by_path.emplace(record.path, i);
      site_.record_by_data.emplace(record.data.get(), i);
      // Entries of a kind that share a slug have been told so; that they share an address follows.
      if (site_.urls[i].empty() || !slugs.emplace(record.kind, record.slug).second) continue;
      if (!addresses_.claim(site_.urls[i], place_of(record), report_)) continue;
      site_.page_urls.insert(site_.urls[i]);
      site_.record_by_url.emplace(site_.urls[i], i);
    }
    site_.page_urls.insert(site_.prefix + "/");
  }

  // What stands beside the pages; and last what editors put there, so that a finding is about their file.
  void claim_files() {
    for (const Feed& feed : site_.feeds) claim_file(feed.url, site_file_);
    for (const Calendar& calendar : site_.calendars) claim_file(calendar.url, site_file_);
    for (const Event& event : site_.events) {
      if (!event.calendar.empty()) claim_file(event.calendar, site_file_);
    }
    for (const Listing& listing : site_.listings) {
      if (!listing.facets.empty()) claim_file(facet_data_url(listing), site_file_);
    }
    for (const Media& media : site_.media) claim_file(media.url, Place{media.path, {}, 0});
  }

  void claim_file(const std::string& url, const Place& owner) {
    addresses_.claim(url, owner, report_);
    site_.file_urls.insert(url);
  }

  // What is wrong with an entry that waits for its day would else come out on that day.
  void check_hidden() {
    Report findings;
    for (Record& record : site_.hidden.records) {
      if (record.incomplete) continue;
      set_title(record, scope_, findings);
      set_roles(record);
    }
    attach_media(site_.hidden.records, site_.hidden.media, findings);
    check_aliases(site_.hidden.records, site_.prefix, addresses_, findings);
    report_.merge(softened(findings));
  }

  static std::vector<Media> same_files(std::span<const Media> media) {
    std::vector<Media> same;
    for (const Media& file : media) same.push_back({file.path, {}, file.bytes, file.picture});
    return same;
  }

  const Place site_file_{"content/site.yaml", {}, 0};
  const schema::Schema& schema_;
  const Options& options_;
  Site& site_;
  Report& report_;
  std::unique_ptr<Dict> root_;
  Value root_value_;
  EntryScope scope_;
  text::Collator collator_;
  Sorter sorter_;
  ChangeWatch watch_;
  Addresses addresses_;
  std::vector<HiddenEntry> hidden_;
  std::vector<Relation> relations_;
};

}  // namespace

Site build_site(const schema::Schema& schema, schema::Settings settings, Value data, std::vector<Record> records,
                std::vector<Media> media, const Options& options, Report& report) {
  Site site;
  site.settings = std::move(settings);
  if (!options.base_url.empty()) site.settings.base_url = options.base_url;
  site.prefix = prefix_of(site.settings.base_url);
  site.today = options.today;
  site.data = std::move(data);
  site.field_guide = options.field_guide;
  site.empty_list = Value::list({});
  SiteBuilder(schema, options, site, report).run(std::move(records), std::move(media));
  return site;
}

}  // namespace katern::model
