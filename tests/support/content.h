#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/printer.h"
#include "diagnostics/report.h"
#include "parse/yaml.h"
#include "schema/schema.h"
#include "support/catch.h"
#include "templating/callable.h"

namespace katern::test {

/// Findings as one line each, `code at line:column`, and the suggestion or the mended line where there is one.
inline std::vector<std::string> told(Report report) {
  report.sort();
  std::vector<std::string> lines;
  for (const Diagnostic& finding : report.findings()) {
    std::string line(info(finding.code).name);
    line += " at " + std::to_string(finding.place.at.line) + ":" + std::to_string(finding.place.at.column);
    if (!finding.suggestion.empty()) line += " -> " + finding.suggestion;
    if (!finding.mended_line.empty()) line += " => " + finding.mended_line;
    lines.push_back(line);
  }
  return lines;
}

inline bool has(const Report& report, Code code) {
  for (const Diagnostic& finding : report.findings()) {
    if (finding.code == code) return true;
  }
  return false;
}

/// A content model and entries, written as text in a test.
class Content {
 public:
  Content& kind(std::string_view yaml) { return add(kinds_, "content/kinds/", yaml); }
  Content& data(std::string_view name, std::string_view yaml) {
    data_.push_back({"content/data/" + std::string(name) + ".yaml", node(yaml, name)});
    return *this;
  }

  const schema::Schema& load() {
    schema_ = schema::Schema::load(kinds_, data_, registry_, report);
    return schema_;
  }

  /// An entry with this front matter; findings go into `report`.
  std::optional<schema::Record> read(std::string_view path, std::string_view front_matter,
                                     const schema::ReadOptions& options = {}) {
    parse::Document document;
    document.path = path;
    auto yaml = parse::parse_yaml(front_matter, path, report, 2);
    REQUIRE(yaml);
    document.front_matter = *std::move(yaml);
    return schema::read_record(schema_, std::move(document), report, options);
  }

  const schema::Schema& schema() const { return schema_; }
  templating::Registry& registry() { return registry_; }

  Report report;

 private:
  Content& add(std::vector<schema::NamedNode>& files, const std::string& folder, std::string_view yaml) {
    const std::string file = folder + std::to_string(files.size() + 1) + ".yaml";
    files.push_back({file, node(yaml, file)});
    return *this;
  }

  parse::Node node(std::string_view yaml, std::string_view file) {
    auto parsed = parse::parse_yaml(yaml, file, report);
    REQUIRE(parsed);
    return *std::move(parsed);
  }

  templating::Registry registry_ = templating::Registry::standard();
  std::vector<schema::NamedNode> kinds_;
  std::vector<schema::NamedNode> data_;
  schema::Schema schema_;
};

}  // namespace katern::test
