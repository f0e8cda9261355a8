#include "publish/snapshot.h"

#include <algorithm>

namespace katern::publish {
namespace {

/// The path itself, or the highest directory above it that the folder does not have.
std::string_view highest_missing(std::string_view path, const Snapshot& folder) {
  std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos || folder.has_directory(path.substr(0, slash))) return path;
  slash = path.find('/');
  while (folder.has_directory(path.substr(0, slash))) slash = path.find('/', slash + 1);
  return path.substr(0, slash);
}

}  // namespace

const files::Entry* Snapshot::find(std::string_view path) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), path,
                                   [](const files::Entry& entry, std::string_view p) { return entry.path < p; });
  return at != entries_.end() && at->path == path ? &*at : nullptr;
}

std::span<const files::Entry> Snapshot::below(std::string_view directory) const {
  const auto before = [](const files::Entry& entry, const std::string& path) { return entry.path < path; };
  const std::string prefix(directory);
  const auto first = std::lower_bound(entries_.begin(), entries_.end(), prefix + '/', before);
  const auto last = std::lower_bound(first, entries_.end(), prefix + static_cast<char>('/' + 1), before);
  return {first, last};
}

bool Snapshot::has_file(std::string_view path) const {
  const files::Entry* entry = find(path);
  return entry != nullptr && entry->kind == files::Entry::Kind::file;
}

bool Snapshot::has_directory(std::string_view path) const {
  const files::Entry* entry = find(path);
  return entry != nullptr && entry->kind == files::Entry::Kind::directory;
}

std::vector<std::string_view> plan_moves(const std::vector<std::string_view>& staged, const Snapshot& folder) {
  std::vector<std::string_view> moves;
  for (const std::string_view path : staged) {
    if (!moves.empty() && is_below(path, moves.back())) continue;
    moves.push_back(highest_missing(path, folder));
  }
  return moves;
}

}  // namespace katern::publish
