#include <ostream>
#include <vector>

#include "cli/commands.h"
#include "cli/usage_errors.h"

namespace katern::cli {

const schema::Kind* find_kind(const schema::Schema& schema, Report& report, const CommandLine& line, Language language,
                              const Surroundings& surroundings, Exit& failed) {
  if (const schema::Kind* kind = schema.find(line.kind)) return kind;
  if (report.has_errors()) {
    report.sort();
    print_findings(report, line, line.root, language, surroundings);
    failed = Exit::content;
    return nullptr;
  }
  const bool dutch = language == Language::dutch;
  std::vector<std::string> names;
  std::string all;
  for (const auto& kind : schema.kinds()) {
    names.push_back(kind->name);
    all += (all.empty() ? "" : ", ") + kind->name;
  }
  surroundings.err << "katern: " << (dutch ? "Er is geen soort ‘" : "There is no kind ‘") << line.kind << "’."
                   << did_you_mean(line.kind, names, language) << '\n'
                   << (dutch ? "De soorten van deze site: " : "The kinds of this site: ") << all << '\n';
  failed = Exit::usage;
  return nullptr;
}

}  // namespace katern::cli
