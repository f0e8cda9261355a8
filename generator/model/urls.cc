#include "model/urls.h"

#include "model/builtins.h"
#include "schema/web_names.h"

namespace katern::model {
namespace {

std::string file_of(const std::string& url) { return url.ends_with('/') ? url + "index.html" : url; }

bool is_entry(const Place& place) { return place.file.ends_with(".md"); }

}  // namespace

std::string prefix_of(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  const std::size_t slash = base_url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  std::string prefix(slash == std::string_view::npos ? std::string_view() : base_url.substr(slash));
  while (prefix.ends_with('/')) prefix.pop_back();
  return prefix;
}

bool Addresses::claim(const std::string& url, const Place& owner, Report& report) {
  if (const Place* other = this->owner(url)) {
    const bool entry_had_it = is_entry(*other) && !is_entry(owner);
    const Place& told = entry_had_it ? *other : owner;
    const Place& named = entry_had_it ? owner : *other;
    report.add(Diagnostic(Code::url_doubled, told).with("url", url).with("other", shown(named)));
    return false;
  }
  const std::string file = file_of(url);
  for (std::size_t slash = file.rfind('/'); slash != file.npos && slash > 0; slash = file.rfind('/', slash - 1)) {
    if (!folders_.try_emplace(file.substr(0, slash), owner).second) break;
  }
  files_.emplace(file, owner);
  return true;
}

void Addresses::claim_folder(std::string folder, const Place& owner) {
  whole_folders_.emplace_back(std::move(folder), owner);
}

const Place* Addresses::owner(const std::string& url) const {
  const auto found_in = [](const auto& places, const std::string& path) -> const Place* {
    const auto found = places.find(path);
    return found == places.end() ? nullptr : &found->second;
  };
  const std::string file = file_of(url);
  if (const Place* owner = found_in(files_, file)) return owner;
  if (const Place* owner = found_in(folders_, file)) return owner;
  for (std::size_t slash = file.rfind('/'); slash != file.npos && slash > 0; slash = file.rfind('/', slash - 1)) {
    if (const Place* owner = found_in(files_, file.substr(0, slash))) return owner;
  }
  for (const auto& [folder, owner] : whole_folders_) {
    if (file.starts_with(folder)) return &owner;
  }
  return nullptr;
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
