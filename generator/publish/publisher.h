#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "files/file_system.h"

namespace katern::publish {

struct PublishResult {
  std::size_t written = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
};

/// One run's way to the output folder. Files are staged beside the folder (`.<name>.katern/`) as they come; commit()
/// moves into place what differs and removes what an earlier run made and this one did not. Without commit() the folder
/// stays as it was, also when the process is killed; a run that is killed inside commit() leaves every file whole, old
/// or new, and the next run puts the rest right.
class Publisher {
 public:
  /// Refuses, with an error in the report and null, a folder that holds files which no run of ours made (names with a
  /// dot first, at its top, are let be), one that cannot be written, and one that another run is writing.
  static std::unique_ptr<Publisher> open(files::FileSystem& disk, std::string output, Report& report);

  virtual ~Publisher() = default;

  /// Any thread. The path is relative and normalised. A failure of the disk is remembered for commit().
  virtual void put(std::string_view path, std::string_view bytes) = 0;

  /// Once, after all put()s. Nothing changes in the folder when the report gets an error before the first move.
  virtual PublishResult commit(Report& report) = 0;
};

}  // namespace katern::publish
