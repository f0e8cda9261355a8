#include "pipeline/parallel.h"

#include <stdexcept>

#include "pipeline/site_reader.h"
#include "support/catch.h"

using katern::pipeline::jobs_of;
using katern::pipeline::parallel_for;
using katern::pipeline::SiteOptions;

TEST_CASE("every index is visited once, with any number of workers") {
  for (const unsigned workers : {0U, 1U, 2U, 7U}) {
    std::vector<std::atomic<int>> visits(1000);
    parallel_for(visits.size(), workers, [&](std::size_t i, unsigned) { ++visits[i]; });
    for (const auto& visit : visits) REQUIRE(visit == 1);
  }
}

TEST_CASE("more threads than any machine has use are not started") {
  SiteOptions options;
  options.jobs = 4'000'000'000;
  CHECK(jobs_of(options) == 256);
  options.jobs = 3;
  CHECK(jobs_of(options) == 3);
}

TEST_CASE("no worker has the buffer of another") {
  std::vector<std::atomic<int>> busy(4);
  std::atomic<bool> shared{false};
  parallel_for(2000, 4, [&](std::size_t, unsigned worker) {
    if (busy[worker]++ != 0) shared = true;
    --busy[worker];
  });
  CHECK_FALSE(shared);
}

TEST_CASE("a failure of the machine ends the run and comes out") {
  CHECK_THROWS_AS(parallel_for(100, 4,
                               [](std::size_t i, unsigned) {
                                 if (i == 50) throw std::runtime_error("vol");
                               }),
                  std::runtime_error);
}
