#include "read/inventory.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "read/file_name.h"
#include "read/size_in_words.h"
#include "text/utf8.h"

namespace katern::read {
namespace {

using files::Entry;

constexpr std::string_view kContent = "content";
constexpr std::string_view kThemes = "themes";

/// Files that a browser runs, or that hide from the checks of what it would run. An outsider who could put one on the
/// website could speak in its name.
constexpr std::array<std::string_view, 16> kUnsafeTypes = {"html", "htm",  "xhtml", "xht", "shtml", "xml",
                                                           "xsl",  "xslt", "js",    "mjs", "css",   "mml",
                                                           "svgz", "wasm", "swf",   "hta"};

Place place_of(std::string_view path) { return {printable(path), {}, 0}; }

bool is_hidden(std::string_view name) { return name.starts_with('.'); }

/// What editors leave beside the file that they save.
bool is_backup(std::string_view name) { return name.ends_with('~'); }

std::string with_ending(std::string_view name, std::string_view ending) {
  return std::string(name.substr(0, name.rfind('.'))) + std::string(ending);
}

std::string without_closing_slashes(std::string root) {
  if (root.empty()) return ".";
  while (root.ends_with('/')) root.pop_back();
  return root;
}

class Taker {
 public:
  Taker(const files::FileSystem& disk, std::string root, Report& report, const ReadLimits& limits)
      : disk_(disk), report_(report), limits_(limits) {
    inventory_.root = without_closing_slashes(std::move(root));
  }

  Inventory take() && {
    if (list(kContent)) {
      if (!inventory_.site && !site_refused_) add(Code::content_settings_missing, "content/site.yaml");
    } else if (missing_) {
      add(Code::content_missing, kContent);
    }
    list(kThemes);
    return std::move(inventory_);
  }

 private:
  void add(Code code, std::string_view path) { report_.add(Diagnostic(code, place_of(path))); }

  /// Whether the folder is there and could be listed; a folder that is not there is no finding yet.
  bool list(std::string_view folder) {
    const std::string path = inventory_.root + '/' + std::string(folder);
    missing_ = false;
    const auto stands = disk_.stat(path);
    if (stands && stands->kind == Entry::Kind::symlink) {
      add(Code::file_is_symlink, folder);
      return false;
    }
    const auto entries = disk_.list(path);
    if (!entries) {
      missing_ = entries.error().kind == files::FileError::Kind::not_found;
      if (!missing_) add_failure(entries.error(), folder);
      return false;
    }
    for (const Entry& entry : *entries) {
      if (files_ > limits_.files) break;
      take_entry(std::string(folder) + '/' + entry.path, entry);
    }
    return true;
  }

  void add_failure(const files::FileError& error, std::string_view folder) {
    const std::string prefix = inventory_.root + '/';
    const std::string_view path =
        error.path.starts_with(prefix) ? std::string_view(error.path).substr(prefix.size()) : folder;
    report_.add(Diagnostic(Code::file_unreadable, place_of(path)).with("reason", error.reason));
  }

  void take_entry(const std::string& path, const Entry& entry) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = file_name(path);
    const bool below_refused = refused_.count(std::string_view(path).substr(0, slash)) > 0;
    if (below_refused || is_hidden(name) || is_backup(name) || !check(path, entry)) {
      if (entry.kind == Entry::Kind::directory) refused_.insert(path);
      return;
    }
    if (entry.kind != Entry::Kind::file) return;
    if (++files_ > limits_.files) {
      report_.add(Diagnostic(Code::file_count_too_high, {}).with("max", static_cast<long long>(limits_.files)));
      return;
    }
    sort_in({path, entry.bytes});
  }

  bool check(std::string_view path, const Entry& entry) {
    if (entry.kind == Entry::Kind::symlink || entry.kind == Entry::Kind::other) {
      if (path == "content/site.yaml") site_refused_ = true;
      add(entry.kind == Entry::Kind::symlink ? Code::file_is_symlink : Code::file_is_special, path);
      return false;
    }
    const std::string_view name = file_name(path);
    if (is_fit_name(name)) return true;
    const Code code = text::first_invalid_utf8(name) ? Code::file_name_not_utf8 : Code::file_name_unfit;
    report_.add(Diagnostic(code, place_of(path)).with("value", printable(name)).with("better", fitting_name(name)));
    return false;
  }

  void sort_in(SourceFile file) {
    const std::string_view path = file.path;
    const std::size_t first = path.find('/');
    const std::size_t second = path.find('/', first + 1);
    const bool directly = second == std::string_view::npos;
    if (path.starts_with(kThemes)) {
      if (!directly) keep(inventory_.theme, std::move(file), limits_.media_bytes);
    } else if (directly) {
      sort_in_top(std::move(file));
    } else if (path.starts_with("content/kinds/")) {
      sort_in_config(inventory_.kinds, std::move(file));
    } else if (path.starts_with("content/data/")) {
      sort_in_config(inventory_.data, std::move(file));
    } else {
      sort_in_folder(std::move(file));
    }
  }

  /// Directly in content/.
  void sort_in_top(SourceFile file) {
    if (file.path == "content/site.yaml") {
      std::vector<SourceFile> site;
      keep(site, std::move(file), limits_.config_bytes);
      site_refused_ = site.empty();
      if (!site.empty()) inventory_.site = std::move(site.front());
    } else if (file.path != "content/social.lock.yaml") {
      Diagnostic finding(Code::file_misplaced, place_of(file.path));
      const bool meant_as_site = file.path == "content/site.yml";
      report_.add(std::move(finding).with("value", file_name(file.path)).suggest(meant_as_site ? "site.yaml" : ""));
    }
  }

  /// content/kinds/ and content/data/: .yaml files, and no folders.
  void sort_in_config(std::vector<SourceFile>& files, SourceFile file) {
    const bool directly = std::count(file.path.begin(), file.path.end(), '/') == 2;
    if (directly && file.path.ends_with(".yaml")) return keep(files, std::move(file), limits_.config_bytes);
    const std::string folder = file.path.substr(0, file.path.find('/', kContent.size() + 1) + 1);
    pass_over(file, folder + "*.yaml", folder + with_ending(file_name(file.path), ".yaml"));
  }

  void sort_in_folder(SourceFile file) {
    if (file.path.ends_with(".md")) return keep(inventory_.entries, std::move(file), limits_.entry_bytes);
    const std::string type = extension(file.path);
    if (type == "md" || type == "markdown") {
      return pass_over(file, "*.md", with_ending(file_name(file.path), ".md"));
    }
    if (std::find(kUnsafeTypes.begin(), kUnsafeTypes.end(), type) != kUnsafeTypes.end()) {
      report_.add(Diagnostic(Code::file_type_unsafe, place_of(file.path)).with("value", type));
      return;
    }
    keep(inventory_.media, std::move(file), limits_.media_bytes);
  }

  void pass_over(const SourceFile& file, std::string_view wanted, std::string_view better) {
    Diagnostic finding(Code::file_passed_over, place_of(file.path));
    report_.add(std::move(finding).with("wanted", wanted).with("better", better));
  }

  void keep(std::vector<SourceFile>& files, SourceFile file, std::uint64_t max_bytes) {
    if (file.bytes > max_bytes) {
      Diagnostic finding(Code::file_too_large, place_of(file.path));
      report_.add(std::move(finding).with("size", size_in_words(file.bytes)).with("max", size_in_words(max_bytes)));
      return;
    }
    files.push_back(std::move(file));
  }

  const files::FileSystem& disk_;
  Report& report_;
  const ReadLimits& limits_;
  Inventory inventory_;
  std::set<std::string, std::less<>> refused_;  ///< folders that are passed over with all that is in them
  std::size_t files_ = 0;
  bool missing_ = false;
  bool site_refused_ = false;
};

}  // namespace

Inventory take_inventory(const files::FileSystem& disk, std::string root, Report& report, const ReadLimits& limits) {
  return Taker(disk, std::move(root), report, limits).take();
}

}  // namespace katern::read
