#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/result.h"

namespace katern::files {

/// Why a call on the file system failed. `reason` is the system's own text ("No space left on device").
struct FileError {
  enum class Kind {
    not_found,
    denied,
    no_space,
    too_large,
    not_a_file,       ///< a directory, a symlink or a device where a file was asked for
    not_a_directory,  ///< something else than a directory where one was asked for, also on the way to the path
    not_empty,        ///< a directory that still holds something
    busy,             ///< locked by another
    other_disk,       ///< a move to where another disk is mounted
    other
  };

  Kind kind = Kind::other;
  std::string path;
  std::string reason;
};

struct Entry {
  enum class Kind { file, directory, symlink, other };

  std::string path;  ///< relative to the directory that was listed, with forward slashes
  Kind kind = Kind::file;
  std::uint64_t bytes = 0;  ///< of a file
};

/// Held until it is destroyed; the system lets go of it as well when the process dies.
class Lock {
 public:
  virtual ~Lock() = default;
};

/// What Katern asks of a disk. Paths use forward slashes; a relative one starts at the process's working directory.
/// No call follows a symlink in the last step of a path. Calls on different paths may come from different threads.
class FileSystem {
 public:
  /// Directories nested deeper than this below a listed one are an error: no site has them, and a loop may.
  static constexpr int kMaxDepth = 64;

  virtual ~FileSystem() = default;

  /// The whole file. More than `max_bytes` is `too_large`, and no more than that is ever held.
  virtual Result<std::string, FileError> read(const std::string& path, std::uint64_t max_bytes) const = 0;

  /// Everything below a directory, at any depth, sorted by path (byte order). A symlink is listed, never entered.
  /// A directory that is not there is `not_found`.
  virtual Result<std::vector<Entry>, FileError> list(const std::string& directory) const = 0;

  /// What stands at the path itself; `not_found` where there is nothing.
  virtual Result<Entry, FileError> stat(const std::string& path) const = 0;

  /// Whether names may be added to and taken from the directory, as far as the system tells beforehand.
  virtual Result<void, FileError> writable(const std::string& directory) const = 0;

  /// Creates or replaces a file, and the directories above it. Not atomic: write elsewhere and rename for that.
  virtual Result<void, FileError> write(const std::string& path, std::string_view bytes) = 0;

  /// Moves a file in one step, replacing the file at `to`; or a directory with all that is in it, to where there is
  /// nothing or an empty directory. Both must be on one disk. Creates the directories above `to`.
  virtual Result<void, FileError> rename(const std::string& from, const std::string& to) = 0;

  /// Removes a file, a symlink or an empty directory.
  virtual Result<void, FileError> remove(const std::string& path) = 0;

  /// Waits until the bytes of a file, or the names in a directory (not what is in them), would survive a power cut.
  virtual Result<void, FileError> sync(const std::string& path) = 0;

  /// Takes the lock that the file stands for, creating it when needed; `busy`, at once, when another holds it.
  virtual Result<std::unique_ptr<Lock>, FileError> lock(const std::string& path) = 0;
};

}  // namespace katern::files
