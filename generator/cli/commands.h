#pragma once

#include "cli/command_line.h"
#include "cli/run.h"
#include "diagnostics/report.h"

namespace katern::cli {

Exit build_site(const CommandLine& line, const Surroundings& surroundings);
Exit check_site(const CommandLine& line, const Surroundings& surroundings);
Exit render_template(const CommandLine& line, const Surroundings& surroundings);

/// Prints a sorted report as the command line asks; `root` is what the findings' paths are relative to.
void print_findings(const Report& report, const CommandLine& line, const std::string& root, Language language,
                    const Surroundings& surroundings);

}  // namespace katern::cli
