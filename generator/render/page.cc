#include "render/page.h"

#include <algorithm>

namespace katern::render {

std::vector<Page> plan_pages(const model::Site& site, std::string_view prefix) {
  const std::string root(prefix);
  std::vector<Page> pages;
  pages.reserve(site.records.size() + site.listing_pages.size() + site.aliases.size() + 3);
  const auto taken = [&](const std::string& url) {
    return std::any_of(pages.begin(), pages.end(), [&](const Page& page) { return page.url == url; });
  };
  for (std::size_t i = 0; i < site.records.size(); ++i) {
    if (!site.urls[i].empty()) pages.push_back({Page::Kind::entry, i, site.urls[i], {}});
  }
  for (std::size_t i = 0; i < site.listing_pages.size(); ++i) {
    pages.push_back({Page::Kind::listing, i, site.listing_pages[i].url, {}});
  }
  // An entry or a listing may be the home page.
  if (!taken(root + "/")) pages.push_back({Page::Kind::home, 0, root + "/", {}});
  if (!site.settings.field_guide.empty()) {
    pages.push_back({Page::Kind::fields, 0, root + site.settings.field_guide, {}});
  }
  pages.push_back({Page::Kind::not_found, 0, root + "/404.html", {}});
  for (const auto& [from, to] : site.aliases) pages.push_back({Page::Kind::moved, 0, from, to});
  return pages;
}

}  // namespace katern::render
