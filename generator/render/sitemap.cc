#include "render/sitemap.h"

#include <algorithm>
#include <string>

#include "xml/writer.h"

namespace katern::render {
namespace {

constexpr std::size_t kUrlsPerFile = 50'000;
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

struct Location {
  std::string url;
  std::string changed;  ///< ISO date; empty where it is not known
};

std::string changed_on(const schema::Record& record) {
  const Value entry = Value::lend(*record.data);
  for (const char* name : {"updated", "date"}) {
    const Value date = entry.get(name);
    if (date.is_date()) return iso(date.as_date());
    if (date.is_datetime()) return iso(local_date(date.as_datetime()));
  }
  return {};
}

// The entries of a facet's value are all in the whole listing; search engines need not be sent there as well.
bool is_facet(const model::Site& site, const Page& page) {
  return page.kind == Page::Kind::listing && site.listings[site.listing_pages[page.index].listing].facet;
}

std::vector<Location> locations(const model::Site& site, const Addresses& addresses, const std::vector<Page>& pages) {
  std::vector<Location> all;
  all.reserve(pages.size());
  for (const Page& page : pages) {
    if (page.kind == Page::Kind::not_found || page.kind == Page::Kind::moved) continue;
    if (is_facet(site, page)) continue;
    const bool entry = page.kind == Page::Kind::entry;
    all.push_back({addresses.absolute(page.url), entry ? changed_on(site.records[page.index]) : std::string()});
  }
  std::sort(all.begin(), all.end(), [](const Location& a, const Location& b) { return a.url < b.url; });
  return all;
}

std::string url_set(const Location* first, const Location* last) {
  std::string out;
  xml::Writer xml(out);
  xml.open("urlset", {{"xmlns", kNamespace}});
  for (; first != last; ++first) {
    xml.open("url");
    xml.element("loc", first->url);
    if (!first->changed.empty()) xml.element("lastmod", first->changed);
    xml.close();
  }
  xml.close();
  return out;
}

}  // namespace

void write_sitemap(const model::Site& site, const Addresses& addresses, const std::vector<Page>& pages,
                   OutputSink& sink) {
  const std::vector<Location> all = locations(site, addresses, pages);
  const Location* const begin = all.data();
  if (all.size() <= kUrlsPerFile) return sink.put("sitemap.xml", url_set(begin, begin + all.size()));
  std::string out;
  xml::Writer index(out);
  index.open("sitemapindex", {{"xmlns", kNamespace}});
  for (std::size_t from = 0, number = 1; from < all.size(); from += kUrlsPerFile, ++number) {
    const std::string name = "sitemap-" + std::to_string(number) + ".xml";
    sink.put(name, url_set(begin + from, begin + std::min(from + kUrlsPerFile, all.size())));
    index.open("sitemap");
    index.element("loc", addresses.absolute(name));
    index.close();
  }
  index.close();
  sink.put("sitemap.xml", out);
}

}  // namespace katern::render
