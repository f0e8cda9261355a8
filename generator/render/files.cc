#include "render/files.h"

#include "render/calendar.h"
#include "render/facet_data.h"
#include "render/feed.h"
#include "render/sitemap.h"

namespace katern::render {
namespace {

// RFC 9309.
std::string robots(const Addresses& addresses) {
  return "User-agent: *\nAllow: /\n\nSitemap: " + addresses.absolute("sitemap.xml") + "\n";
}

}  // namespace

void write_files(const Renderer& renderer, const std::vector<Page>& pages, const Theme& theme, OutputSink& sink,
                 Report& report) {
  const Addresses& addresses = renderer.addresses();
  for (const model::Feed& feed : renderer.site().feeds) {
    sink.put(addresses.output_path(feed.url), rss(renderer, feed, report));
  }
  write_calendars(renderer, sink);
  write_facet_data(renderer.site(), addresses, sink);
  write_sitemap(renderer.site(), addresses, pages, sink);
  sink.put("robots.txt", robots(addresses));
  for (const Asset& asset : theme.assets) sink.put(asset.url.substr(1), asset.bytes);
}

}  // namespace katern::render
