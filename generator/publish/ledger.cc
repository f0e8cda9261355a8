#include "publish/ledger.h"

#include <algorithm>

namespace katern::publish {
namespace {

constexpr std::string_view kTitle =
    "katern: the files in the folder beside this one that a build made, and may remove\n";
constexpr std::uint64_t kMostBytes = 256 * 1024 * 1024;

std::string name_of(const std::string& directory) { return directory + "/ledger"; }

Paths paths_in(std::string_view text) {
  Paths paths;
  text.remove_prefix(std::min(text.size(), text.find('\n')));  // the title
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const std::string_view line = text.substr(0, end); is_output_path(line)) paths.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

std::string text_of(const Paths& paths) {
  std::string text(kTitle);
  for (const std::string& path : paths) text.append(path).push_back('\n');
  return text;
}

}  // namespace

Result<Ledger, files::FileError> Ledger::read(const files::FileSystem& disk, const std::string& directory) {
  Ledger ledger(directory);
  auto text = disk.read(name_of(directory), kMostBytes);
  if (text) {
    ledger.paths_ = paths_in(*text);
  } else if (text.error().kind != files::FileError::Kind::not_found) {
    return unexpected(std::move(text).error());
  }
  return ledger;
}

bool Ledger::has(std::string_view path) const { return std::binary_search(paths_.begin(), paths_.end(), path); }

Result<void, files::FileError> Ledger::replace(files::FileSystem& disk, Paths paths) {
  if (paths == paths_) return {};
  const std::string name = name_of(directory_);
  const std::string next = name + ".new";
  auto done = disk.write(next, text_of(paths));
  if (done) done = disk.sync(next);
  if (done) done = disk.rename(next, name);
  if (done) done = disk.sync(directory_);
  if (done) paths_ = std::move(paths);
  return done;
}

}  // namespace katern::publish
