#include "publish/publisher.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "publish/findings.h"
#include "publish/folder_publisher.h"

namespace katern::publish {
namespace {

using files::Entry;
using files::FileError;

struct Places {
  std::string output;
  std::string state;  ///< the folder beside it
};

/// What is in the output folder, and which of it is ours.
struct Found {
  Ledger ledger;
  Snapshot folder;
};

std::optional<Places> places_of(std::string output) {
  while (output.size() > 1 && output.ends_with('/')) output.pop_back();
  const std::size_t start = output.rfind('/') + 1;  // 0 where there is no slash
  const std::string name = output.substr(start);
  if (name.empty() || name == "." || name == "..") return std::nullopt;
  return Places{output, output.substr(0, start) + '.' + name + ".katern"};
}

/// Whether there is a directory or nothing at the path.
bool is_fit(const files::FileSystem& disk, const std::string& path, Report& report) {
  const auto there = disk.stat(path);
  if (!there) {
    if (there.error().kind == FileError::Kind::not_found) return true;
    report.add(finding_of(there.error()));
    return false;
  }
  if (there->kind != Entry::Kind::directory) {
    const Code code = there->kind == Entry::Kind::symlink ? Code::output_is_a_symlink : Code::output_is_a_file;
    report.add(Diagnostic(code, {}).with("output", path));
    return false;
  }
  if (const auto open = disk.writable(path); !open) {
    report.add(finding_of(open.error()));
    return false;
  }
  return true;
}

std::optional<Snapshot> snapshot_of(const files::FileSystem& disk, const std::string& output, Report& report) {
  auto entries = disk.list(output);
  if (entries) return Snapshot(*std::move(entries));
  if (entries.error().kind == FileError::Kind::not_found) return Snapshot();
  report.add(finding_of(entries.error()));
  return std::nullopt;
}

std::optional<Found> look(const files::FileSystem& disk, const Places& places, Report& report) {
  auto ledger = Ledger::read(disk, places.state);
  if (!ledger) {
    report.add(finding_of(ledger.error()));
    return std::nullopt;
  }
  auto folder = snapshot_of(disk, places.output, report);
  if (!folder) return std::nullopt;
  return Found{*std::move(ledger), *std::move(folder)};
}

bool is_foreign(const Entry& entry, const Ledger& ledger) {
  if (entry.kind == Entry::Kind::directory || entry.path.starts_with('.')) return false;
  return entry.kind != Entry::Kind::file || !ledger.has(entry.path);
}

bool is_ours(const Found& found, const std::string& output, Report& report) {
  constexpr std::size_t kNamed = 3;
  std::size_t count = 0;
  std::string names;
  for (const Entry& entry : found.folder.entries()) {
    if (!is_foreign(entry, found.ledger)) continue;
    if (count < kNamed) names.append(count == 0 ? "" : ", ").append(entry.path);
    ++count;
  }
  if (count == 0) return true;
  if (count > kNamed) names.append(", …");
  report.add(Diagnostic(Code::output_has_foreign_files, {})
                 .with("output", output)
                 .with("count", static_cast<long long>(count))
                 .with("files", names));
  return false;
}

std::unique_ptr<files::Lock> take_lock(files::FileSystem& disk, const Places& places, Report& report) {
  auto lock = disk.lock(places.state + "/lock");
  if (lock) return *std::move(lock);
  const bool busy = lock.error().kind == FileError::Kind::busy;
  report.add(busy ? Diagnostic(Code::output_busy, {}).with("output", places.output) : finding_of(lock.error()));
  return nullptr;
}

}  // namespace

std::unique_ptr<Publisher> Publisher::open(files::FileSystem& disk, std::string output, Report& report) {
  const auto places = places_of(output);
  if (!places) {
    report.add(Diagnostic(Code::output_unnamed, {}).with("output", output));
    return nullptr;
  }
  if (!is_fit(disk, places->output, report) || !is_fit(disk, places->state, report)) return nullptr;

  // Beside a folder of others, not even a lock is left. What is seen without the lock holds only as long as no run of
  // ours has ever been there.
  if (!disk.stat(places->state)) {
    const auto found = look(disk, *places, report);
    if (!found || !is_ours(*found, places->output, report)) return nullptr;
  }
  auto lock = take_lock(disk, *places, report);
  if (!lock) return nullptr;
  auto found = look(disk, *places, report);
  if (!found || !is_ours(*found, places->output, report)) return nullptr;

  Stage stage(disk, places->state + "/stage");
  if (const auto done = stage.clear(); !done) {
    report.add(finding_of(done.error()));
    return nullptr;
  }
  return std::make_unique<FolderPublisher>(disk, places->output, std::move(lock), std::move(found->ledger),
                                           std::move(found->folder), std::move(stage));
}

}  // namespace katern::publish
