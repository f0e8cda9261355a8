// The floor: what reading, yaml-cpp, cmark-gfm and writing cost by themselves, for the same entries, the same number of
// output files and bytes, and the same threads as a build. No build can be faster than what it must do at the least.
//
//   katern_floor ROOT LIKE OUTPUT [THREADS]
//
// Reads ROOT/content/**.md, parses the front matter and renders the body of each, and writes to OUTPUT as many files of
// the same sizes as stand in LIKE.

#include <atomic>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>
#include <yaml-cpp/yaml.h>

namespace fs = std::filesystem;

namespace {

struct Target {
  fs::path path;
  std::size_t bytes;
};

template <class Task>
void on_threads(unsigned threads, std::size_t count, const Task& task) {
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> pool;
  for (unsigned t = 0; t < threads; ++t) {
    pool.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++) task(i);
    });
  }
  for (std::thread& thread : pool) thread.join();
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t render(const std::string& entry) {
  const std::size_t end = entry.find("\n---\n", 3);
  const YAML::Node front_matter = YAML::Load(entry.substr(4, end - 3));
  const std::string body = entry.substr(end + 5);
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, body.data(), body.size());
  cmark_node* document = cmark_parser_finish(parser);
  char* html = cmark_render_html(document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));
  const std::size_t bytes = std::string_view(html).size() + front_matter.size();
  std::free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return bytes;
}

std::vector<fs::path> entries_below(const fs::path& content) {
  std::vector<fs::path> entries;
  for (const auto& file : fs::recursive_directory_iterator(content)) {
    if (file.path().extension() == ".md") entries.push_back(file.path());
  }
  return entries;
}

std::vector<Target> targets_like(const fs::path& like) {
  std::vector<Target> targets;
  for (const auto& file : fs::recursive_directory_iterator(like)) {
    if (file.is_regular_file()) targets.push_back({fs::relative(file.path(), like), file.file_size()});
  }
  return targets;
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    std::cerr << "usage: katern_floor ROOT LIKE OUTPUT [THREADS]\n";
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  const unsigned threads = count > 4 ? static_cast<unsigned>(std::atoi(words[4])) : std::thread::hardware_concurrency();
  const std::vector<fs::path> entries = entries_below(fs::path(words[1]) / "content");
  const std::vector<Target> targets = targets_like(words[2]);
  const fs::path output = words[3];

  std::atomic<std::size_t> rendered{0};
  on_threads(threads, entries.size(), [&](std::size_t i) { rendered += render(read(entries[i])); });
  on_threads(threads, targets.size(), [&](std::size_t i) {
    const fs::path path = output / targets[i].path;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << std::string(targets[i].bytes, 'x');
  });
  std::cout << entries.size() << " entries, " << rendered << " bytes rendered, " << targets.size() << " files\n";
  return 0;
}
