#pragma once

#include <map>
#include <string>

#include "cli/command_line.h"
#include "cli/run.h"
#include "diagnostics/report.h"
#include "schema/schema.h"

namespace katern::cli {

Exit build_site(const CommandLine& line, const Surroundings& surroundings);
Exit check_site(const CommandLine& line, const Surroundings& surroundings);
Exit print_schema(const CommandLine& line, const Surroundings& surroundings);
Exit make_new_entry(const CommandLine& line, const Surroundings& surroundings);
Exit list_entries(const CommandLine& line, const Surroundings& surroundings);
Exit render_template(const CommandLine& line, const Surroundings& surroundings);

/// Texts of the command line that findings may point at, by what stands for their file: "--where".
using GivenTexts = std::map<std::string, std::string>;

/// Prints a sorted report as the command line asks; `root` is what the findings' paths are relative to.
void print_findings(const Report& report, const CommandLine& line, const std::string& root, Language language,
                    const Surroundings& surroundings, const GivenTexts& given = {});

/// The kind that the command line names, or null after telling why it is none: `failed` is then how to end. Where the
/// content model itself has mistakes they are told first, since the kind may be among what could not be used.
const schema::Kind* find_kind(const schema::Schema& schema, Report& report, const CommandLine& line, Language language,
                              const Surroundings& surroundings, Exit& failed);

}  // namespace katern::cli
