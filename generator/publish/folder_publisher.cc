#include "publish/folder_publisher.h"

#include <algorithm>
#include <iterator>

#include "publish/findings.h"

namespace katern::publish {

using files::Entry;
using files::FileError;

namespace {

Paths difference(const Paths& all, const Paths& without) {
  Paths rest;
  std::set_difference(all.begin(), all.end(), without.begin(), without.end(), std::back_inserter(rest));
  return rest;
}

}  // namespace

FolderPublisher::FolderPublisher(files::FileSystem& disk, std::string output, std::unique_ptr<files::Lock> lock,
                                 Ledger ledger, Snapshot folder, Stage stage)
    : disk_(disk),
      output_(std::move(output)),
      lock_(std::move(lock)),
      ledger_(std::move(ledger)),
      folder_(std::move(folder)),
      stage_(std::move(stage)) {}

FolderPublisher::~FolderPublisher() {
  // What stays behind, the next run throws away.
  static_cast<void>(stage_.clear());
}

void FolderPublisher::put(std::string_view path, std::string_view bytes) {
  if (!is_output_path(path)) {
    const std::scoped_lock guard(mutex_);
    unfit_.emplace_back(path);
    return;
  }
  // After a failure paths are still looked at, so that the findings do not depend on which thread came first.
  const bool staged = !failed_.load(std::memory_order_relaxed) && !is_there_already(path, bytes);
  Done done;
  if (staged) done = stage_.put(path, bytes);

  const std::scoped_lock guard(mutex_);
  puts_.push_back({std::string(path), staged});
  if (!done && !failed_.exchange(true)) failure_ = std::move(done).error();
}

PublishResult FolderPublisher::commit(Report& report) {
  const std::scoped_lock guard(mutex_);
  std::sort(puts_.begin(), puts_.end(), [](const Put& a, const Put& b) { return a.path < b.path; });
  if (!puts_are_sound(report)) return {};

  Paths wanted;
  wanted.reserve(puts_.size());
  for (const Put& put : puts_) wanted.push_back(put.path);
  const auto obstacles = obstacles_to(wanted, report);
  if (!obstacles) return {};

  std::vector<std::string_view> staged;
  for (const Put& put : puts_) {
    if (put.staged) staged.push_back(put.path);
  }
  const Paths gone = difference(ledger_.paths(), wanted);
  if (auto open = folders_are_writable(staged, gone); !open) {
    report.add(finding_of(open.error()));
    return {};
  }
  PublishResult result{staged.size(), wanted.size() - staged.size(), 0};
  if (auto done = carry_out(wanted, gone, *obstacles, staged, result); !done) {
    report.add(finding_of(done.error()));
    return {0, 0, 0, result.is_partial};
  }
  return result;
}

bool FolderPublisher::is_there_already(std::string_view path, std::string_view bytes) const {
  const Entry* entry = folder_.find(path);
  if (entry == nullptr || entry->kind != Entry::Kind::file || entry->bytes != bytes.size()) return false;
  const auto there = disk_.read(in_output(path), bytes.size());
  return there && *there == bytes;
}

bool FolderPublisher::puts_are_sound(Report& report) const {
  bool sound = true;
  const auto refuse = [&](Diagnostic finding) {
    report.add(std::move(finding));
    sound = false;
  };
  for (const std::string& path : unfit_) refuse(Diagnostic(Code::output_path_invalid, {}).with("path", path));
  for (auto put = puts_.begin(); put != puts_.end(); ++put) {
    const auto next = std::next(put);
    if (next != puts_.end() && next->path == put->path) {
      refuse(Diagnostic(Code::output_path_twice, {}).with("path", put->path));
      continue;
    }
    const auto below = std::lower_bound(next, puts_.end(), put->path + '/',
                                        [](const Put& other, const std::string& path) { return other.path < path; });
    if (below != puts_.end() && is_below(below->path, put->path)) {
      refuse(Diagnostic(Code::output_path_clash, {}).with("path", put->path).with("other", below->path));
    }
  }
  // The disk may have failed because of what was refused already.
  if (sound && failure_) refuse(finding_of(*failure_));
  return sound;
}

std::optional<Paths> FolderPublisher::obstacles_to(const Paths& wanted, Report& report) const {
  Paths obstacles;
  bool passable = true;
  for (const std::string& path : wanted) {
    const Entry* foreign = add_obstacles(path, obstacles);
    if (foreign == nullptr) continue;
    report.add(Diagnostic(Code::output_in_the_way, {}).with("path", path).with("obstacle", foreign->path));
    passable = false;
  }
  if (!passable) return std::nullopt;
  std::sort(obstacles.begin(), obstacles.end());
  obstacles.erase(std::unique(obstacles.begin(), obstacles.end()), obstacles.end());
  return obstacles;
}

const Entry* FolderPublisher::add_obstacles(std::string_view path, Paths& obstacles) const {
  const auto is_ours = [&](const Entry& entry) { return entry.kind == Entry::Kind::file && ledger_.has(entry.path); };
  const Entry* there = folder_.find(path);
  if (there == nullptr) {
    for (auto above = directory_of(path); !above.empty(); above = directory_of(above)) {
      const Entry* entry = folder_.find(above);
      if (entry == nullptr) continue;
      if (entry->kind == Entry::Kind::directory) return nullptr;
      if (!is_ours(*entry)) return entry;
      obstacles.push_back(entry->path);
    }
    return nullptr;
  }
  if (there->kind != Entry::Kind::directory) return is_ours(*there) ? nullptr : there;

  obstacles.push_back(there->path);
  for (const Entry& entry : folder_.below(path)) {
    if (entry.kind != Entry::Kind::directory && !is_ours(entry)) return &entry;
    obstacles.push_back(entry.path);
  }
  return nullptr;
}

FolderPublisher::Done FolderPublisher::folders_are_writable(const std::vector<std::string_view>& staged,
                                                            const Paths& gone) const {
  std::vector<std::string_view> folders;
  const auto add = [&](std::string_view path) {
    const auto folder = directory_of(path);
    if (!folder.empty() && folder_.has_directory(folder)) folders.push_back(folder);
  };
  for (const std::string_view path : staged) add(path);
  for (const std::string& path : gone) add(path);
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  for (const std::string_view folder : folders) {
    if (auto open = disk_.writable(in_output(folder)); !open) return open;
  }
  return {};
}

FolderPublisher::Done FolderPublisher::carry_out(const Paths& wanted, const Paths& gone, const Paths& obstacles,
                                                 const std::vector<std::string_view>& staged, PublishResult& result) {
  Paths old_and_new;
  std::merge(gone.begin(), gone.end(), wanted.begin(), wanted.end(), std::back_inserter(old_and_new));

  Done done = ledger_.replace(disk_, std::move(old_and_new));
  const auto change = [&](Done changed) {
    result.is_partial = result.is_partial || changed;
    done = std::move(changed);
  };
  // What a directory holds comes after it, and has to go before it.
  for (auto path = obstacles.rbegin(); done && path != obstacles.rend(); ++path) change(remove(*path, result.removed));
  for (const std::string_view path : plan_moves(staged, folder_)) {
    if (done) change(stage_.move(path, in_output(path)));
  }
  for (const std::string& path : difference(gone, obstacles)) {
    if (done && folder_.has_file(path)) change(remove(path, result.removed));
  }
  if (done) done = remove_emptied_directories(gone, wanted);
  if (done) done = ledger_.replace(disk_, wanted);
  if (done) done = stage_.clear();
  if (done) result.is_partial = false;
  return done;
}

FolderPublisher::Done FolderPublisher::remove(const std::string& path, std::size_t& removed) {
  if (!folder_.has_directory(path)) ++removed;
  return disk_.remove(in_output(path));
}

FolderPublisher::Done FolderPublisher::remove_emptied_directories(const Paths& gone, const Paths& wanted) {
  const auto is_wanted = [&](std::string_view directory) {
    const auto at = std::lower_bound(wanted.begin(), wanted.end(), directory);
    if (at != wanted.end() && *at == directory) return true;
    const auto below = std::lower_bound(at, wanted.end(), std::string(directory) + '/');
    return below != wanted.end() && is_below(*below, directory);
  };
  std::vector<std::string_view> emptied;
  for (const std::string& path : gone) {
    for (auto above = directory_of(path); !above.empty(); above = directory_of(above)) {
      if (!folder_.has_directory(above) || is_wanted(above)) continue;
      emptied.push_back(above);
    }
  }
  std::sort(emptied.begin(), emptied.end(), std::greater<>());
  emptied.erase(std::unique(emptied.begin(), emptied.end()), emptied.end());
  for (const std::string_view directory : emptied) {
    const auto done = disk_.remove(in_output(directory));
    if (done || done.error().kind == FileError::Kind::not_empty || done.error().kind == FileError::Kind::not_found) {
      continue;
    }
    return done;
  }
  return {};
}

std::string FolderPublisher::in_output(std::string_view path) const {
  std::string place;
  place.reserve(output_.size() + 1 + path.size());
  return place.append(output_).append(1, '/').append(path);
}

}  // namespace katern::publish
