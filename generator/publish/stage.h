#pragma once

#include <string>
#include <string_view>

#include "files/file_system.h"

namespace katern::publish {

/// Where files wait, laid out as they will be in the output folder. Calls on different paths may come from different
/// threads.
class Stage {
 public:
  /// The directory may be missing, and hold what a run that was killed left.
  Stage(files::FileSystem& disk, std::string directory) : disk_(disk), directory_(std::move(directory)) {}

  Result<void, files::FileError> put(std::string_view path, std::string_view bytes);

  /// A file, or a directory with all that is staged in it.
  Result<void, files::FileError> move(std::string_view path, const std::string& to);

  Result<void, files::FileError> clear();

 private:
  std::string place_of(std::string_view path) const;

  files::FileSystem& disk_;
  std::string directory_;
};

}  // namespace katern::publish
