#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files/file_system.h"

namespace katern::files {

/// The machine's own disk, by POSIX calls. Has no state: one may serve all threads, and several do not differ.
class DiskFileSystem final : public FileSystem {
 public:
  Result<std::string, FileError> read(const std::string& path, std::uint64_t max_bytes) const override;
  Result<std::vector<Entry>, FileError> list(const std::string& directory) const override;
  Result<Entry, FileError> stat(const std::string& path) const override;
  Result<void, FileError> writable(const std::string& directory) const override;
  Result<void, FileError> write(const std::string& path, std::string_view bytes) override;
  Result<void, FileError> rename(const std::string& from, const std::string& to) override;
  Result<void, FileError> remove(const std::string& path) override;
  Result<void, FileError> sync(const std::string& path) override;
  Result<std::unique_ptr<Lock>, FileError> lock(const std::string& path) override;
};

}  // namespace katern::files
