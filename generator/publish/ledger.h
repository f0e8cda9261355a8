#pragma once

#include <string>

#include "files/file_system.h"
#include "publish/paths.h"

namespace katern::publish {

/// Which files of an output folder are ours, kept in `directory`/ledger.
class Ledger {
 public:
  /// Empty where there is none. Lines that are no output path are passed over: what they name is not ours.
  static Result<Ledger, files::FileError> read(const files::FileSystem& disk, const std::string& directory);

  const Paths& paths() const { return paths_; }
  bool has(std::string_view path) const;

  /// Replaces the ledger in one step and waits for the disk; nothing when it says the same already.
  Result<void, files::FileError> replace(files::FileSystem& disk, Paths paths);

 private:
  explicit Ledger(std::string directory) : directory_(std::move(directory)) {}

  std::string directory_;
  Paths paths_;
};

}  // namespace katern::publish
