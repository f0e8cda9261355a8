#include <chrono>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <unistd.h>

#include "cli/run.h"
#include "files/disk.h"
#include "text/dates.h"

namespace {

using namespace katern;

// The one look at the clock: the day that a site is built for, unless the command line says it.
// SOURCE_DATE_EPOCH: https://reproducible-builds.org/specs/source-date-epoch/
Date today() {
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    return local_date(text::in_zone(std::strtoll(epoch, nullptr, 10)));
  }
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return local_date(text::in_zone(std::chrono::duration_cast<std::chrono::seconds>(now).count()));
}

bool color_terminal() {
  const char* term = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr && term != nullptr &&
         std::string(term) != "dumb";
}

}  // namespace

int main(int count, char** words) {
  try {
    files::DiskFileSystem disk;
    const cli::Surroundings surroundings{disk, std::cout, std::cerr, color_terminal(), today()};
    return static_cast<int>(cli::run({words + 1, words + count}, surroundings));
  } catch (const std::exception& failure) {
    std::cerr << "katern: " << failure.what() << '\n';
    return static_cast<int>(cli::Exit::machine);
  }
}
