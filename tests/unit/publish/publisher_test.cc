#include "publish/publisher.h"

#include <thread>

#include "files/memory.h"
#include "support/catch.h"
#include "unit/publish/site.h"

namespace katern::publish {
namespace {

using files::MemoryFileSystem;
using What = MemoryFileSystem::Call::What;

TEST_CASE("The first build puts every file into the folder and tidies up after itself") {
  MemoryFileSystem disk;
  const Site site{{"index.html", "home"}, {"berichten/a/index.html", "a"}, {"berichten/b/index.html", "b"}};
  const auto result = publish(disk, site);

  CHECK(result.written == 3);
  CHECK(disk.files("site") == site);
  CHECK_FALSE(disk.exists(".site.katern/stage"));
}

TEST_CASE("A first build is a handful of renames") {
  MemoryFileSystem disk;
  Site site;
  for (int i = 0; i < 100; ++i) site["berichten/" + std::to_string(i) + "/index.html"] = "page";
  publish(disk, site);
  CHECK(disk.calls(What::rename).size() <= 3);
}

TEST_CASE("A build that changes nothing writes nothing") {
  MemoryFileSystem disk;
  const Site site{{"index.html", "home"}, {"a/index.html", "a"}};
  publish(disk, site);
  disk.forget_calls();
  const auto result = publish(disk, site);

  CHECK(result.unchanged == 2);
  CHECK(result.written == 0);
  for (const What change : {What::write, What::rename, What::remove, What::sync}) CHECK(disk.calls(change).empty());
}

TEST_CASE("Only what differs is written, also when the size is the same") {
  MemoryFileSystem disk;
  publish(disk, {{"same", "1234"}, {"changed", "1234"}, {"longer", "1234"}});
  disk.forget_calls();
  const auto result = publish(disk, {{"same", "1234"}, {"changed", "1235"}, {"longer", "12345"}});

  CHECK(result.written == 2);
  CHECK(result.unchanged == 1);
  CHECK(disk.calls(What::write) == std::vector<std::string>{".site.katern/stage/changed", ".site.katern/stage/longer"});
  CHECK(disk.bytes("site/changed") == "1235");
}

TEST_CASE("What an earlier build made and this one does not is removed, with folders that become empty") {
  MemoryFileSystem disk;
  publish(disk, {{"a/b/old", "1"}, {"a/kept", "2"}, {"c/d/e/old", "3"}, {"top", "4"}});
  const auto result = publish(disk, {{"a/kept", "2"}});

  CHECK(result.removed == 3);
  CHECK(disk.files("site") == Site{{"a/kept", "2"}});
  CHECK_FALSE(disk.exists("site/a/b"));
  CHECK_FALSE(disk.exists("site/c"));
}

TEST_CASE("Names with a dot at the top of the folder are let be") {
  MemoryFileSystem disk{{"site/.gitignore", "*"}, {"site/.git/config", "x"}};
  publish(disk, {{"a", "1"}, {".well-known/security.txt", "2"}});
  publish(disk, {{"b", "1"}});
  CHECK(disk.files("site") == Site{{".git/config", "x"}, {".gitignore", "*"}, {"b", "1"}});
}

TEST_CASE("Without a commit nothing in the folder changes and nothing is left") {
  MemoryFileSystem disk;
  publish(disk, {{"a", "1"}});
  {
    Report report;
    const auto publisher = Publisher::open(disk, "site", report);
    publisher->put("a", "2");
    publisher->put("b", "3");
  }
  CHECK(disk.files("site") == Site{{"a", "1"}});
  CHECK_FALSE(disk.exists(".site.katern/stage"));
}

TEST_CASE("What a killed run left in the stage is thrown away") {
  MemoryFileSystem disk{{".site.katern/stage/x/y", "left"}, {".site.katern/ledger.new", "half a led"}};
  publish(disk, {{"a", "1"}});
  CHECK(disk.files("site") == Site{{"a", "1"}});
  CHECK_FALSE(disk.exists(".site.katern/stage"));
}

TEST_CASE("A file that someone took out of the folder is written again") {
  MemoryFileSystem disk;
  publish(disk, {{"a/x", "1"}, {"b", "2"}});
  REQUIRE(disk.remove("site/a/x"));
  REQUIRE(disk.remove("site/a"));
  CHECK(publish(disk, {{"a/x", "1"}, {"b", "2"}}).written == 1);
  CHECK(disk.files("site") == Site{{"a/x", "1"}, {"b", "2"}});
}

TEST_CASE("The output folder may be named by any path") {
  const auto [output, state] = GENERATE(table<std::string, std::string>({
      {"site", ".site.katern"},
      {"./site/", "./.site.katern"},
      {"/srv/www/site//", "/srv/www/.site.katern"},
      {"../up/site", "../up/.site.katern"},
  }));
  MemoryFileSystem disk;
  Report report;
  publish(disk, {{"a", "1"}}, report, output);
  CHECK(report.empty());
  CHECK(disk.bytes(output + "/a") == "1");
  CHECK(disk.exists(state + "/ledger"));
}

TEST_CASE("Any number of threads may put files") {
  MemoryFileSystem disk;
  Report report;
  const auto publisher = Publisher::open(disk, "site", report);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&publisher, t] {
      for (int i = t; i < 400; i += 4) publisher->put("p/" + std::to_string(i), "x");
    });
  }
  for (auto& thread : threads) thread.join();

  CHECK(publisher->commit(report).written == 400);
  CHECK(report.empty());
  CHECK(disk.files("site").size() == 400);
}

}  // namespace
}  // namespace katern::publish
