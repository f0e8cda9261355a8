#include "files/faulty.h"

#include "files/memory.h"
#include "support/catch.h"

namespace katern::files {
namespace {

TEST_CASE("A faulty disk fails the nth call and works before and after it") {
  MemoryFileSystem inside;
  FaultyFileSystem disk(inside);
  disk.fail_write(2, FileError::Kind::denied);

  CHECK(disk.write("a", "a"));
  CHECK(disk.write("b", "b").error().kind == FileError::Kind::denied);
  CHECK(disk.write("c", "c"));
  CHECK_FALSE(inside.exists("b"));
}

TEST_CASE("A disk that fills up leaves a part of the file and stays full") {
  MemoryFileSystem inside;
  FaultyFileSystem disk(inside);
  disk.fill_after(5);

  CHECK(disk.write("a", "123"));
  CHECK(disk.write("b", "456").error().kind == FileError::Kind::no_space);
  CHECK(inside.bytes("b") == "45");
  CHECK(disk.write("c", "7").error().kind == FileError::Kind::no_space);
}

TEST_CASE("After a stop nothing changes any more, and the write that was cut is half there") {
  MemoryFileSystem inside{{"old", "1"}};
  FaultyFileSystem disk(inside);
  disk.stop_at_change(2);

  CHECK(disk.write("a", "1234"));
  CHECK_FALSE(disk.write("b", "1234"));
  CHECK_FALSE(disk.remove("old"));
  CHECK_FALSE(disk.rename("a", "c"));
  CHECK(inside.files("") == std::map<std::string, std::string>{{"a", "1234"}, {"b", "12"}, {"old", "1"}});
}

}  // namespace
}  // namespace katern::files
