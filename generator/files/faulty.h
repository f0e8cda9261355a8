#pragma once

#include <cstdint>
#include <limits>
#include <mutex>
#include <string>
#include <string_view>

#include "files/file_system.h"

namespace katern::files {

/// A file system that fails where a test asks for it, and else does what the one inside does (which must outlive it).
/// Calls count from 1.
class FaultyFileSystem final : public FileSystem {
 public:
  explicit FaultyFileSystem(FileSystem& inside) : inside_(inside) {}

  void fail_read(std::uint64_t nth, FileError::Kind kind) { reads_ = {nth, kind}; }
  void fail_write(std::uint64_t nth, FileError::Kind kind) { writes_ = {nth, kind}; }
  void fail_rename(std::uint64_t nth, FileError::Kind kind) { renames_ = {nth, kind}; }
  void fail_remove(std::uint64_t nth, FileError::Kind kind) { removes_ = {nth, kind}; }

  /// A full disk: the write that passes this many bytes in all leaves a part of its file and fails with no_space, and
  /// so does every later one.
  void fill_after(std::uint64_t bytes) { room_ = bytes; }

  /// A killed process: from the nth change (write, rename or remove) on, nothing changes any more. A write that is the
  /// nth leaves half of its file.
  void stop_at_change(std::uint64_t nth) { stop_ = nth; }
  std::uint64_t changes() const { return changes_; }

  Result<std::string, FileError> read(const std::string& path, std::uint64_t max_bytes) const override;
  Result<std::vector<Entry>, FileError> list(const std::string& directory) const override;
  Result<Entry, FileError> stat(const std::string& path) const override;
  Result<void, FileError> writable(const std::string& directory) const override;
  Result<void, FileError> write(const std::string& path, std::string_view bytes) override;
  Result<void, FileError> rename(const std::string& from, const std::string& to) override;
  Result<void, FileError> remove(const std::string& path) override;
  Result<void, FileError> sync(const std::string& path) override;
  Result<std::unique_ptr<Lock>, FileError> lock(const std::string& path) override;

 private:
  static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

  /// Fails the nth call that it is asked about.
  struct Fault {
    std::uint64_t nth = kNever;
    FileError::Kind kind = FileError::Kind::other;
    std::uint64_t seen = 0;

    bool strikes() { return ++seen == nth; }
  };

  bool stopped() { return ++changes_ >= stop_; }

  FileSystem& inside_;
  mutable std::mutex mutex_;
  mutable Fault reads_;
  Fault writes_;
  Fault renames_;
  Fault removes_;
  std::uint64_t room_ = kNever;
  std::uint64_t stop_ = kNever;
  std::uint64_t changes_ = 0;
};

}  // namespace katern::files
