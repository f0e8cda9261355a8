#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>

#include "cli/run.h"
#include "files/disk.h"
#include "text/dates.h"

namespace {

using namespace katern;

// The one look at the clock: the day that a site is built for, unless the command line says it.
// SOURCE_DATE_EPOCH: https://reproducible-builds.org/specs/source-date-epoch/
// Nothing where that is no day of a year of four digits.
std::optional<Date> today() {
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    constexpr long long kEndOf9999 = 253402300799;
    const std::string_view text(epoch);
    long long seconds = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    if (!whole || seconds < 0 || seconds > kEndOf9999) return std::nullopt;
    return local_date(text::in_zone(seconds));
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
  // Then a file that may not grow is a failure to write, which has a finding.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const auto day = today();
    if (!day) {
      std::cerr << "katern: SOURCE_DATE_EPOCH moet een aantal seconden sinds 1970 zijn, zoals 1795341600.\n";
      return static_cast<int>(cli::Exit::usage);
    }
    files::DiskFileSystem disk;
    const cli::Surroundings surroundings{disk, std::cout, std::cerr, color_terminal(), *day};
    const cli::Exit exit = cli::run({words + 1, words + count}, surroundings);
    if (std::cout.flush()) return static_cast<int>(exit);
    std::cerr << "katern: de uitvoer kon niet helemaal worden geschreven.\n";
    return static_cast<int>(cli::Exit::machine);
  } catch (const std::bad_alloc&) {
    std::cerr << "katern: er is niet genoeg geheugen. Wat op de website stond is heel; probeer het met --jobs 1.\n";
    return static_cast<int>(cli::Exit::machine);
  } catch (const std::exception& failure) {
    std::cerr << "katern: " << failure.what() << '\n';
    return static_cast<int>(cli::Exit::machine);
  }
}
