#include "files/faulty.h"

namespace katern::files {
namespace {

unexpected<FileError> fail(FileError::Kind kind, const std::string& path) {
  return unexpected(FileError{kind, path, "made to fail"});
}

}  // namespace

Result<std::string, FileError> FaultyFileSystem::read(const std::string& path, std::uint64_t max_bytes) const {
  {
    const std::scoped_lock guard(mutex_);
    if (reads_.strikes()) return fail(reads_.kind, path);
  }
  return inside_.read(path, max_bytes);
}

Result<std::vector<Entry>, FileError> FaultyFileSystem::list(const std::string& directory) const {
  return inside_.list(directory);
}

Result<Entry, FileError> FaultyFileSystem::stat(const std::string& path) const { return inside_.stat(path); }

Result<void, FileError> FaultyFileSystem::writable(const std::string& directory) const {
  return inside_.writable(directory);
}

Result<void, FileError> FaultyFileSystem::write(const std::string& path, std::string_view bytes) {
  const std::scoped_lock guard(mutex_);
  if (stopped()) {
    if (changes_ == stop_) static_cast<void>(inside_.write(path, bytes.substr(0, bytes.size() / 2)));
    return fail(FileError::Kind::other, path);
  }
  if (writes_.strikes()) return fail(writes_.kind, path);
  if (bytes.size() > room_) {
    static_cast<void>(inside_.write(path, bytes.substr(0, room_)));
    room_ = 0;
    return fail(FileError::Kind::no_space, path);
  }
  if (room_ != kNever) room_ -= bytes.size();
  return inside_.write(path, bytes);
}

Result<void, FileError> FaultyFileSystem::rename(const std::string& from, const std::string& to) {
  const std::scoped_lock guard(mutex_);
  if (stopped()) return fail(FileError::Kind::other, to);
  if (renames_.strikes()) return fail(renames_.kind, to);
  return inside_.rename(from, to);
}

Result<void, FileError> FaultyFileSystem::remove(const std::string& path) {
  const std::scoped_lock guard(mutex_);
  if (stopped()) return fail(FileError::Kind::other, path);
  if (removes_.strikes()) return fail(removes_.kind, path);
  return inside_.remove(path);
}

Result<void, FileError> FaultyFileSystem::sync(const std::string& path) { return inside_.sync(path); }

Result<std::unique_ptr<Lock>, FileError> FaultyFileSystem::lock(const std::string& path) { return inside_.lock(path); }

}  // namespace katern::files
