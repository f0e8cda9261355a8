#include "files/faulty.h"
#include "files/memory.h"
#include "publish/publisher.h"
#include "support/catch.h"
#include "unit/publish/site.h"

namespace katern::publish {
namespace {

using files::FaultyFileSystem;
using files::FileError;
using files::MemoryFileSystem;
using Codes = std::vector<Code>;

TEST_CASE("A folder with files of others is refused, names the first few, and is not touched") {
  MemoryFileSystem disk{
      {"site/brief.doc", "1"}, {"site/a/b", "2"}, {"site/c", "3"}, {"site/d", "4"}, {"site/.ok", "5"}};
  const auto before = disk.files("");
  Report report;
  CHECK(publish(disk, {{"index.html", "x"}}, report).written == 0);

  REQUIRE(codes(report) == Codes{Code::output_has_foreign_files});
  CHECK(argument(report.findings()[0], "count") == "4");
  CHECK(argument(report.findings()[0], "files") == "a/b, brief.doc, c, …");
  CHECK(disk.files("") == before);
  CHECK_FALSE(disk.exists(".site.katern"));
}

TEST_CASE("A file of others that came after our own build is found as well") {
  MemoryFileSystem disk;
  publish(disk, {{"index.html", "x"}});
  disk.add("site/mine.txt", "dear");
  Report report;
  publish(disk, {{"index.html", "y"}}, report);

  CHECK(codes(report) == Codes{Code::output_has_foreign_files});
  CHECK(disk.files("site") == Site{{"index.html", "x"}, {"mine.txt", "dear"}});
}

TEST_CASE("A symlink in the folder is never ours, also where a file of ours was") {
  MemoryFileSystem disk;
  publish(disk, {{"a", "x"}, {"b", "y"}});
  REQUIRE(disk.remove("site/a"));
  disk.add_symlink("site/a");
  Report report;
  publish(disk, {{"a", "z"}, {"b", "z"}}, report);

  REQUIRE(codes(report) == Codes{Code::output_has_foreign_files});
  CHECK(argument(report.findings()[0], "files") == "a");
  CHECK(disk.bytes("site/b") == "y");
}

TEST_CASE("An output that is no folder is refused") {
  MemoryFileSystem disk{{"file", "x"}};
  disk.add_symlink("link");
  const auto [output, code] = GENERATE(table<std::string, Code>({
      {"file", Code::output_is_a_file},
      {"link", Code::output_is_a_symlink},
      {"link/", Code::output_is_a_symlink},
      {"file/below", Code::output_write_failed},
      {"", Code::output_unnamed},
      {".", Code::output_unnamed},
      {"/", Code::output_unnamed},
      {"..", Code::output_unnamed},
      {"a/..", Code::output_unnamed},
  }));
  Report report;
  publish(disk, {{"a", "1"}}, report, output);
  INFO(output);
  CHECK(codes(report) == Codes{code});
}

TEST_CASE("What is beside the output must be a folder of ours, and no way to another") {
  MemoryFileSystem disk{{"theirs/stage/thesis.doc", "1"}, {"theirs/ledger", "2"}};
  disk.add_symlink(".site.katern");
  Report report;
  CHECK(Publisher::open(disk, "site", report) == nullptr);
  REQUIRE(codes(report) == Codes{Code::output_is_a_symlink});
  CHECK(argument(report.findings()[0], "output") == ".site.katern");
}

TEST_CASE("A folder in the output that cannot be written is told before anything changes") {
  MemoryFileSystem disk;
  publish(disk, {{"a", "1"}, {"b/c", "2"}, {"d/e", "3"}});
  const auto before = disk.files("site");
  for (const Site& next : {Site{{"a", "9"}, {"b/c", "9"}, {"d/e", "3"}}, Site{{"a", "9"}, {"d/e", "3"}}}) {
    disk.deny("site/b");
    Report report;
    const PublishResult result = publish(disk, next, report);
    CHECK(codes(report) == Codes{Code::output_not_writable});
    CHECK_FALSE(result.is_partial);
    CHECK(disk.files("site") == before);
  }
}

TEST_CASE("A failure among the moves says that a part is new, and counts nothing") {
  MemoryFileSystem inside;
  publish(inside, {{"a", "1"}, {"b", "2"}});
  FaultyFileSystem disk(inside);
  disk.fail_rename(2, FileError::Kind::other);  // after the first file
  Report report;
  const PublishResult result = publish(disk, {{"a", "3"}, {"b", "4"}}, report);
  CHECK(result.is_partial);
  CHECK(result.written == 0);
  CHECK(inside.files("site") == Site{{"a", "3"}, {"b", "2"}});
}

TEST_CASE("A failure of the first move says that nothing was changed") {
  MemoryFileSystem inside;
  publish(inside, {{"a", "1"}});
  FaultyFileSystem disk(inside);
  disk.fail_rename(1, FileError::Kind::other);
  Report report;
  CHECK_FALSE(publish(disk, {{"a", "3"}}, report).is_partial);
  CHECK(codes(report).size() == 1);
  CHECK(inside.files("site") == Site{{"a", "1"}});
}

TEST_CASE("A folder that cannot be written is refused before anything is made") {
  MemoryFileSystem disk;
  disk.add_directory("site");
  disk.deny("site");
  Report report;
  CHECK(Publisher::open(disk, "site", report) == nullptr);
  CHECK(codes(report) == Codes{Code::output_not_writable});
  CHECK(disk.files("").empty());
}

TEST_CASE("A place beside the folder that cannot be written is refused") {
  MemoryFileSystem disk;
  disk.deny(".site.katern");
  Report report;
  CHECK(Publisher::open(disk, "site", report) == nullptr);
  CHECK(codes(report) == Codes{Code::output_not_writable});
}

TEST_CASE("Two runs do not write one folder at once") {
  MemoryFileSystem disk;
  Report report;
  {
    const auto first = Publisher::open(disk, "site", report);
    CHECK(Publisher::open(disk, "site", report) == nullptr);
    CHECK(codes(report) == Codes{Code::output_busy});
  }
  CHECK(Publisher::open(disk, "site", report) != nullptr);
}

TEST_CASE("What cannot stand side by side in one folder is an error, and nothing changes") {
  MemoryFileSystem disk;
  publish(disk, {{"old", "x"}});
  Report report;
  const auto publisher = Publisher::open(disk, "site", report);
  for (const char* path : {"a", "a", "b", "b-c", "b/c", "../d", "/e", "f//g", ""}) publisher->put(path, "1");
  const auto result = publisher->commit(report);

  CHECK(codes(report) == Codes{Code::output_path_invalid, Code::output_path_invalid, Code::output_path_invalid,
                               Code::output_path_invalid, Code::output_path_twice, Code::output_path_clash});
  CHECK(result.written == 0);
  CHECK(disk.files("site") == Site{{"old", "x"}});
}

TEST_CASE("A disk that fails while staging leaves the folder as it was, and room for others") {
  const auto [kind, code] = GENERATE(table<FileError::Kind, Code>({
      {FileError::Kind::no_space, Code::output_disk_full},
      {FileError::Kind::other_disk, Code::output_other_disk},
      {FileError::Kind::denied, Code::output_not_writable},
      {FileError::Kind::other, Code::output_write_failed},
  }));
  MemoryFileSystem inside;
  publish(inside, {{"old", "x"}});
  FaultyFileSystem disk(inside);
  disk.fail_write(2, kind);
  Report report;
  publish(disk, {{"a", "1"}, {"b", "2"}, {"c", "3"}}, report);

  CHECK(codes(report) == Codes{code});
  CHECK(inside.files("site") == Site{{"old", "x"}});
  CHECK_FALSE(inside.exists(".site.katern/stage"));
}

TEST_CASE("A disk that fills up at any byte loses nothing, and the next run goes on") {
  const Site before{{"a", "aaaa"}, {"old/x", "xxxx"}};
  const Site after{{"a", "AAAA"}, {"new/y", "yyyy"}, {"new/z", "zzzz"}};
  const auto bytes = GENERATE(range(0, 160, 3));
  MemoryFileSystem inside;
  publish(inside, before);
  FaultyFileSystem disk(inside);
  disk.fill_after(static_cast<std::uint64_t>(bytes));
  Report report;
  publish(disk, after, report);

  INFO(bytes);
  if (report.empty()) {
    CHECK(inside.files("site") == after);
  } else {
    CHECK(codes(report) == Codes{Code::output_disk_full});
    for (const auto& [path, text] : inside.files("site")) {
      const bool is_whole =
          (before.contains(path) && before.at(path) == text) || (after.contains(path) && after.at(path) == text);
      CHECK(is_whole);
    }
  }
  Report again;
  publish(inside, after, again);
  CHECK(again.empty());
  CHECK(inside.files("site") == after);
}

TEST_CASE("A failure to move is told, and the next run goes on") {
  MemoryFileSystem inside;
  publish(inside, {{"a", "1"}, {"b", "1"}});
  FaultyFileSystem disk(inside);
  disk.fail_rename(2, FileError::Kind::denied);
  Report report;
  publish(disk, {{"a", "2"}, {"b", "2"}}, report);

  CHECK(codes(report) == Codes{Code::output_not_writable});
  CHECK(inside.files("site") == Site{{"a", "2"}, {"b", "1"}});
  CHECK(publish(inside, {{"a", "2"}, {"b", "2"}}).written == 1);
}

TEST_CASE("A ledger that cannot be read stops the run") {
  MemoryFileSystem disk;
  publish(disk, {{"a", "1"}});
  disk.deny(".site.katern/ledger");
  Report report;
  publish(disk, {{"a", "2"}}, report);
  CHECK(codes(report) == Codes{Code::output_not_writable});
  CHECK(disk.bytes("site/a") == "1");
}

}  // namespace
}  // namespace katern::publish
