#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "files/file_system.h"
#include "publish/paths.h"

namespace katern::publish {

/// What stood in the output folder when the run began.
class Snapshot {
 public:
  Snapshot() = default;
  /// Entries as FileSystem::list() gives them: sorted by path.
  explicit Snapshot(std::vector<files::Entry> entries) : entries_(std::move(entries)) {}

  /// Null where there is nothing.
  const files::Entry* find(std::string_view path) const;
  bool has_file(std::string_view path) const;
  bool has_directory(std::string_view path) const;
  /// What a directory holds, at any depth, sorted by path.
  std::span<const files::Entry> below(std::string_view directory) const;

  const std::vector<files::Entry>& entries() const { return entries_; }

 private:
  std::vector<files::Entry> entries_;
};

/// What to rename from the stage into the folder, in this order, so that all staged files arrive: a directory that the
/// folder does not have moves whole, which makes the first build of a site a handful of renames.
std::vector<std::string_view> plan_moves(const std::vector<std::string_view>& staged, const Snapshot& folder);

}  // namespace katern::publish
