#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "templating/library.h"
#include "value/dict.h"
#include "value/json.h"

namespace katern::cli {
namespace {

constexpr std::uint64_t kTemplateBytes = 4 * 1024 * 1024;
constexpr std::uint64_t kDataBytes = 64 * 1024 * 1024;

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

void report_unreadable(const std::string& file, const files::FileError& error, Report& report) {
  report.add(Diagnostic(Code::file_unreadable, Place{file, {}, 0}).with("reason", error.reason));
}

bool names(const std::string& text, const std::string& file) {
  return text.find('"' + file + '"') != std::string::npos || text.find('\'' + file + '\'') != std::string::npos;
}

// The template and those beside it that it names, that these name, and so on.
std::vector<templating::TemplateSource> gather(const files::FileSystem& disk, const std::string& folder,
                                               const std::string& first, Report& report) {
  const auto listed = disk.list(folder);
  std::set<std::string> beside;
  if (listed) {
    for (const files::Entry& entry : *listed) {
      if (entry.kind == files::Entry::Kind::file && entry.bytes <= kTemplateBytes) beside.insert(entry.path);
    }
  }
  beside.erase(first);
  std::vector<templating::TemplateSource> sources;
  std::vector<std::string> wanted{first};
  while (!wanted.empty()) {
    const std::string name = wanted.back();
    wanted.pop_back();
    auto text = disk.read(folder + '/' + name, kTemplateBytes);
    if (!text) {
      report_unreadable(name, text.error(), report);
      continue;
    }
    for (auto file = beside.begin(); file != beside.end();) {
      if (names(*text, *file)) {
        wanted.push_back(*file);
        file = beside.erase(file);
      } else {
        ++file;
      }
    }
    sources.push_back({name, name, *std::move(text)});
  }
  return sources;
}

Value load_data(const files::FileSystem& disk, const std::string& file, Report& report) {
  if (file.empty()) return make_dict({});
  const auto text = disk.read(file, kDataBytes);
  if (!text) {
    report_unreadable(file, text.error(), report);
    return make_dict({});
  }
  auto data = from_json(*text);
  if (!data) {
    const JsonError& error = data.error();
    const Position at{static_cast<std::uint32_t>(error.line), static_cast<std::uint32_t>(error.column)};
    report.add(Diagnostic(Code::json_invalid, Place{file, at, 0}).with("reason", error.message));
    return make_dict({});
  }
  if (data->is_object()) return *std::move(data);
  report.add(Diagnostic(Code::json_not_object, Place{file, {1, 1}, 0}));
  return make_dict({});
}

}  // namespace

Exit render_template(const CommandLine& line, const Surroundings& surroundings) {
  const std::string folder = folder_of(line.template_file);
  const std::string name = name_of(line.template_file);
  const Language language = line.language.value_or(Language::dutch);
  Report data_report;
  templating::Scope scope;
  scope.layers.push_back(load_data(surroundings.disk, line.data_file, data_report));
  print_findings(data_report, line, ".", language, surroundings);

  Report report;
  const templating::Registry registry = templating::Registry::standard();
  const templating::Library library =
      templating::Library::compile(gather(surroundings.disk, folder, name, report), registry, report);
  std::string out;
  const bool sound = !data_report.has_errors() && !report.has_errors();
  if (sound && library.render(name, scope, {}, out, report)) surroundings.out << out;
  report.sort();
  print_findings(report, line, folder, language, surroundings);
  return sound && !report.has_errors() ? Exit::done : Exit::content;
}

}  // namespace katern::cli
