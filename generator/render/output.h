#pragma once

#include <string>
#include <string_view>

namespace katern::render {

/// A file of the website. `path` is relative to the output folder, with forward slashes: berichten/x/index.html.
struct OutputFile {
  std::string path;
  std::string bytes;
};

/// Where rendered files go as they come. Called from many threads at once.
class OutputSink {
 public:
  virtual ~OutputSink() = default;
  virtual void put(std::string_view path, std::string_view bytes) = 0;
};

}  // namespace katern::render
