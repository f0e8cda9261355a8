#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/document.h"
#include "parse/node.h"
#include "schema/kind.h"
#include "schema/record.h"

namespace katern::schema {

/// A YAML file of the site, parsed.
struct NamedNode {
  std::string file;
  parse::Node node;
};

/// The content model of a site: all kinds. Immutable, and good for many threads at once.
class Schema {
 public:
  /// From content/kinds/*.yaml (kinds and mix-ins) and content/data/*.yaml (values of enumerations may come from
  /// there). Every mistake is a finding with its place; kinds without a mistake are there all the same.
  static Schema load(std::span<const NamedNode> kinds, std::span<const NamedNode> data,
                     const templating::Registry& registry, Report& report);

  std::span<const std::unique_ptr<Kind>> kinds() const { return kinds_; }
  const Kind* find(std::string_view name) const;
  /// The kind whose folder holds the file; the deepest folder wins.
  const Kind* of_path(std::string_view path) const;

 private:
  std::vector<std::unique_ptr<Kind>> kinds_;  ///< by name
};

/// The document's front matter against the kind of its folder. Nothing, and errors in the report, when it does not fit.
/// `zone`: the site's time zone, for datetimes without an offset.
std::optional<Record> read_record(const Schema& schema, parse::Document document, Report& report);

}  // namespace katern::schema
