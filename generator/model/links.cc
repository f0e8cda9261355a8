#include "model/links.h"

#include <algorithm>
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

// What the address of an entry that could not be read would be is not known, but it commonly ends in the file's name.
bool may_be_faulty(const Site& site, std::string_view address) {
  while (address.ends_with('/')) address.remove_suffix(1);
  const std::string file = std::string(address.substr(address.rfind('/') + 1)) + ".md";
  return std::any_of(site.faulty_paths.begin(), site.faulty_paths.end(),
                     [&](const std::string& path) { return path.ends_with('/' + file); });
}

LinkTarget to_site_path(const Site& site, const parse::Link& link) {
  std::string url = site.prefix + link.target;
  if (const auto record = site.index_of_url(url)) {
    return {LinkTarget::Kind::entry, with_fragment(std::move(url), link.fragment), *record, link.target};
  }
  if (site.has_page(url) || site.has_file(url)) {
    return {LinkTarget::Kind::page, with_fragment(std::move(url), link.fragment), 0, link.target};
  }
  return {may_be_faulty(site, link.target) ? LinkTarget::Kind::faulty : LinkTarget::Kind::nothing, {}, 0, link.target};
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
  const Kind kind = site.is_hidden(*path) ? Kind::hidden : site.is_faulty(*path) ? Kind::faulty : Kind::nothing;
  return {kind, {}, 0, std::move(*path)};
}

}  // namespace katern::model
