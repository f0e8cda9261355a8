#include "model/site.h"

#include <algorithm>

namespace katern::model {

const schema::Record* Site::at_path(std::string_view path) const {
  const auto index = index_of_path(path);
  return index ? &records[*index] : nullptr;
}

std::optional<std::size_t> Site::index_of_path(std::string_view path) const {
  const auto found = record_by_path.find(std::string(path));
  if (found == record_by_path.end()) return std::nullopt;
  return found->second;
}

namespace {

const Media* find_media(const std::vector<Media>& media, std::string_view path) {
  const auto at = std::lower_bound(media.begin(), media.end(), path,
                                   [](const Media& m, std::string_view wanted) { return m.path < wanted; });
  return at == media.end() || at->path != path ? nullptr : &*at;
}

}  // namespace

const Media* Site::media_at(std::string_view path) const { return find_media(media, path); }

const Media* HiddenPart::media_at(std::string_view path) const { return find_media(media, path); }

bool Site::is_hidden(std::string_view path) const {
  return std::binary_search(hidden_paths.begin(), hidden_paths.end(), path);
}

bool Site::is_faulty(std::string_view path) const {
  return std::binary_search(faulty_paths.begin(), faulty_paths.end(), path);
}

std::optional<std::size_t> Site::index_of(const Object& entry) const {
  const auto found = record_by_data.find(&entry);
  if (found == record_by_data.end()) return std::nullopt;
  return found->second;
}

const Event* Site::event_of(std::size_t record) const {
  const auto at = std::lower_bound(events.begin(), events.end(), record,
                                   [](const Event& event, std::size_t wanted) { return event.record < wanted; });
  return at == events.end() || at->record != record ? nullptr : &*at;
}

bool Site::has_page(std::string_view url) const { return page_urls.contains(std::string(url)); }

bool Site::has_file(std::string_view url) const { return file_urls.contains(std::string(url)); }

std::optional<std::size_t> Site::index_of_url(std::string_view url) const {
  const auto found = record_by_url.find(std::string(url));
  if (found == record_by_url.end()) return std::nullopt;
  return found->second;
}

}  // namespace katern::model
