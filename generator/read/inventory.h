#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/report.h"
#include "files/file_system.h"

namespace katern::read {

/// A file of the site. Its bytes are read when a stage needs them, so that no run holds all of them at once.
struct SourceFile {
  std::string path;  ///< relative to the site's root, forward slashes
  std::uint64_t bytes = 0;
};

/// Which files make up the site, each list by path.
struct Inventory {
  std::string root;                 ///< as given; prefix of every path on disk
  std::optional<SourceFile> site;   ///< content/site.yaml
  std::vector<SourceFile> kinds;    ///< content/kinds/*.yaml
  std::vector<SourceFile> data;     ///< content/data/*.yaml
  std::vector<SourceFile> entries;  ///< content/<folder>/**.md
  std::vector<SourceFile> media;    ///< pictures and files beside them
  std::vector<SourceFile> theme;    ///< everything below themes/, theme by theme
};

struct ReadLimits {
  std::uint64_t entry_bytes = 1024 * 1024;
  std::uint64_t config_bytes = 256 * 1024;
  std::uint64_t media_bytes = 25 * 1024 * 1024;
  std::size_t files = 200'000;
};

/// Lists the site below `root`. Symlinks, names that are not UTF-8 or not fit for a URL, files that are too large or
/// that a browser would run, and a missing site.yaml are findings; such files are left out, and folders with all that
/// is in them. Hidden files and folders (a dot first) and the backups of editors (a ~ last) are passed over.
Inventory take_inventory(const files::FileSystem& disk, std::string root, Report& report,
                         const ReadLimits& limits = {});

/// The bytes of a text file of the inventory: valid UTF-8 without NUL, a byte order mark off, line ends made \n.
/// Nothing, and an error with its place, when it is not so or cannot be read.
std::optional<std::string> read_text(const files::FileSystem& disk, const Inventory& inventory, const SourceFile& file,
                                     std::uint64_t max_bytes, Report& report);

}  // namespace katern::read
