#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace katern::publish {

/// Paths of files relative to the output folder: sorted by bytes, each once.
using Paths = std::vector<std::string>;

/// Whether a file may be written there: relative, with forward slashes, without empty, `.` or `..` steps and control
/// characters, and no longer or deeper than disks bear.
bool is_output_path(std::string_view path);

/// Whether `path` lies below the directory, at any depth.
bool is_below(std::string_view path, std::string_view directory);

/// The directory that holds the path, or nothing at the top.
std::string_view directory_of(std::string_view path);

}  // namespace katern::publish
