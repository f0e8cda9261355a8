#include "files/memory.h"

#include "support/catch.h"

namespace katern::files {
namespace {

using What = MemoryFileSystem::Call::What;

TEST_CASE("A memory disk remembers what was asked of it") {
  MemoryFileSystem disk{{"content/site.yaml", "title: x"}};
  static_cast<void>(disk.read("./content//site.yaml", 100));
  static_cast<void>(disk.write("output/a.html", "a"));
  static_cast<void>(disk.rename("output/a.html", "output/b.html"));
  static_cast<void>(disk.remove("output/c.html"));

  CHECK(disk.calls(What::read) == std::vector<std::string>{"content/site.yaml"});
  CHECK(disk.calls(What::write) == std::vector<std::string>{"output/a.html"});
  CHECK(disk.calls(What::remove) == std::vector<std::string>{"output/c.html"});
  REQUIRE(disk.calls().size() == 4);
  CHECK(disk.calls()[2].to == "output/b.html");

  disk.forget_calls();
  CHECK(disk.calls().empty());
}

TEST_CASE("Laying out and looking at a memory disk is not recorded") {
  MemoryFileSystem disk;
  disk.add("a/b", "bytes");
  disk.add_directory("empty");
  disk.add_symlink("a/link");

  CHECK(disk.bytes("a/b") == "bytes");
  CHECK_FALSE(disk.bytes("a"));
  CHECK(disk.exists("empty"));
  CHECK(disk.files("a") == std::map<std::string, std::string>{{"b", "bytes"}});
  CHECK(disk.calls().empty());
}

TEST_CASE("A denied path can be neither read nor changed") {
  MemoryFileSystem disk{{"shut/a", "a"}, {"shutter", "b"}};
  disk.deny("shut");

  CHECK(disk.read("shut/a", 10).error().kind == FileError::Kind::denied);
  CHECK(disk.write("shut/b", "").error().kind == FileError::Kind::denied);
  CHECK(disk.remove("shut/a").error().kind == FileError::Kind::denied);
  CHECK(disk.writable("shut").error().kind == FileError::Kind::denied);
  CHECK(disk.read("shutter", 10) == "b");
}

}  // namespace
}  // namespace katern::files
