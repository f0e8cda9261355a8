#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/report.h"
#include "files/file_system.h"

namespace katern::publish {

/// Counts of files; all 0 when it failed.
struct PublishResult {
  std::size_t written = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  bool is_partial = false;  ///< it failed after the first change: some files are new, and others are still old
};

/// One run's way to the output folder. Beside `site` it keeps `.site.katern/`:
///
///     stage/   the files of this run that differ from what is in the folder, as they come
///     ledger   which files of the folder are ours, one path a line
///     lock     held by the run that is publishing
///
/// What holds, whatever happens:
/// - Without commit() nothing in the folder changes.
/// - A file in the folder is whole, old or new: it only ever arrives by a rename within the disk.
/// - A file that no run of ours made is never replaced, removed or written through, and neither is a symlink.
/// - A run that is killed, at any point, can be followed by another, which puts the rest right: before the first file
///   moves the ledger lists old and new together.
/// - After a power cut a file that had just arrived may be empty or cut short on some disks, since only the ledger is
///   waited for. The next run compares bytes, and so writes it again.
///
/// A run that changes nothing writes nothing.
class Publisher {
 public:
  /// Refuses, with an error in the report and null: a folder that holds files which no run of ours made (names at its
  /// top that begin with a dot are let be), one that is a file or a symlink, one that cannot be written, and one that
  /// another run is writing; and where what is beside it is no folder. The disk must outlive the publisher.
  static std::unique_ptr<Publisher> open(files::FileSystem& disk, std::string output, Report& report);

  /// Without a commit(), throws away what was staged.
  virtual ~Publisher() = default;

  /// Any thread. The path is relative to the folder and normalised. Failures of the disk, two files of one path, and
  /// paths that are no such are remembered for commit().
  virtual void put(std::string_view path, std::string_view bytes) = 0;

  /// Once, after all put()s. An error in what was put, a file of others in the way, a folder in it that may not be
  /// written, or a failure while staging leaves the folder as it was. A failure of the disk after that leaves each file
  /// whole, old or new, and the result is partial.
  virtual PublishResult commit(Report& report) = 0;
};

}  // namespace katern::publish
