#include "files/path.h"

#include "support/catch.h"

namespace katern::files {
namespace {

TEST_CASE("A relative path is meant from the file that it is written in") {
  struct Case {
    const char* from;
    const char* relative;
    const char* path;
  };
  for (const Case& c :
       {Case{"content/a/x.md", "../b/y.md", "content/b/y.md"}, Case{"content/a/x.md", "y.md", "content/a/y.md"},
        Case{"x.md", "./a//b", "a/b"}, Case{"a/b/x.md", "../../c", "c"}, Case{"a/x.md", "b/../c", "a/c"}}) {
    INFO(c.from << " " << c.relative);
    CHECK(join_relative(c.from, c.relative) == c.path);
  }
}

TEST_CASE("A relative path does not leave the root") {
  for (const std::string_view relative : {"../../x", "../..", "/etc/passwd", "", "a\\b", "..", "a/../../../x"}) {
    INFO(relative);
    CHECK_FALSE(join_relative("a/x.md", relative));
  }
  CHECK_FALSE(join_relative("a/x.md", std::string_view("y\0z", 3)));
}

TEST_CASE("A path is written as seen from a file, so that it leads back to it") {
  struct Case {
    const char* from;
    const char* path;
    const char* written;
  };
  for (const Case& c :
       {Case{"content/a/x.md", "content/b/y.md", "../b/y.md"}, Case{"content/a/x.md", "content/a/y.md", "y.md"},
        Case{"content/a/x.md", "content/ab/y.md", "../ab/y.md"}, Case{"x.md", "a/b.md", "a/b.md"},
        Case{"a/b/c/x.md", "y.md", "../../../y.md"}, Case{"a/x.md", "a/b/y.md", "b/y.md"}}) {
    INFO(c.from << " " << c.path);
    CHECK(written_from(c.from, c.path) == c.written);
    CHECK(join_relative(c.from, c.written) == c.path);
  }
}

}  // namespace
}  // namespace katern::files
