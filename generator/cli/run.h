#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "files/file_system.h"
#include "text/date.h"

namespace katern::cli {

/// Exit codes of the command.
enum class Exit { done = 0, content = 1, usage = 2, machine = 3 };

/// What the command takes from the machine that it runs on.
struct Surroundings {
  files::FileSystem& disk;
  std::ostream& out;  ///< results
  std::ostream& err;  ///< findings and progress
  bool terminal;      ///< err is a terminal that shows colours
  Date today;         ///< where the command line does not say
};

/// Runs a command line, without the program's name.
Exit run(std::vector<std::string> arguments, const Surroundings& surroundings);

}  // namespace katern::cli
