#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace katern::test {

/// A directory of the real disk for one test, gone at its end.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(const std::filesystem::path& inside = std::filesystem::temp_directory_path())
      : path_((inside / "katern-test-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary directory");
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  /// Where the machine keeps files in memory, for tests that wait for the disk often; else where it keeps all.
  static std::filesystem::path quick_place() {
    return std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
  }

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& below) const { return path_ + '/' + below; }

 private:
  std::string path_;
};

}  // namespace katern::test
