#include "model/links.h"

#include <utility>

#include "files/path.h"
#include "text/escape.h"

namespace katern::model {
namespace {

std::string with_fragment(std::string url, std::string_view fragment) {
  if (fragment.empty()) return url;
  url += '#';
  text::append_path_segment(url, fragment);
  return url;
}

LinkTarget to_site_path(const Site& site, const parse::Link& link) {
  std::string url = site.prefix + link.target;
  if (site.has_page(url)) return {LinkTarget::Kind::page, with_fragment(std::move(url), link.fragment), 0, link.target};
  return {LinkTarget::Kind::nothing, {}, 0, link.target};
}

}  // namespace

LinkTarget resolve_link(const Site& site, std::string_view from, const parse::Link& link) {
  using Kind = LinkTarget::Kind;
  if (link.external) return {Kind::external, link.target, 0, {}};
  if (link.target.empty()) return {Kind::same_page, with_fragment({}, link.fragment), 0, {}};
  if (link.target.front() == '/') return to_site_path(site, link);
  auto path = files::join_relative(from, link.target);
  if (!path || !path->starts_with("content/")) return {Kind::outside, {}, 0, link.target};
  if (const auto record = site.index_of_path(*path)) {
    const std::string& url = site.urls[*record];
    if (url.empty()) return {Kind::no_page, {}, *record, std::move(*path)};
    return {Kind::entry, with_fragment(url, link.fragment), *record, std::move(*path)};
  }
  if (const Media* media = site.media_at(*path))
    return {Kind::media, with_fragment(media->url, link.fragment), 0, *path};
  return {site.is_hidden(*path) ? Kind::hidden : Kind::nothing, {}, 0, std::move(*path)};
}

}  // namespace katern::model
