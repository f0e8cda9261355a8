#include "publish/stage.h"

namespace katern::publish {

using files::FileError;

Result<void, FileError> Stage::put(std::string_view path, std::string_view bytes) {
  return disk_.write(place_of(path), bytes);
}

Result<void, FileError> Stage::move(std::string_view path, const std::string& to) {
  return disk_.rename(place_of(path), to);
}

Result<void, FileError> Stage::clear() {
  const auto left = disk_.list(directory_);
  if (!left) {
    if (left.error().kind == FileError::Kind::not_found) return {};
    if (left.error().kind == FileError::Kind::not_a_directory) return disk_.remove(directory_);
    return unexpected(left.error());
  }
  // What a directory holds is listed after it, and has to go before it.
  for (auto entry = left->rbegin(); entry != left->rend(); ++entry) {
    if (auto done = disk_.remove(place_of(entry->path)); !done) return done;
  }
  return disk_.remove(directory_);
}

std::string Stage::place_of(std::string_view path) const {
  std::string place;
  place.reserve(directory_.size() + 1 + path.size());
  return place.append(directory_).append(1, '/').append(path);
}

}  // namespace katern::publish
