#include "read/inventory.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "files/disk.h"
#include "files/memory.h"
#include "support/catch.h"
#include "unit/read/findings.h"

using namespace katern;
using Texts = std::vector<std::string>;

namespace {

Texts paths(const std::vector<read::SourceFile>& files) {
  Texts out;
  for (const read::SourceFile& file : files) out.push_back(file.path);
  return out;
}

files::MemoryFileSystem site() { return {{"site/content/site.yaml", "title: x\n"}}; }

}  // namespace

TEST_CASE("every file of a site goes to its own list") {
  files::MemoryFileSystem disk{
      {"site/content/site.yaml", "title: x\n"},
      {"site/content/social.lock.yaml", ""},
      {"site/content/kinds/persoon.yaml", ""},
      {"site/content/kinds/bericht.yaml", ""},
      {"site/content/data/kijkwijzer.yaml", ""},
      {"site/content/berichten/b.md", "tekst"},
      {"site/content/berichten/2026/a.md", ""},
      {"site/content/berichten/foto.jpg", "x"},
      {"site/content/berichten/.gitkeep", ""},
      {"site/content/berichten/b.md~", ""},
      {"site/content/.cache/x y.md", ""},
      {"site/themes/a/theme.yaml", ""},
      {"site/themes/a/templates/home.html", ""},
      {"site/themes/LEESMIJ", ""},
      {"site/output/index.html", ""},
  };
  Report report;
  const auto inventory = read::take_inventory(disk, "site", report);
  CHECK(read::findings(report) == Texts{});
  CHECK(inventory.root == "site");
  REQUIRE(inventory.site);
  CHECK(inventory.site->path == "content/site.yaml");
  CHECK(inventory.site->bytes == 9);
  CHECK(paths(inventory.kinds) == Texts{"content/kinds/bericht.yaml", "content/kinds/persoon.yaml"});
  CHECK(paths(inventory.data) == Texts{"content/data/kijkwijzer.yaml"});
  CHECK(paths(inventory.entries) == Texts{"content/berichten/2026/a.md", "content/berichten/b.md"});
  CHECK(paths(inventory.media) == Texts{"content/berichten/foto.jpg"});
  CHECK(paths(inventory.theme) == Texts{"themes/a/templates/home.html", "themes/a/theme.yaml"});
}

TEST_CASE("the root may be written in several ways") {
  for (const char* root : {"site", "site/", "./site", "site//"}) {
    CAPTURE(root);
    const files::MemoryFileSystem disk = site();
    Report report;
    CHECK(read::take_inventory(disk, root, report).site);
    CHECK(report.empty());
  }
  const files::MemoryFileSystem here{{"content/site.yaml", ""}};
  Report report;
  CHECK(read::take_inventory(here, "", report).site);
  CHECK(report.empty());
}

TEST_CASE("a folder without content is no site") {
  const files::MemoryFileSystem disk{{"site/themes/a/theme.yaml", ""}};
  Report report;
  const auto inventory = read::take_inventory(disk, "site", report);
  CHECK(read::findings(report) == Texts{"content: content-missing"});
  CHECK_FALSE(inventory.site);
}

TEST_CASE("a site needs its settings") {
  const files::MemoryFileSystem disk{{"site/content/berichten/a.md", ""}};
  Report report;
  const auto inventory = read::take_inventory(disk, "site", report);
  CHECK(read::findings(report) == Texts{"content/site.yaml: content-settings-missing"});
  CHECK(inventory.entries.size() == 1);
}

TEST_CASE("a symlink is refused wherever it stands") {
  for (const char* path : {"content/berichten/geheim.md", "content/berichten", "content/kinds/a.yaml",
                           "content/site.yaml", "themes/a/assets/x.css", "themes", "content"}) {
    CAPTURE(path);
    files::MemoryFileSystem disk;
    if (std::string_view(path) != "content" && std::string_view(path) != "content/site.yaml") {
      disk.add("site/content/site.yaml", "");
    }
    disk.add_symlink("site/" + std::string(path));
    Report report;
    read::take_inventory(disk, "site", report);
    CHECK(read::findings(report) == Texts{std::string(path) + ": file-is-symlink"});
  }
}

TEST_CASE("a name that does not fit in a URL is refused, with one that does") {
  struct Case {
    std::string name;
    const char* code;
    std::string shown;
    const char* better;
  };
  const std::vector<Case> cases = {
      {"Zomer & zon.md", "file-name-unfit", "Zomer & zon.md", "zomer-en-zon.md"},
      {"één.JPG", "file-name-unfit", "één.JPG", "een.jpg"},
      {"a?b#c%20.md", "file-name-unfit", "a?b#c%20.md", "a-b-c-20.md"},
      {"Москва.md", "file-name-unfit", "Москва.md", "bestand.md"},
      {"a\x1b[31m.md", "file-name-unfit", "a\uFFFD[31m.md", "a-31m.md"},
      {"caf\xE9.md", "file-name-not-utf8", "caf\uFFFD.md", "caf.md"},
      {"\xFF", "file-name-not-utf8", "\uFFFD", "bestand"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    files::MemoryFileSystem disk = site();
    disk.add("site/content/berichten/" + c.name, "");
    Report report;
    const auto inventory = read::take_inventory(disk, "site", report);
    CHECK(inventory.entries.empty());
    CHECK(inventory.media.empty());
    REQUIRE(read::findings(report) == Texts{"content/berichten/" + c.shown + ": " + c.code});
    CHECK(read::argument(report.findings().front(), "value") == c.shown);
    CHECK(read::argument(report.findings().front(), "better") == c.better);
  }
}

TEST_CASE("a folder with an unfit name is one finding, whatever is in it") {
  files::MemoryFileSystem disk = site();
  for (const char* name : {"a.md", "b c.md", "diep/d.md"})
    disk.add("site/content/Oude berichten/" + std::string(name), "");
  Report report;
  const auto inventory = read::take_inventory(disk, "site", report);
  CHECK(read::findings(report) == Texts{"content/Oude berichten: file-name-unfit"});
  CHECK(inventory.entries.empty());
}

TEST_CASE("files past their size are refused") {
  files::MemoryFileSystem disk;
  disk.add("site/content/site.yaml", std::string(11, 'x'));
  disk.add("site/content/kinds/a.yaml", std::string(11, 'x'));
  disk.add("site/content/b/c.md", std::string(21, 'x'));
  disk.add("site/content/b/goed.md", std::string(20, 'x'));
  disk.add("site/content/b/foto.png", std::string(3000, 'x'));
  disk.add("site/themes/t/assets/font.woff2", std::string(3000, 'x'));
  Report report;
  const read::ReadLimits limits{.entry_bytes = 20, .config_bytes = 10, .media_bytes = 2048, .files = 100};
  const auto inventory = read::take_inventory(disk, "site", report, limits);
  CHECK(read::findings(report) == Texts{"content/b/c.md: file-too-large", "content/b/foto.png: file-too-large",
                                        "content/kinds/a.yaml: file-too-large", "content/site.yaml: file-too-large",
                                        "themes/t/assets/font.woff2: file-too-large"});
  CHECK(read::argument(report.findings()[0], "size") == "21 bytes");
  CHECK(read::argument(report.findings()[1], "size") == "3 kB");
  CHECK(read::argument(report.findings()[1], "max") == "2 kB");
  CHECK(paths(inventory.entries) == Texts{"content/b/goed.md"});
}

TEST_CASE("too many files end the count") {
  files::MemoryFileSystem disk = site();
  for (int i = 0; i < 20; ++i) disk.add("site/content/b/" + std::to_string(i) + ".md", "");
  Report report;
  const auto inventory = read::take_inventory(disk, "site", report, {.files = 5});
  CHECK(read::argument(report.findings().front(), "max") == "5");
  CHECK(inventory.entries.size() == 5);
  CHECK(report.findings().front().code == Code::file_count_too_high);
}

TEST_CASE("a browser gets nothing from content that it would run") {
  for (const char* name : {"x.html", "x.JS", "x.svgz", "x.xml", "x.css"}) {
    CAPTURE(name);
    files::MemoryFileSystem disk = site();
    disk.add("site/content/b/" + std::string(name), "");
    Report report;
    CHECK(read::take_inventory(disk, "site", report).media.empty());
    CHECK(read::findings(report) == Texts{"content/b/" + std::string(name) + ": file-type-unsafe"});
  }
}

TEST_CASE("a file in a place where nobody reads it is a warning") {
  struct Case {
    const char* path;
    const char* code;
    const char* better;
  };
  const std::vector<Case> cases = {
      {"content/notitie.md", "file-misplaced", ""},
      {"content/kinds/a.yml", "file-passed-over", "content/kinds/a.yaml"},
      {"content/kinds/sub/a.yaml", "file-passed-over", "content/kinds/a.yaml"},
      {"content/data/lijst.csv", "file-passed-over", "content/data/lijst.yaml"},
      {"content/berichten/a.markdown", "file-passed-over", "a.md"},
      {"content/berichten/a.MD", "file-passed-over", "a.md"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    files::MemoryFileSystem disk = site();
    disk.add("site/" + std::string(c.path), "");
    Report report;
    read::take_inventory(disk, "site", report);
    REQUIRE(read::findings(report) == Texts{std::string(c.path) + ": " + c.code});
    CHECK_FALSE(report.has_errors());
    CHECK(read::argument(report.findings().front(), "better") == c.better);
  }
}

TEST_CASE("site.yml is nearly right") {
  const files::MemoryFileSystem disk{{"site/content/site.yml", ""}};
  Report report;
  read::take_inventory(disk, "site", report);
  CHECK(read::findings(report) ==
        Texts{"content/site.yml: file-misplaced", "content/site.yaml: content-settings-missing"});
  CHECK(report.findings().front().suggestion == "site.yaml");
}

TEST_CASE("what cannot be listed is an error with a path below the root") {
  files::MemoryFileSystem disk;
  disk.add("site/content", "geen map");
  Report report;
  read::take_inventory(disk, "site", report);
  CHECK(read::findings(report) == Texts{"content: file-unreadable"});
}

TEST_CASE("a pipe is no file") {
  const std::filesystem::path root =
      std::filesystem::temp_directory_path() / ("katern-read-" + std::to_string(::getpid()));
  std::filesystem::create_directories(root / "content/b");
  std::ofstream(root / "content/site.yaml") << "title: x\n";
  REQUIRE(::mkfifo((root / "content/b/pijp.md").c_str(), 0600) == 0);
  Report report;
  const auto inventory = read::take_inventory(files::DiskFileSystem(), root.string(), report);
  std::filesystem::remove_all(root);
  CHECK(read::findings(report) == Texts{"content/b/pijp.md: file-is-special"});
  CHECK(inventory.site);
  CHECK(inventory.entries.empty());
}
