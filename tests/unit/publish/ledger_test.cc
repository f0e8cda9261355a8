#include "publish/ledger.h"

#include "files/faulty.h"
#include "files/memory.h"
#include "support/catch.h"

namespace katern::publish {
namespace {

TEST_CASE("A ledger says what was written into it") {
  files::MemoryFileSystem disk;
  auto ledger = Ledger::read(disk, "state");
  REQUIRE(ledger);
  CHECK(ledger->paths().empty());
  REQUIRE(ledger->replace(disk, {"a", "b/c"}));

  const auto again = Ledger::read(disk, "state");
  REQUIRE(again);
  CHECK(again->paths() == Paths{"a", "b/c"});
  CHECK(again->has("b/c"));
  CHECK_FALSE(again->has("b"));
}

TEST_CASE("A ledger that says the same already is not written") {
  files::MemoryFileSystem disk;
  auto ledger = Ledger::read(disk, "state");
  REQUIRE(ledger->replace(disk, {"a"}));
  disk.forget_calls();
  REQUIRE(ledger->replace(disk, {"a"}));
  CHECK(disk.calls().empty());
}

TEST_CASE("A ledger is waited for before and after it takes the old one's place") {
  files::MemoryFileSystem disk;
  REQUIRE(Ledger::read(disk, "state")->replace(disk, {"a"}));
  CHECK(disk.calls(files::MemoryFileSystem::Call::What::sync) == std::vector<std::string>{"state/ledger.new", "state"});
}

TEST_CASE("A line that climbs out of the folder makes nothing ours") {
  files::MemoryFileSystem disk{{"state/ledger", "title\n../../etc/passwd\n/etc/passwd\n\nb\na\nb"}};
  CHECK(Ledger::read(disk, "state")->paths() == Paths{"a", "b"});
}

TEST_CASE("A ledger that cannot be read is not taken for an empty one") {
  files::MemoryFileSystem disk{{"state/ledger", "title\na\n"}};
  disk.deny("state/ledger");
  CHECK(Ledger::read(disk, "state").error().kind == files::FileError::Kind::denied);
}

}  // namespace
}  // namespace katern::publish
