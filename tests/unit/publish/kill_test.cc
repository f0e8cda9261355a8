#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

#include "files/disk.h"
#include "publish/publisher.h"
#include "support/catch.h"
#include "support/temporary_directory.h"
#include "unit/publish/site.h"

namespace katern::publish {
namespace {

constexpr int kPages = 60;
constexpr int kKills = 60;

/// Each round says something else on each page, leaves out some, and moves others.
Site round(int number) {
  Site site;
  for (int page = 0; page < kPages; ++page) {
    if ((page + number) % 5 == 0) continue;
    const std::string folder = (page + number) % 3 == 0 ? "other/" : "pages/";
    const std::string line = "round " + std::to_string(number) + " page " + std::to_string(page) + "\n";
    std::string bytes;
    for (int i = 0; i < 200; ++i) bytes += line;
    site[folder + std::to_string(page) + "/index.html"] = bytes;
  }
  return site;
}

Site read_all(const files::FileSystem& disk, const std::string& output) {
  Site site;
  const auto entries = disk.list(output);
  if (!entries) return site;
  for (const auto& entry : *entries) {
    if (entry.kind == files::Entry::Kind::file) site[entry.path] = *disk.read(output + '/' + entry.path, 1'000'000);
  }
  return site;
}

/// A file is whole when it is one that some round made: 200 times the same line.
bool is_whole(const std::string& bytes) {
  const std::string line = bytes.substr(0, bytes.find('\n') + 1);
  std::string whole;
  for (int i = 0; i < 200; ++i) whole += line;
  return !line.empty() && bytes == whole;
}

/// Publishes in a child, which is killed after a while. Whether that came too late.
bool publish_and_kill(const std::string& output, const Site& site, std::chrono::microseconds after) {
  const pid_t child = ::fork();
  if (child == 0) {
    files::DiskFileSystem disk;
    Report report;
    publish(disk, site, report, output);
    ::_exit(report.has_errors() ? 1 : 0);
  }
  ::usleep(static_cast<useconds_t>(after.count()));
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
  return WIFEXITED(status);
}

TEST_CASE("A run that is killed at any moment leaves whole files, and the next one heals") {
  const test::TemporaryDirectory directory(test::TemporaryDirectory::quick_place());
  const std::string output = directory / "site";
  files::DiskFileSystem disk;
  std::mt19937 random(20251122);  // the same moments each time, as far as the machine allows
  long long longest = 20'000;     // microseconds that a run takes, roughly; learnt on the way
  int killed = 0;
  for (int number = 0; number < kKills; ++number) {
    const std::chrono::microseconds moment(std::uniform_int_distribution<long long>(0, longest)(random));
    const bool too_late = publish_and_kill(output, round(number), moment);
    if (too_late) longest = std::max(longest * 3 / 4, 1000LL);
    if (!too_late) ++killed, longest = longest * 9 / 8;

    for (const auto& [path, bytes] : read_all(disk, output)) {
      INFO(number << " " << path);
      CHECK(is_whole(bytes));
    }
    if (number % 4 != 3) continue;
    Report report;
    publish(disk, round(number), report, output);
    CHECK(report.empty());
    CHECK(read_all(disk, output) == round(number));
  }
  CHECK(killed > kKills / 4);
}

}  // namespace
}  // namespace katern::publish
