#include "files/disk.h"

#include <algorithm>
#include <cstdio>
#include <dirent.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>

#include "files/descriptor.h"

namespace katern::files {
namespace {

using Kind = FileError::Kind;

Kind kind_of(int number) {
  switch (number) {
    case ENOENT: return Kind::not_found;
    case EACCES:
    case EPERM:
    case EROFS: return Kind::denied;
    case ENOSPC:
    case EDQUOT: return Kind::no_space;
    case EFBIG: return Kind::too_large;
    case ELOOP:  // O_NOFOLLOW met a symlink
    case ENXIO:  // a pipe that nobody reads
    case EISDIR: return Kind::not_a_file;
    case ENOTDIR: return Kind::not_a_directory;
    case EEXIST:
    case ENOTEMPTY: return Kind::not_empty;
    case EWOULDBLOCK: return Kind::busy;
    case EXDEV: return Kind::other_disk;
    default: return Kind::other;
  }
}

/// From errno, as the last call left it.
FileError last_error(const std::string& path) {
  const int number = errno;
  return {kind_of(number), path, std::generic_category().message(number)};
}

unexpected<FileError> failed(const std::string& path) { return unexpected(last_error(path)); }

Entry::Kind kind_of(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return Entry::Kind::file;
  if (S_ISDIR(status.st_mode)) return Entry::Kind::directory;
  return S_ISLNK(status.st_mode) ? Entry::Kind::symlink : Entry::Kind::other;
}

std::uint64_t size_of(const struct stat& status) { return static_cast<std::uint64_t>(status.st_size); }

bool make_directories(const std::string& path) {
  if (path.empty() || ::mkdir(path.c_str(), 0777) == 0 || errno == EEXIST) return true;
  if (errno != ENOENT) return false;
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos || slash == 0) return false;
  if (!make_directories(path.substr(0, slash))) return false;
  return ::mkdir(path.c_str(), 0777) == 0 || errno == EEXIST;
}

bool make_directories_above(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos || make_directories(path.substr(0, slash));
}

/// Directories are rarely missing, so they are made only after the call has failed for want of them.
template <class Call>
bool with_directories_above(const std::string& path, Call call) {
  return call() || (errno == ENOENT && make_directories_above(path) && call());
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = uninterrupted([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Walks a tree by descriptors, so that nothing is looked up by a path that may have changed under way.
class Lister {
 public:
  explicit Lister(const std::string& directory) : directory_(directory) {}

  Result<std::vector<Entry>, FileError> list() {
    if (!enter(Descriptor::open(AT_FDCWD, directory_.c_str(), O_RDONLY | O_DIRECTORY), 0)) return unexpected(error_);
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
    return std::move(entries_);
  }

 private:
  bool enter(Descriptor descriptor, int depth) {
    if (!descriptor.is_open()) return fail();
    if (depth > kDeepest) {
      error_ = {Kind::other, whole_path(), "Folders nested too deep"};
      return false;
    }
    const int number = descriptor.number();
    DIR* stream = ::fdopendir(number);
    if (stream == nullptr) return fail();
    descriptor.release();
    const bool good = read_names(stream, number, depth);
    ::closedir(stream);
    return good;
  }

  bool read_names(DIR* stream, int directory, int depth) {
    const std::size_t above = path_.size();
    for (;;) {
      errno = 0;
      const dirent* name = ::readdir(stream);
      if (name == nullptr) return errno == 0 || fail();
      const std::string_view step(name->d_name);
      if (step == "." || step == "..") continue;
      path_.append(above == 0 ? "" : "/").append(step);
      const bool good = take(directory, name->d_name, name->d_type, depth);
      if (!good) return false;
      path_.resize(above);
    }
  }

  bool take(int directory, const char* name, unsigned char type, int depth) {
    Entry entry{path_, Entry::Kind::other, 0};
    if (type == DT_DIR) {
      entry.kind = Entry::Kind::directory;
    } else if (type == DT_LNK) {
      entry.kind = Entry::Kind::symlink;
    } else if (type == DT_REG || type == DT_UNKNOWN) {
      struct stat status {};
      if (::fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT || fail();
      entry.kind = kind_of(status);
      if (entry.kind == Entry::Kind::file) entry.bytes = size_of(status);
    }
    const bool deeper = entry.kind == Entry::Kind::directory;
    entries_.push_back(std::move(entry));
    return !deeper || enter(Descriptor::open(directory, name, O_RDONLY | O_DIRECTORY), depth + 1);
  }

  bool fail() {
    error_ = last_error(whole_path());
    return false;
  }

  std::string whole_path() const { return path_.empty() ? directory_ : directory_ + '/' + path_; }

  static constexpr int kDeepest = FileSystem::kMaxDepth;

  const std::string& directory_;
  std::string path_;  ///< of what is being looked at, below directory_
  std::vector<Entry> entries_;
  FileError error_;
};

class HeldFile final : public Lock {
 public:
  explicit HeldFile(Descriptor file) : file_(std::move(file)) {}

 private:
  Descriptor file_;  // closing it unlocks
};

}  // namespace

Result<std::string, FileError> DiskFileSystem::read(const std::string& path, std::uint64_t max_bytes) const {
  const Descriptor file = Descriptor::open(AT_FDCWD, path.c_str(), O_RDONLY);
  if (!file.is_open()) return failed(path);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return failed(path);
  if (!S_ISREG(status.st_mode)) return unexpected(FileError{Kind::not_a_file, path, "Not a regular file"});
  if (size_of(status) > max_bytes) return unexpected(FileError{Kind::too_large, path, "File too large"});

  std::string bytes(size_of(status), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got =
        uninterrupted([&] { return ::read(file.number(), bytes.data() + filled, bytes.size() - filled); });
    if (got < 0) return failed(path);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

Result<std::vector<Entry>, FileError> DiskFileSystem::list(const std::string& directory) const {
  return Lister(directory).list();
}

Result<Entry, FileError> DiskFileSystem::stat(const std::string& path) const {
  struct stat status {};
  if (::fstatat(AT_FDCWD, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return failed(path);
  const Entry::Kind kind = kind_of(status);
  return Entry{path, kind, kind == Entry::Kind::file ? size_of(status) : 0};
}

Result<void, FileError> DiskFileSystem::writable(const std::string& directory) const {
  if (::faccessat(AT_FDCWD, directory.c_str(), W_OK | X_OK, AT_EACCESS) != 0) return failed(directory);
  return {};
}

Result<void, FileError> DiskFileSystem::write(const std::string& path, std::string_view bytes) {
  Descriptor file(-1);
  const auto open = [&] {
    file = Descriptor::open(AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_TRUNC);
    return file.is_open();
  };
  if (!with_directories_above(path, open)) return failed(path);
  if (!write_all(file.number(), bytes)) return failed(path);
  // A disk on the network may tell only now that it is full. After EINTR Linux has closed it all the same.
  if (::close(file.release()) != 0 && errno != EINTR) return failed(path);
  return {};
}

Result<void, FileError> DiskFileSystem::rename(const std::string& from, const std::string& to) {
  if (!with_directories_above(to, [&] { return std::rename(from.c_str(), to.c_str()) == 0; })) return failed(to);
  return {};
}

Result<void, FileError> DiskFileSystem::remove(const std::string& path) {
  if (::unlink(path.c_str()) == 0) return {};
  // POSIX says EPERM for a directory, Linux EISDIR.
  if ((errno == EISDIR || errno == EPERM) && ::rmdir(path.c_str()) == 0) return {};
  return failed(path);
}

Result<void, FileError> DiskFileSystem::sync(const std::string& path) {
  const Descriptor file = Descriptor::open(AT_FDCWD, path.c_str(), O_RDONLY);
  if (!file.is_open()) return failed(path);
  // EINVAL: this sort of disk has nothing to wait for.
  if (uninterrupted([&] { return ::fsync(file.number()); }) != 0 && errno != EINVAL) return failed(path);
  return {};
}

Result<std::unique_ptr<Lock>, FileError> DiskFileSystem::lock(const std::string& path) {
  Descriptor file(-1);
  const auto open = [&] {
    file = Descriptor::open(AT_FDCWD, path.c_str(), O_RDWR | O_CREAT);
    return file.is_open();
  };
  if (!with_directories_above(path, open)) return failed(path);
  if (uninterrupted([&] { return ::flock(file.number(), LOCK_EX | LOCK_NB); }) != 0) return failed(path);
  return std::make_unique<HeldFile>(std::move(file));
}

}  // namespace katern::files
