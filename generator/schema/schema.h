#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/document.h"
#include "parse/markdown.h"
#include "parse/node.h"
#include "schema/component.h"
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
  /// `registry` must outlive the schema. `zone`: of `default` moments without an offset.
  static Schema load(std::span<const NamedNode> kinds, std::span<const NamedNode> data,
                     const templating::Registry& registry, Report& report, std::string_view zone = "Europe/Amsterdam");

  std::span<const std::unique_ptr<Kind>> kinds() const { return kinds_; }
  const Kind* find(std::string_view name) const;
  /// The kind whose folder holds the file; the deepest folder wins.
  const Kind* of_path(std::string_view path) const;
  /// Whether every kind is here that was declared. Where one has a mistake, nothing is said of entries without a kind.
  bool is_whole() const { return whole_; }
  /// The kinds that have a field of that name, for "it belongs to …".
  std::vector<const Kind*> with_field(std::string_view field) const;

 private:
  std::vector<std::unique_ptr<Kind>> kinds_;  ///< by name
  bool whole_ = true;
};

/// What reading an entry asks of the site and its theme.
struct ReadOptions {
  std::string_view zone = "Europe/Amsterdam";  ///< of datetimes without an offset
  parse::MarkdownOptions markdown;             ///< of markdown fields
  std::span<const ComponentType> components;   ///< of the theme, by name
};

/// The document's front matter against the kind of its folder, and the data of its components against their
/// declarations. Nothing, and errors in the report, when the front matter does not fit. Any thread.
std::optional<Record> read_record(const Schema& schema, parse::Document document, Report& report,
                                  const ReadOptions& options = {});

}  // namespace katern::schema
