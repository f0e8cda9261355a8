#include "publish/paths.h"

#include "support/catch.h"

namespace katern::publish {
namespace {

TEST_CASE("A path of the website is relative and normalised") {
  for (const char* path : {"index.html", "berichten/x/index.html", ".well-known/security.txt", "a..b", "é.html"}) {
    INFO(path);
    CHECK(is_output_path(path));
  }
  for (const char* path : {"", "/", "/etc/passwd", "a/", "a//b", ".", "..", "../a", "a/..", "a/./b", "a\nb", "a\x7f"}) {
    INFO(path);
    CHECK_FALSE(is_output_path(path));
  }
  CHECK_FALSE(is_output_path(std::string_view("a\0b", 3)));
}

TEST_CASE("A path of the website is no longer or deeper than disks bear") {
  CHECK(is_output_path(std::string(255, 'a')));
  CHECK_FALSE(is_output_path(std::string(256, 'a')));
  std::string deep = "d";
  for (int i = 0; i < 63; ++i) deep += "/d";
  CHECK(is_output_path(deep));
  CHECK_FALSE(is_output_path(deep + "/d"));
}

TEST_CASE("What lies below a directory begins with its whole name") {
  CHECK(is_below("a/b", "a"));
  CHECK(is_below("a/b/c", "a"));
  CHECK_FALSE(is_below("a", "a"));
  CHECK_FALSE(is_below("ab/c", "a"));
  CHECK(directory_of("a/b/c") == "a/b");
  CHECK(directory_of("a").empty());
}

}  // namespace
}  // namespace katern::publish
