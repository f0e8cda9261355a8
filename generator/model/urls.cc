#include "model/urls.h"

#include "model/builtins.h"
#include "schema/web_names.h"

namespace katern::model {

std::string prefix_of(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  const std::size_t slash = base_url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  std::string prefix(slash == std::string_view::npos ? std::string_view() : base_url.substr(slash));
  while (prefix.ends_with('/')) prefix.pop_back();
  return prefix;
}

bool Addresses::claim(const std::string& url, const Place& owner, Report& report) {
  const auto [claimed, free] = owners_.try_emplace(url, owner);
  if (free) return true;
  report.add(Diagnostic(Code::url_doubled, owner).with("url", url).with("other", shown(claimed->second)));
  return false;
}

const Place* Addresses::owner(const std::string& url) const {
  const auto found = owners_.find(url);
  return found == owners_.end() ? nullptr : &found->second;
}

std::string shown(const Place& place) {
  return place.at.line == 0 ? place.file : place.file + ":" + std::to_string(place.at.line);
}

std::string make_url(const schema::Record& record, std::string_view prefix, EntryScope& scope, Report& report) {
  if (!record.kind->url) return {};
  const auto path = record.kind->url->render(scope.of(*record.data), record.path, report);
  if (!path) return {};
  if (schema::is_site_path(*path) && path->ends_with('/')) return std::string(prefix) + *path;
  report.add(Diagnostic(Code::url_invalid, place_of(record)).with("url", *path).with("kind", record.kind->file));
  return {};
}

}  // namespace katern::model
