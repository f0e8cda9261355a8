#include "publish/paths.h"

#include <algorithm>

#include "files/file_system.h"

namespace katern::publish {
namespace {

constexpr std::size_t kLongestStep = 255;  // NAME_MAX of Linux's disks
constexpr std::size_t kLongestPath = 2048;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool is_step(std::string_view step) {
  return !step.empty() && step != "." && step != ".." && step.size() <= kLongestStep;
}

}  // namespace

bool is_output_path(std::string_view path) {
  if (path.size() > kLongestPath || std::any_of(path.begin(), path.end(), is_control)) return false;
  if (std::count(path.begin(), path.end(), '/') >= files::FileSystem::kMaxDepth) return false;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    if (!is_step(path.substr(0, slash))) return false;
    path.remove_prefix(slash + 1);
  }
  return is_step(path);
}

bool is_below(std::string_view path, std::string_view directory) {
  return path.size() > directory.size() && path[directory.size()] == '/' && path.starts_with(directory);
}

std::string_view directory_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace katern::publish
