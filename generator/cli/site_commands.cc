#include <ostream>

#include "cli/commands.h"
#include "pipeline/build.h"

namespace katern::cli {
namespace {

std::string_view stage_name(pipeline::Stage stage, bool dutch) {
  switch (stage) {
    case pipeline::Stage::read: return dutch ? "lezen" : "reading";
    case pipeline::Stage::parse: return dutch ? "ontleden" : "parsing";
    case pipeline::Stage::model: return dutch ? "verbinden" : "connecting";
    case pipeline::Stage::check: return dutch ? "controleren" : "checking";
    case pipeline::Stage::render: return dutch ? "pagina’s maken" : "making pages";
    case pipeline::Stage::publish: return dutch ? "neerzetten" : "publishing";
  }
  return "";
}

constexpr std::string_view kClearLine = "\r\x1b[K";

pipeline::BuildResult run_pipeline(const CommandLine& line, const Surroundings& surroundings, bool write) {
  const bool progress = surroundings.terminal && !line.quiet && line.format == Format::text;
  const bool dutch = line.language.value_or(Language::dutch) == Language::dutch;
  pipeline::BuildOptions options;
  options.root = line.root;
  options.output = line.output;
  options.base_url = line.base_url;
  options.today = line.today.value_or(surroundings.today);
  options.drafts = line.drafts;
  options.write = write;
  options.jobs = line.jobs;
  if (progress) {
    options.progress = [&](pipeline::Stage stage) {
      surroundings.err << kClearLine << "katern: " << stage_name(stage, dutch) << std::flush;
    };
  }
  pipeline::BuildResult result = pipeline::build(surroundings.disk, options);
  if (progress) surroundings.err << kClearLine << std::flush;
  return result;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

std::string counts(const pipeline::BuildResult& result, bool written, bool dutch) {
  std::string text =
      dutch ? counted(result.entries, "stuk inhoud, ", "stukken inhoud, ") + counted(result.pages, "pagina", "pagina’s")
            : counted(result.entries, "entry, ", "entries, ") + counted(result.pages, "page", "pages");
  if (!written) return text;
  const publish::PublishResult& files = result.published;
  text += ": ";
  text += dutch ? counted(files.written, "bestand geschreven, ", "bestanden geschreven, ")
                : counted(files.written, "file written, ", "files written, ");
  text += std::to_string(files.unchanged) + (dutch ? " ongewijzigd, " : " unchanged, ") +
          std::to_string(files.removed) + (dutch ? " verwijderd" : " removed");
  return text;
}

// What a build that failed has left behind.
std::string_view unfinished(const pipeline::BuildResult& result, bool dutch) {
  if (!result.published.is_partial) return dutch ? " · er is niets veranderd" : " · nothing was changed";
  return dutch ? " · een deel van de bestanden is al vernieuwd; de volgende keer dat het lukt, volgt de rest"
               : " · some of the files are new already; the rest follows the next time it works";
}

void print_json(const pipeline::BuildResult& result, std::ostream& out) {
  out << "{\"entries\":" << result.entries << ",\"pages\":" << result.pages
      << ",\"written\":" << result.published.written << ",\"unchanged\":" << result.published.unchanged
      << ",\"removed\":" << result.published.removed << ",\"errors\":" << result.report.count(Severity::error)
      << ",\"warnings\":" << result.report.count(Severity::warning)
      << ",\"hints\":" << result.report.count(Severity::hint) << ",\"next_change\":";
  if (result.next_change) {
    out << '"' << iso(*result.next_change) << '"';
  } else {
    out << "null";
  }
  out << "}\n";
}

void print_result(const pipeline::BuildResult& result, const CommandLine& line, bool written,
                  const Surroundings& surroundings) {
  if (line.format == Format::json) return print_json(result, surroundings.out);
  const Language language = line.language.value_or(result.language);
  const bool dutch = language == Language::dutch;
  const bool failed = result.report.has_errors();
  if (line.quiet && !failed) return;
  surroundings.out << "katern: " << summary(result.report, language);
  if (!failed) surroundings.out << " · " << counts(result, written, dutch);
  if (failed && written) surroundings.out << unfinished(result, dutch);
  surroundings.out << '\n';
  if (!failed && result.next_change) {
    surroundings.out << (dutch ? "katern: de website verandert vanzelf weer op "
                               : "katern: the website next changes by itself on ")
                     << iso(*result.next_change) << '\n';
  }
}

Exit finish(const pipeline::BuildResult& result, const CommandLine& line, bool written,
            const Surroundings& surroundings) {
  print_findings(result.report, line, line.root, line.language.value_or(result.language), surroundings);
  print_result(result, line, written, surroundings);
  if (result.machine_failed) return Exit::machine;
  return result.report.has_errors() ? Exit::content : Exit::done;
}

}  // namespace

Exit build_site(const CommandLine& line, const Surroundings& surroundings) {
  return finish(run_pipeline(line, surroundings, true), line, true, surroundings);
}

Exit check_site(const CommandLine& line, const Surroundings& surroundings) {
  return finish(run_pipeline(line, surroundings, false), line, false, surroundings);
}

}  // namespace katern::cli
