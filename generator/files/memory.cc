#include "files/memory.h"

#include <algorithm>
#include <iterator>

namespace katern::files {
namespace {

using Kind = FileError::Kind;

/// One spelling for each path: no `.` steps, no doubled or closing slashes. The working directory is "".
std::string plain(const std::string& path) {
  std::string out;
  std::size_t at = 0;
  while (at < path.size()) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view step(path.data() + at, end - at);
    if (!step.empty() && step != ".") {
      if (!out.empty() || path.front() == '/') out += '/';
      out += step;
    }
    at = end + 1;
  }
  return out.empty() && path.starts_with('/') ? "/" : out;
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return "";
  return slash == 0 && path.size() > 1 ? "/" : path.substr(0, slash);
}

std::string prefix_below(const std::string& path) { return path.empty() || path == "/" ? path : path + '/'; }

unexpected<FileError> fail(Kind kind, const std::string& path, std::string reason) {
  return unexpected(FileError{kind, path, std::move(reason)});
}

unexpected<FileError> not_found(const std::string& path) {
  return fail(Kind::not_found, path, "No such file or directory");
}

unexpected<FileError> no_permission(const std::string& path) { return fail(Kind::denied, path, "Permission denied"); }

bool is_root(const std::string& path) { return path.empty() || path == "/"; }

}  // namespace

class MemoryFileSystem::HeldLock final : public Lock {
 public:
  HeldLock(MemoryFileSystem& disk, std::string path) : disk_(disk), path_(std::move(path)) {}
  HeldLock(const HeldLock&) = delete;
  HeldLock& operator=(const HeldLock&) = delete;
  ~HeldLock() override {
    const std::scoped_lock guard(disk_.mutex_);
    disk_.locked_.erase(path_);
  }

 private:
  MemoryFileSystem& disk_;
  std::string path_;
};

MemoryFileSystem::MemoryFileSystem(std::initializer_list<std::pair<std::string, std::string>> files) {
  for (const auto& [path, bytes] : files) add(path, bytes);
}

void MemoryFileSystem::add(const std::string& path, std::string_view bytes) {
  const std::scoped_lock guard(mutex_);
  static_cast<void>(put(plain(path), bytes));
}

void MemoryFileSystem::add_directory(const std::string& path) {
  const std::scoped_lock guard(mutex_);
  static_cast<void>(make_parents(prefix_below(plain(path))));
}

void MemoryFileSystem::add_symlink(const std::string& path) {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(path);
  static_cast<void>(put(key, ""));
  nodes_[key].kind = Entry::Kind::symlink;
}

void MemoryFileSystem::deny(const std::string& path) {
  const std::scoped_lock guard(mutex_);
  denied_.insert(plain(path));
}

std::optional<std::string> MemoryFileSystem::bytes(const std::string& path) const {
  const std::scoped_lock guard(mutex_);
  const Node* node = find(plain(path));
  if (node == nullptr || node->kind != Entry::Kind::file) return std::nullopt;
  return node->bytes;
}

bool MemoryFileSystem::exists(const std::string& path) const {
  const std::scoped_lock guard(mutex_);
  return find(plain(path)) != nullptr;
}

std::map<std::string, std::string> MemoryFileSystem::files(const std::string& directory) const {
  const std::scoped_lock guard(mutex_);
  const std::string prefix = prefix_below(plain(directory));
  std::map<std::string, std::string> out;
  for (auto at = nodes_.lower_bound(prefix); at != nodes_.end() && at->first.starts_with(prefix); ++at) {
    if (at->second.kind == Entry::Kind::file) out.emplace(at->first.substr(prefix.size()), at->second.bytes);
  }
  return out;
}

std::vector<MemoryFileSystem::Call> MemoryFileSystem::calls() const {
  const std::scoped_lock guard(mutex_);
  return calls_;
}

std::vector<std::string> MemoryFileSystem::calls(Call::What what) const {
  const std::scoped_lock guard(mutex_);
  std::vector<std::string> paths;
  for (const Call& call : calls_) {
    if (call.what == what) paths.push_back(call.path);
  }
  return paths;
}

void MemoryFileSystem::forget_calls() {
  const std::scoped_lock guard(mutex_);
  calls_.clear();
}

Result<std::string, FileError> MemoryFileSystem::read(const std::string& path, std::uint64_t max_bytes) const {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(path);
  record(Call::What::read, key);
  if (denied(key)) return no_permission(path);
  const Node* node = find(key);
  if (node == nullptr) return not_found(path);
  if (node->kind != Entry::Kind::file) return fail(Kind::not_a_file, path, "Not a regular file");
  if (node->bytes.size() > max_bytes) return fail(Kind::too_large, path, "File too large");
  return node->bytes;
}

Result<std::vector<Entry>, FileError> MemoryFileSystem::list(const std::string& directory) const {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(directory);
  record(Call::What::list, key);
  const Node* node = find(key);
  if (node == nullptr) return not_found(directory);
  if (node->kind != Entry::Kind::directory) return fail(Kind::not_a_directory, directory, "Not a directory");

  const std::string prefix = prefix_below(key);
  std::vector<Entry> entries;
  for (auto at = nodes_.lower_bound(prefix); at != nodes_.end() && at->first.starts_with(prefix); ++at) {
    std::string below = at->first.substr(prefix.size());
    if (key.empty() && below.starts_with('/')) continue;
    if (std::count(below.begin(), below.end(), '/') >= kMaxDepth) {
      return fail(Kind::other, at->first, "Folders nested too deep");
    }
    entries.push_back({std::move(below), at->second.kind, at->second.bytes.size()});
  }
  return entries;
}

Result<Entry, FileError> MemoryFileSystem::stat(const std::string& path) const {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(path);
  record(Call::What::stat, key);
  const Node* node = find(key);
  if (node == nullptr) return not_found(path);
  return Entry{path, node->kind, node->bytes.size()};
}

Result<void, FileError> MemoryFileSystem::writable(const std::string& directory) const {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(directory);
  record(Call::What::writable, key);
  if (find(key) == nullptr) return not_found(directory);
  if (denied(key)) return no_permission(directory);
  return {};
}

Result<void, FileError> MemoryFileSystem::write(const std::string& path, std::string_view bytes) {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(path);
  record(Call::What::write, key);
  return put(key, bytes);
}

Result<void, FileError> MemoryFileSystem::rename(const std::string& from, const std::string& to) {
  const std::scoped_lock guard(mutex_);
  const std::string old_key = plain(from);
  const std::string new_key = plain(to);
  record(Call::What::rename, old_key, new_key);
  if (denied(old_key) || denied(new_key)) return no_permission(to);
  const Node* moved = find(old_key);
  if (moved == nullptr || is_root(old_key)) return not_found(from);
  const bool directory = moved->kind == Entry::Kind::directory;
  if (const Node* target = find(new_key); target != nullptr && !is_root(new_key)) {
    const bool onto_directory = target->kind == Entry::Kind::directory;
    if (onto_directory && !directory) return fail(Kind::not_a_file, to, "Is a directory");
    if (!onto_directory && directory) return fail(Kind::not_a_directory, to, "Not a directory");
    if (onto_directory && has_below(new_key)) return fail(Kind::not_empty, to, "Directory not empty");
  }
  if (auto made = make_parents(new_key); !made) return made;

  auto node = nodes_.extract(old_key);
  nodes_.erase(new_key);
  node.key() = new_key;
  nodes_.insert(std::move(node));
  const std::string old_prefix = old_key + '/';
  for (auto at = nodes_.lower_bound(old_prefix); at != nodes_.end() && at->first.starts_with(old_prefix);) {
    auto below = nodes_.extract(at++);
    below.key() = new_key + '/' + below.key().substr(old_prefix.size());
    nodes_.insert(std::move(below));
  }
  return {};
}

Result<void, FileError> MemoryFileSystem::remove(const std::string& path) {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(path);
  record(Call::What::remove, key);
  if (denied(key)) return no_permission(path);
  if (find(key) == nullptr || is_root(key)) return not_found(path);
  if (has_below(key)) return fail(Kind::not_empty, path, "Directory not empty");
  nodes_.erase(key);
  return {};
}

Result<void, FileError> MemoryFileSystem::sync(const std::string& path) {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(path);
  record(Call::What::sync, key);
  if (find(key) == nullptr) return not_found(path);
  return {};
}

Result<std::unique_ptr<Lock>, FileError> MemoryFileSystem::lock(const std::string& path) {
  const std::scoped_lock guard(mutex_);
  const std::string key = plain(path);
  record(Call::What::lock, key);
  if (find(key) == nullptr) {
    if (auto made = put(key, ""); !made) return unexpected(made.error());
  }
  if (!locked_.insert(key).second) return fail(Kind::busy, path, "Locked by another process");
  return std::make_unique<HeldLock>(*this, key);
}

const MemoryFileSystem::Node* MemoryFileSystem::find(const std::string& path) const {
  static const Node root{Entry::Kind::directory, {}};
  if (is_root(path)) return &root;
  const auto at = nodes_.find(path);
  return at == nodes_.end() ? nullptr : &at->second;
}

bool MemoryFileSystem::has_below(const std::string& path) const {
  const std::string prefix = prefix_below(path);
  const auto at = nodes_.lower_bound(prefix);
  return at != nodes_.end() && at->first.starts_with(prefix);
}

bool MemoryFileSystem::denied(const std::string& path) const {
  return std::any_of(denied_.begin(), denied_.end(), [&](const std::string& closed) {
    return path == closed || path.starts_with(prefix_below(closed));
  });
}

Result<void, FileError> MemoryFileSystem::make_parents(const std::string& path) {
  for (std::string above = parent_of(path); !is_root(above); above = parent_of(above)) {
    const auto [at, made] = nodes_.try_emplace(above, Node{Entry::Kind::directory, {}});
    if (!made && at->second.kind != Entry::Kind::directory) {
      return fail(Kind::not_a_directory, above, "Not a directory");
    }
  }
  return {};
}

Result<void, FileError> MemoryFileSystem::put(const std::string& path, std::string_view bytes) {
  if (denied(path)) return no_permission(path);
  if (const Node* node = find(path); node != nullptr && node->kind != Entry::Kind::file) {
    return fail(Kind::not_a_file, path, "Not a regular file");
  }
  if (auto made = make_parents(path); !made) return made;
  nodes_[path] = Node{Entry::Kind::file, std::string(bytes)};
  return {};
}

void MemoryFileSystem::record(Call::What what, const std::string& path, const std::string& to) const {
  calls_.push_back({what, path, to});
}

}  // namespace katern::files
