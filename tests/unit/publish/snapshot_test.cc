#include "publish/snapshot.h"

#include "support/catch.h"

namespace katern::publish {
namespace {

using Kind = files::Entry::Kind;
using Views = std::vector<std::string_view>;

TEST_CASE("A directory that the folder does not have moves whole") {
  const Snapshot folder({{"old", Kind::directory, 0}, {"old/page.html", Kind::file, 1}, {"root.html", Kind::file, 1}});

  CHECK(plan_moves({"new/a.html", "new/deep/b.html", "new/deep/c.html"}, folder) == Views{"new"});
  CHECK(plan_moves({"old/new/a.html", "old/new/b.html"}, folder) == Views{"old/new"});
  CHECK(plan_moves({"old/page.html", "root.html"}, folder) == Views{"old/page.html", "root.html"});
}

TEST_CASE("Names that begin alike are not taken for one directory") {
  CHECK(plan_moves({"a-b/x", "a.html", "a/x", "a/y", "ab/x"}, Snapshot()) == Views{"a-b", "a.html", "a", "ab"});
}

TEST_CASE("A snapshot finds what stood at a path and below it") {
  const Snapshot folder(
      {{"a", Kind::directory, 0}, {"a-b", Kind::file, 1}, {"a/x", Kind::file, 7}, {"ab", Kind::file, 1}});

  CHECK(folder.find("a/x")->bytes == 7);
  CHECK(folder.find("a/y") == nullptr);
  CHECK(folder.has_directory("a"));
  CHECK_FALSE(folder.has_directory("ab"));
  REQUIRE(folder.below("a").size() == 1);
  CHECK(folder.below("a").front().path == "a/x");
}

}  // namespace
}  // namespace katern::publish
