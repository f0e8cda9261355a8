#include "files/faulty.h"
#include "files/memory.h"
#include "publish/publisher.h"
#include "support/catch.h"
#include "unit/publish/site.h"

namespace katern::publish {
namespace {

using files::FaultyFileSystem;
using files::MemoryFileSystem;

constexpr std::uint64_t kMostChanges = 100;

struct Change {
  const char* name;
  Site before;
  Site after;
};

const Change kChanges[] = {
    {"the first build", {}, {{"a", "1"}, {"b/c", "2"}, {"b/d/e", "3"}}},
    {"new bytes", {{"a", "1"}, {"b/c", "2"}}, {{"a", "3"}, {"b/c", "4"}}},
    {"files come and go", {{"a", "1"}, {"b/c", "2"}, {"d/e", "3"}}, {{"a", "1"}, {"f/g", "4"}, {"d/h", "5"}}},
    {"a file becomes a folder and a folder a file", {{"a", "1"}, {"b/c", "2"}}, {{"a/x", "3"}, {"b", "4"}}},
    {"all goes", {{"a/b/c", "1"}, {"d", "2"}}, {}},
};

bool is_whole(const Site& folder, const Change& change) {
  return std::all_of(folder.begin(), folder.end(), [&](const auto& file) {
    const auto is_in = [&](const Site& site) {
      return site.contains(file.first) && site.at(file.first) == file.second;
    };
    return is_in(change.before) || is_in(change.after);
  });
}

/// Lays the first site, stops the second at its nth change, and lets a third run follow. Whether the second was cut.
bool stop_at(std::uint64_t nth, const Change& change, const Site& next) {
  MemoryFileSystem inside;
  publish(inside, change.before);
  Report cut;
  {
    FaultyFileSystem disk(inside);
    disk.stop_at_change(nth);
    publish(disk, change.after, cut);
  }
  INFO(change.name << ", stopped at change " << nth);
  CHECK(is_whole(inside.files("site"), change));

  Report report;
  publish(inside, next, report);
  CHECK(report.empty());
  CHECK(inside.files("site") == next);
  const auto entries = inside.list("site");
  CHECK((next.empty() || entries));
  CHECK((!next.empty() || !entries || entries->empty()));
  CHECK_FALSE(inside.exists(".site.katern/stage"));
  return !cut.empty();
}

TEST_CASE("A run that is stopped at any change leaves files whole, and the next one puts the rest right") {
  for (const Change& change : kChanges) {
    std::uint64_t nth = 1;
    while (nth < kMostChanges && stop_at(nth, change, change.after)) ++nth;
    CHECK(nth > 1);
    CHECK(nth < kMostChanges);
  }
}

TEST_CASE("A run that is stopped may be followed by the site as it was, or by another") {
  for (const Change& change : kChanges) {
    for (const Site& next : {change.before, Site{{"a", "other"}}}) {
      std::uint64_t nth = 1;
      while (nth < kMostChanges && stop_at(nth, change, next)) ++nth;
    }
  }
}

}  // namespace
}  // namespace katern::publish
