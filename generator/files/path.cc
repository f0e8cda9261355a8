#include "files/path.h"

#include <vector>

namespace katern::files {
namespace {

// False when a step climbs above the root.
bool walk(std::string_view path, std::vector<std::string_view>& steps) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view step = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
      continue;
    }
    if (steps.empty()) return false;
    steps.pop_back();
  }
  return true;
}

}  // namespace

std::optional<std::string> join_relative(std::string_view from, std::string_view relative) {
  using namespace std::string_view_literals;
  if (relative.empty() || relative.front() == '/' || relative.find_first_of("\\\0"sv) != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t slash = from.rfind('/');
  std::vector<std::string_view> steps;
  if (slash != std::string_view::npos && !walk(from.substr(0, slash), steps)) return std::nullopt;
  if (!walk(relative, steps) || steps.empty()) return std::nullopt;
  std::string path;
  for (const std::string_view step : steps) {
    if (!path.empty()) path += '/';
    path += step;
  }
  return path;
}

std::string written_from(std::string_view from, std::string_view path) {
  std::size_t shared = 0;
  for (std::size_t i = 0; i < from.size() && i < path.size() && from[i] == path[i]; ++i) {
    if (from[i] == '/') shared = i + 1;
  }
  std::string written;
  for (const char c : from.substr(shared)) {
    if (c == '/') written += "../";
  }
  return written.append(path.substr(shared));
}

}  // namespace katern::files
