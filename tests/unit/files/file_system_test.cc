#include "files/file_system.h"

#include <string>
#include <sys/stat.h>
#include <vector>

#include "files/disk.h"
#include "files/memory.h"
#include "support/catch.h"
#include "support/temporary_directory.h"

namespace katern::files {
namespace {

using Kind = FileError::Kind;

class OnDisk {
 public:
  OnDisk() { std::filesystem::current_path(directory_.path()); }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;
  ~OnDisk() { std::filesystem::current_path(before_); }

  FileSystem& get() { return disk_; }
  void link(const std::string& path) { std::filesystem::create_symlink("/etc", path); }
  void make_directory(const std::string& path) { std::filesystem::create_directories(path); }

 private:
  std::filesystem::path before_ = std::filesystem::current_path();
  test::TemporaryDirectory directory_;
  DiskFileSystem disk_;
};

class InMemory {
 public:
  FileSystem& get() { return disk_; }
  void link(const std::string& path) { disk_.add_symlink(path); }
  void make_directory(const std::string& path) { disk_.add_directory(path); }

 private:
  MemoryFileSystem disk_;
};

std::vector<std::string> paths(const std::vector<Entry>& entries) {
  std::vector<std::string> out;
  for (const Entry& entry : entries) out.push_back(entry.path);
  return out;
}

TEMPLATE_TEST_CASE("What is written can be read, and directories come by themselves", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  REQUIRE(disk.write("a/b/c", "first and longer"));
  REQUIRE(disk.write("a/b/c", "second"));
  REQUIRE(disk.write("a/empty", ""));

  CHECK(disk.read("a/b/c", 6) == "second");
  CHECK(disk.read("a/empty", 0) == "");
  CHECK(disk.stat("a/b/c")->bytes == 6);
  CHECK(disk.stat("a/b")->kind == Entry::Kind::directory);
  CHECK(disk.writable("a/b"));
}

TEMPLATE_TEST_CASE("Reading says why it cannot", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  REQUIRE(disk.write("file", "1234567"));
  place.make_directory("directory");
  place.link("link");

  CHECK(disk.read("file", 6).error().kind == Kind::too_large);
  CHECK(disk.read("missing", 6).error().kind == Kind::not_found);
  CHECK(disk.read("directory", 6).error().kind == Kind::not_a_file);
  CHECK(disk.read("link", 6).error().kind == Kind::not_a_file);
  CHECK(disk.read("missing", 6).error().path == "missing");
  CHECK(disk.stat("missing").error().kind == Kind::not_found);
  CHECK(disk.writable("missing").error().kind == Kind::not_found);
}

TEMPLATE_TEST_CASE("A listing has all below a directory, sorted by bytes, and enters no symlink", "", OnDisk,
                   InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  for (const char* path : {"top/b/z", "top/b-a", "top/a", "top/b/c/d", "topper"}) REQUIRE(disk.write(path, "12"));
  place.link("top/link");

  const auto entries = disk.list("top");
  REQUIRE(entries);
  CHECK(paths(*entries) == std::vector<std::string>{"a", "b", "b-a", "b/c", "b/c/d", "b/z", "link"});
  CHECK(entries->at(0).kind == Entry::Kind::file);
  CHECK(entries->at(0).bytes == 2);
  CHECK(entries->at(1).kind == Entry::Kind::directory);
  CHECK(entries->at(6).kind == Entry::Kind::symlink);
}

TEMPLATE_TEST_CASE("Only a directory that is there can be listed", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  REQUIRE(disk.write("file", ""));
  place.link("link");

  CHECK(disk.list("missing").error().kind == Kind::not_found);
  CHECK(disk.list("file").error().kind == Kind::not_a_directory);
  CHECK(disk.list("link").error().kind == Kind::not_a_directory);
}

TEMPLATE_TEST_CASE("Folders that nest without end are an error, not a crash", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  std::string path = "deep";
  for (int depth = 0; depth <= FileSystem::kMaxDepth; ++depth) path += "/d";
  place.make_directory(path);
  CHECK(disk.list("deep/d"));
  REQUIRE(disk.write(path + "/file", ""));
  CHECK(disk.list("deep").error().kind == Kind::other);
}

TEMPLATE_TEST_CASE("A file moves in one step and replaces what was there", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  REQUIRE(disk.write("from", "new"));
  REQUIRE(disk.write("to/here", "old"));

  REQUIRE(disk.rename("from", "to/here"));
  CHECK(disk.read("to/here", 9) == "new");
  CHECK(disk.stat("from").error().kind == Kind::not_found);

  REQUIRE(disk.rename("to/here", "made/for/it"));
  CHECK(disk.read("made/for/it", 9) == "new");
  CHECK(disk.rename("missing", "to/here").error().kind == Kind::not_found);
}

TEMPLATE_TEST_CASE("A directory moves with all that is in it, but never onto another's files", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  REQUIRE(disk.write("from/a/b", "1"));
  REQUIRE(disk.write("from/c", "2"));
  REQUIRE(disk.write("taken/d", "3"));
  REQUIRE(disk.write("file", "4"));
  place.make_directory("empty");

  CHECK(disk.rename("from", "taken").error().kind == Kind::not_empty);
  CHECK(disk.rename("from", "file").error().kind == Kind::not_a_directory);
  CHECK(disk.rename("file", "taken").error().kind == Kind::not_a_file);
  CHECK(disk.rename("from", "empty"));
  CHECK(disk.rename("empty", "deep/er"));
  CHECK(paths(*disk.list("deep")) == std::vector<std::string>{"er", "er/a", "er/a/b", "er/c"});
  CHECK(disk.stat("from").error().kind == Kind::not_found);
}

TEMPLATE_TEST_CASE("Nothing is written through a symlink, nor over a directory", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  place.link("link");
  place.make_directory("directory");
  REQUIRE(disk.write("file", ""));

  CHECK(disk.write("link", "x").error().kind == Kind::not_a_file);
  CHECK(disk.write("directory", "x").error().kind == Kind::not_a_file);
  CHECK(disk.write("file/below", "x").error().kind == Kind::not_a_directory);
}

TEMPLATE_TEST_CASE("Files, symlinks and empty directories can be removed", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  REQUIRE(disk.write("a/b", ""));
  place.link("link");

  CHECK(disk.remove("a").error().kind == Kind::not_empty);
  CHECK(disk.remove("a/b"));
  CHECK(disk.remove("a"));
  CHECK(disk.remove("link"));
  CHECK(disk.remove("a").error().kind == Kind::not_found);
}

TEMPLATE_TEST_CASE("Waiting for the disk works for a file and for a directory", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  REQUIRE(disk.write("a/b", ""));

  CHECK(disk.sync("a/b"));
  CHECK(disk.sync("a"));
  CHECK(disk.sync("missing").error().kind == Kind::not_found);
}

TEMPLATE_TEST_CASE("A lock is held by one at a time and ends with its holder", "", OnDisk, InMemory) {
  TestType place;
  FileSystem& disk = place.get();
  {
    const auto held = disk.lock("folder/lock");
    REQUIRE(held);
    CHECK(disk.lock("folder/lock").error().kind == Kind::busy);
    CHECK(disk.lock("folder/other"));
  }
  CHECK(disk.lock("folder/lock"));
}

TEST_CASE("A pipe in the content is refused, not waited for") {
  const test::TemporaryDirectory directory;
  const std::string pipe = directory / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);

  DiskFileSystem disk;
  CHECK(disk.read(pipe, 10).error().kind == Kind::not_a_file);
  CHECK(disk.write(pipe, "x").error().kind == Kind::not_a_file);
  CHECK(disk.list(directory.path())->at(0).kind == Entry::Kind::other);
}

TEST_CASE("A full disk is told apart from other failures") {
  if (!std::filesystem::exists("/dev/full")) return;
  DiskFileSystem disk;
  const auto written = disk.write("/dev/full", "x");
  CHECK(written.error().kind == Kind::no_space);
  CHECK(written.error().reason == "No space left on device");
}

}  // namespace
}  // namespace katern::files
