#include <ostream>

#include "cli/commands.h"
#include "guide/new_entry.h"
#include "pipeline/sources.h"
#include "value/dict.h"
#include "value/json.h"

namespace katern::cli {
namespace {

using files::FileError;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

void print_made(const guide::NewEntry& entry, const CommandLine& line, bool dutch, std::ostream& out) {
  if (line.result == Output::json) {
    std::vector<Value> fields;
    for (const std::string& field : entry.to_fill) fields.push_back(Value::string(field));
    std::string text;
    to_json(make_dict({{"path", Value::string(entry.path)}, {"to_fill", Value::list(std::move(fields))}}), text);
    out << text << '\n';
    return;
  }
  out << "katern: " << entry.path << (dutch ? " is gemaakt" : " was made") << '\n';
  if (!entry.to_fill.empty()) {
    out << (dutch ? "Vul nog in: " : "Still to be filled in: ") << joined(entry.to_fill) << '\n';
  }
}

Exit refuse(Exit exit, std::string_view dutch_text, std::string_view english_text, bool dutch, std::ostream& err) {
  err << "katern: " << (dutch ? dutch_text : english_text) << '\n';
  return exit;
}

}  // namespace

Exit make_new_entry(const CommandLine& line, const Surroundings& surroundings) {
  pipeline::Sources sources;
  Report report;
  pipeline::load_content_model(surroundings.disk, line.root, sources, report);
  const Language language = line.language.value_or(sources.settings.messages());
  const bool dutch = language == Language::dutch;
  Exit failed = Exit::usage;
  const schema::Kind* kind = find_kind(sources.schema, report, line, language, surroundings, failed);
  if (kind == nullptr) return failed;

  const Date today = line.today.value_or(surroundings.today);
  const guide::NewEntry entry = guide::new_entry(*kind, sources.schema, line.title, today, language);
  if (entry.path.empty()) {
    return refuse(Exit::usage, "Van deze titel kan geen bestandsnaam worden gemaakt; gebruik letters of cijfers.",
                  "No file can be named after this title; use letters or digits.", dutch, surroundings.err);
  }
  if (const auto refused = guide::refused_title(*kind, line.title)) {
    const std::string mend = advice(*refused, language);
    const std::string what = message(*refused, language) + (mend.empty() ? "" : " " + mend);
    return refuse(Exit::content, what + "\nEr is niets gemaakt.", what + "\nNothing was made.", dutch,
                  surroundings.err);
  }
  const std::string path = line.root + '/' + entry.path;
  const auto there = surroundings.disk.stat(path);
  if (there) {
    return refuse(Exit::content, entry.path + " bestaat al, en is niet veranderd. Kies een andere titel.",
                  entry.path + " is there already, and was not changed. Choose another title.", dutch,
                  surroundings.err);
  }
  const auto written = there.error().kind == FileError::Kind::not_found ? surroundings.disk.write(path, entry.text)
                                                                        : unexpected(there.error());
  if (!written) {
    return refuse(Exit::machine, entry.path + " kan niet worden gemaakt: " + written.error().reason,
                  entry.path + " cannot be made: " + written.error().reason, dutch, surroundings.err);
  }
  print_made(entry, line, dutch, surroundings.out);
  return Exit::done;
}

}  // namespace katern::cli
