#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/checks.h"
#include "model/links.h"
#include "schema/web_names.h"
#include "text/words.h"

namespace katern::check {
namespace {

using schema::Settings;

constexpr std::string_view kSettings = "content/site.yaml";
/// Looking for near addresses costs time, and after so many of them nobody reads on.
constexpr std::size_t kMostSearches = 20;

/// What people write of an address: without the path of the site itself.
std::string written(const model::Site& site, const std::string& url) { return url.substr(site.prefix.size()); }

std::string example(const model::Site& site) {
  const auto page = std::find_if(site.listings.begin(), site.listings.end(),
                                 [](const model::Listing& listing) { return !listing.term && !listing.facet; });
  return page == site.listings.end() ? "/" : written(site, page->url);
}

std::string nearest(const model::Site& site, std::string_view path) {
  std::vector<std::string> pages;
  for (const std::string& url : site.page_urls) pages.push_back(written(site, url));
  std::sort(pages.begin(), pages.end());
  return text::nearest(path, pages).value_or("");
}

/// Looks at addresses that are written out, where no link of Markdown stands.
class AddressChecker {
 public:
  AddressChecker(const model::Site& site, std::string_view file, Report& report)
      : site_(site), file_(file), report_(report) {}

  /// `url` may be of any sort; only site paths are looked at.
  void check(std::string_view url, Position at) {
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    if (!schema::is_site_path(path)) return;
    parse::Link link;
    link.target = path;
    if (model::resolve_link(site_, file_, link).kind != model::LinkTarget::Kind::nothing) return;
    report_.add(nothing_at(site_, url, Place{std::string(file_), at, 0}, ++searches_ <= kMostSearches));
  }

 private:
  const model::Site& site_;
  std::string_view file_;
  Report& report_;
  std::size_t searches_ = 0;
};

// The depth of recursion is that of the settings, which the YAML parser bounds.
void check_items(const std::vector<Settings::MenuItem>& items, AddressChecker& checker) {
  for (const Settings::MenuItem& item : items) {
    if (item.url_at.line > 0) checker.check(item.url, item.url_at);
    check_items(item.items, checker);
  }
}

// In the data of a component a text that is wholly a path of the site is one that its template links to.
void check_texts(const parse::Node& node, AddressChecker& checker) {
  if (node.kind == parse::Node::Kind::scalar) checker.check(node.text, node.at);
  for (const parse::Node& item : node.items) check_texts(item, checker);
  for (const parse::Node::Member& member : node.members) check_texts(member.value, checker);
}

}  // namespace

Diagnostic nothing_at(const model::Site& site, std::string_view url, Place place, bool search) {
  return Diagnostic(Code::address_to_nothing, std::move(place))
      .with("url", url)
      .with("example", example(site))
      .suggest(search ? nearest(site, url.substr(0, url.find_first_of("?#"))) : "");
}

void check_menus(const model::Site& site, Report& report) {
  AddressChecker checker(site, kSettings, report);
  check_items(site.settings.menu, checker);
  check_items(site.settings.footer, checker);
}

void check_addresses(const model::Site& site, const schema::Record& record, Report& report) {
  AddressChecker checker(site, record.path, report);
  for (const parse::Component& component : record.body.components) check_texts(component.data, checker);
}

}  // namespace katern::check
