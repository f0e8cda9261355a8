#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "diagnostics/report.h"
#include "files/file_system.h"
#include "pipeline/site_reader.h"
#include "publish/publisher.h"
#include "text/date.h"

namespace katern::pipeline {

struct BuildOptions : SiteOptions {
  std::string output;  ///< empty: <root>/output
  bool write = true;   ///< false: the same findings, nothing written
};

struct BuildResult {
  Report report;                        ///< sorted
  Language language = Language::dutch;  ///< of the site, for messages
  std::size_t entries = 0;              ///< that are visible
  std::size_t pages = 0;
  publish::PublishResult published;
  std::optional<Date> next_change;  ///< the next day on which the output will change by itself
  bool machine_failed = false;      ///< the disk, not the content
};

/// Runs every stage. Nothing in the output changes when the report has an error. Takes no clock, no net and no locale:
/// the same files and options give the same bytes, with any number of jobs.
BuildResult build(files::FileSystem& disk, const BuildOptions& options);

}  // namespace katern::pipeline
