#include <string>
#include <vector>

#include "files/memory.h"
#include "read/inventory.h"
#include "support/catch.h"
#include "unit/read/findings.h"

using namespace katern;
using Texts = std::vector<std::string>;

namespace {

constexpr const char* kPath = "content/b/a.md";

struct Reading {
  std::optional<std::string> text;
  Report report;
};

Reading read_bytes(const std::string& bytes, std::uint64_t max_bytes = 1000) {
  files::MemoryFileSystem disk;
  disk.add("site/" + std::string(kPath), bytes);
  read::Inventory inventory;
  inventory.root = "site";
  Reading reading;
  reading.text = read::read_text(disk, inventory, {kPath, bytes.size()}, max_bytes, reading.report);
  return reading;
}

}  // namespace

TEST_CASE("a text comes without its byte order mark and with one sort of line end") {
  struct Case {
    std::string bytes;
    std::string text;
  };
  const std::vector<Case> cases = {
      {"", ""},
      {"één\ntwee", "één\ntwee"},
      {"\xEF\xBB\xBF"
       "één",
       "één"},
      {"\xEF\xBB\xBF", ""},
      {"a\r\nb\r\n", "a\nb\n"},
      {"a\rb", "a\nb"},
      {"a\r", "a\n"},
      {"\r\r\n\n", "\n\n\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const Reading reading = read_bytes(c.bytes);
    CHECK(reading.text == c.text);
    CHECK(reading.report.empty());
  }
}

TEST_CASE("what is no text has its place") {
  struct Case {
    std::string bytes;
    Code code;
    Position at;
  };
  const std::vector<Case> cases = {
      {"een\r\ntw\xE9", Code::file_not_utf8, {2, 3}},
      {"één \xFF", Code::file_not_utf8, {1, 5}},
      {"\xEF\xBB\xBF\xFF", Code::file_not_utf8, {1, 1}},
      {std::string("\xFF\xFE"
                   "a\0",
                   4),
       Code::file_not_utf8,
       {1, 1}},
      {std::string("a\n\0b", 4), Code::file_has_nul, {2, 1}},
  };
  for (const Case& c : cases) {
    const Reading reading = read_bytes(c.bytes);
    CHECK_FALSE(reading.text);
    REQUIRE(reading.report.findings().size() == 1);
    const Diagnostic& finding = reading.report.findings().front();
    CHECK(finding.code == c.code);
    CHECK(finding.place.file == kPath);
    CHECK(finding.place.at.line == c.at.line);
    CHECK(finding.place.at.column == c.at.column);
  }
}

TEST_CASE("a text that grew past its size is refused") {
  const Reading reading = read_bytes(std::string(2000, 'a'));
  CHECK_FALSE(reading.text);
  REQUIRE(read::findings(reading.report) == Texts{"content/b/a.md: file-too-large"});
  CHECK(read::argument(reading.report.findings().front(), "size") == "2 kB");
  CHECK(read::argument(reading.report.findings().front(), "max") == "1000 bytes");
}

TEST_CASE("a text that went away is an error with the system's reason") {
  const files::MemoryFileSystem disk;
  read::Inventory inventory;
  inventory.root = "site";
  Report report;
  CHECK_FALSE(read::read_text(disk, inventory, {kPath, 1}, 10, report));
  REQUIRE(read::findings(report) == Texts{"content/b/a.md: file-unreadable"});
  CHECK(read::argument(report.findings().front(), "reason") == "No such file or directory");
}
