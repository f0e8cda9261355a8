#include "cli/run.h"

#include <ostream>
#include <utility>

#include "cli/commands.h"

namespace katern::cli {

Exit run(std::vector<std::string> arguments, const Surroundings& surroundings) {
  const auto line = parse_command_line(std::move(arguments));
  if (!line) {
    const bool dutch = line.error().language == Language::dutch;
    surroundings.err << "katern: " << line.error().message << '\n'
                     << (dutch ? "Alle opdrachten en opties: katern help\n"
                               : "All commands and options: katern help --lang en\n");
    return Exit::usage;
  }
  switch (line->command) {
    case Command::build: return build_site(*line, surroundings);
    case Command::check: return check_site(*line, surroundings);
    case Command::render_template: return render_template(*line, surroundings);
    case Command::schema: return print_schema(*line, surroundings);
    case Command::new_entry: return make_new_entry(*line, surroundings);
    case Command::list: return list_entries(*line, surroundings);
    case Command::help: surroundings.out << help_text(line->language.value_or(Language::dutch)); return Exit::done;
    case Command::version: surroundings.out << "katern " KATERN_VERSION "\n"; return Exit::done;
  }
  return Exit::usage;
}

}  // namespace katern::cli
