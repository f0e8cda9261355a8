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

}  // namespace
}  // namespace katern::files
