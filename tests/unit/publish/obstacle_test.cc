#include "files/memory.h"
#include "publish/publisher.h"
#include "support/catch.h"
#include "unit/publish/site.h"

namespace katern::publish {
namespace {

using files::MemoryFileSystem;

TEST_CASE("A file of ours makes way for a folder, and a folder for a file") {
  MemoryFileSystem disk;
  const Site one{{"a", "file"}, {"b/c/x", "folder"}, {"b/y", "folder"}, {"k", "kept"}};
  const Site other{{"a/p/q", "folder"}, {"a/r", "folder"}, {"b", "file"}, {"k", "kept"}};
  publish(disk, one);
  disk.add_directory("site/b/empty");
  for (const Site& site : {other, one, other}) {
    Report report;
    publish(disk, site, report);
    CHECK(report.empty());
    CHECK(disk.files("site") == site);
  }
}

TEST_CASE("An empty folder of others does not stop a file") {
  MemoryFileSystem disk;
  disk.add_directory("site/a/b");
  Report report;
  publish(disk, {{"a", "1"}}, report);
  CHECK(report.empty());
  CHECK(disk.bytes("site/a") == "1");
}

TEST_CASE("What others keep below a dot stands in the way, and stays") {
  MemoryFileSystem disk{{"site/.gitignore", "*"}, {"site/.well-known/mine", "1"}, {"site/.file", "2"}};
  disk.add_symlink("site/.link");
  const Site theirs = disk.files("site");
  const auto [path, obstacle] = GENERATE(table<std::string, std::string>({
      {".gitignore", ".gitignore"},
      {".well-known", ".well-known/mine"},
      {".file/below/x", ".file"},
      {".link", ".link"},
      {".link/x", ".link"},
  }));
  Report report;
  publish(disk, {{path, "x"}, {"index.html", "x"}}, report);

  REQUIRE(codes(report) == std::vector{Code::output_in_the_way});
  CHECK(argument(report.findings()[0], "path") == path);
  CHECK(argument(report.findings()[0], "obstacle") == obstacle);
  CHECK(disk.files("site") == theirs);
}

TEST_CASE("A file of ours goes below a dot beside those of others") {
  MemoryFileSystem disk{{"site/.well-known/mine", "1"}};
  publish(disk, {{".well-known/security.txt", "2"}});
  CHECK(disk.files("site") == Site{{".well-known/mine", "1"}, {".well-known/security.txt", "2"}});
  publish(disk, {{"a", "3"}});
  CHECK(disk.files("site") == Site{{".well-known/mine", "1"}, {"a", "3"}});
}

}  // namespace
}  // namespace katern::publish
