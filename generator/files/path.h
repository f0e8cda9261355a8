#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace katern::files {

/// The path that `relative` means when it is written in the file `from`: join_relative("content/a/x.md", "../b/y.md")
/// is "content/b/y.md". Nothing when it climbs above the root, is absolute, is empty, or holds a backslash or NUL.
std::optional<std::string> join_relative(std::string_view from, std::string_view relative);

/// How `path` is written in the file `from`, the other way round: written_from("content/a/x.md", "content/b/y.md") is
/// "../b/y.md". Both are paths below the root, without `.` and `..`.
std::string written_from(std::string_view from, std::string_view path);

}  // namespace katern::files
