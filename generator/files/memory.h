#pragma once

#include <initializer_list>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "files/file_system.h"

namespace katern::files {

/// A disk in memory that remembers what was asked of it: for tests, and for building a site from values. `a`, `./a`
/// and `a//` name the same path. Any thread may call anything.
class MemoryFileSystem final : public FileSystem {
 public:
  struct Call {
    enum class What { read, list, stat, writable, write, rename, remove, sync, lock };

    What what;
    std::string path;
    std::string to;  ///< of a rename
  };

  MemoryFileSystem() = default;
  MemoryFileSystem(std::initializer_list<std::pair<std::string, std::string>> files);

  /// These lay out the disk and look at it; none is recorded.
  void add(const std::string& path, std::string_view bytes);
  void add_directory(const std::string& path);
  void add_symlink(const std::string& path);
  /// From here on the path, and what is below it, can be neither read nor changed; its names can still be listed.
  void deny(const std::string& path);
  std::optional<std::string> bytes(const std::string& path) const;
  bool exists(const std::string& path) const;
  /// The files below a directory with their bytes, by path relative to it.
  std::map<std::string, std::string> files(const std::string& directory) const;

  /// What was asked since the start, or since forget_calls(), failed calls included.
  std::vector<Call> calls() const;
  /// The paths of the calls of one sort, in order.
  std::vector<std::string> calls(Call::What what) const;
  void forget_calls();

  Result<std::string, FileError> read(const std::string& path, std::uint64_t max_bytes) const override;
  Result<std::vector<Entry>, FileError> list(const std::string& directory) const override;
  Result<Entry, FileError> stat(const std::string& path) const override;
  Result<void, FileError> writable(const std::string& directory) const override;
  Result<void, FileError> write(const std::string& path, std::string_view bytes) override;
  Result<void, FileError> rename(const std::string& from, const std::string& to) override;
  Result<void, FileError> remove(const std::string& path) override;
  Result<void, FileError> sync(const std::string& path) override;
  /// The file system must outlive the lock.
  Result<std::unique_ptr<Lock>, FileError> lock(const std::string& path) override;

 private:
  struct Node {
    Entry::Kind kind = Entry::Kind::file;
    std::string bytes;
  };
  using Nodes = std::map<std::string, Node>;
  class HeldLock;

  const Node* find(const std::string& path) const;
  bool has_below(const std::string& path) const;
  bool denied(const std::string& path) const;
  Result<void, FileError> make_parents(const std::string& path);
  Result<void, FileError> put(const std::string& path, std::string_view bytes);
  void record(Call::What what, const std::string& path, const std::string& to = {}) const;

  mutable std::mutex mutex_;
  Nodes nodes_;
  std::set<std::string> denied_;
  std::set<std::string> locked_;
  mutable std::vector<Call> calls_;
};

}  // namespace katern::files
