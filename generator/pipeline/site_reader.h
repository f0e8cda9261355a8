#pragma once

#include <functional>
#include <string>

#include "diagnostics/report.h"
#include "files/file_system.h"
#include "model/site.h"
#include "pipeline/sources.h"
#include "text/date.h"

namespace katern::pipeline {

enum class Stage { read, parse, model, check, render, publish };

/// Which site, and what of it.
struct SiteOptions {
  std::string root = ".";
  std::string base_url;  ///< as schema::base_url_of() gives it; empty: the site's own
  Date today;            ///< the day that the site is built for
  bool drafts = false;
  unsigned jobs = 0;                    ///< threads; 0: one a core
  std::function<void(Stage)> progress;  ///< called as each stage begins, from the calling thread; may be empty
};

/// A site as far as content goes: nothing of it is checked by rules yet, or made into pages. Stays where it is: the
/// site borrows from its sources.
struct ReadSite {
  Sources sources;
  model::Site site;
};

/// More threads than this only cost.
inline constexpr unsigned kMostJobs = 256;

/// How many threads a run may use.
unsigned jobs_of(const SiteOptions& options);

/// The stages read, parse and model. Entries that have errors are left out.
void read_site(const files::FileSystem& disk, const SiteOptions& options, ReadSite& into, Report& report);

}  // namespace katern::pipeline
