#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/table.h"
#include "model/query.h"
#include "pipeline/site_reader.h"
#include "value/dict.h"
#include "value/json.h"
#include "value/number.h"

namespace katern::cli {
namespace {

using model::Query;
using model::Row;

// A cell as text, with `between` the items of a list. What is more than one plain value inside another is written as
// JSON.
std::string cell_text(const Value& value, std::string_view between, bool inside = false) {
  switch (value.kind()) {
    case ValueKind::none:
    case ValueKind::undefined:
    case ValueKind::callable: return {};
    case ValueKind::boolean: return value.as_boolean() ? "ja" : "nee";
    case ValueKind::integer: return std::to_string(value.as_integer());
    case ValueKind::string: return std::string(value.as_string());
    case ValueKind::date: return iso(value.as_date());
    case ValueKind::datetime: return iso(value.as_datetime());
    case ValueKind::number: {
      std::string text;
      append_number(text, value.as_number());
      return text;
    }
    case ValueKind::list:
      if (!inside) {
        std::string text;
        for (std::size_t i = 0; i < value.size(); ++i) {
          if (i > 0) text += between;
          text += cell_text(value.at(i), between, true);
        }
        return text;
      }
      break;
    case ValueKind::object: break;
  }
  std::string text;
  to_json(value, text);
  return text;
}

// Without --fields, each form has columns of its own.
std::string columns_of(const CommandLine& line, const schema::Kind& kind) {
  if (!line.columns.empty()) return line.columns;
  if (line.result == Output::text) return "title, source";
  std::string columns = "source, slug, permalink, title";
  for (const schema::Field& field : kind.fields) {
    if (field.name != "source" && field.name != "slug" && field.name != "permalink" && field.name != "title") {
      columns += ", " + field.name;
    }
  }
  return columns;
}

std::string header(const std::string& column, const schema::Kind& kind, bool dutch) {
  const auto label_of = [&](std::string_view name) -> std::string {
    for (const schema::Field& field : kind.fields) {
      if (field.name == name) return field.label;
    }
    for (const model::BuiltinLabel& own : model::kBuiltinLabels) {
      if (own.name == name) return std::string(dutch ? own.dutch : own.english);
    }
    return {};
  };
  if (std::string label = label_of(column); !label.empty()) return label;
  const std::string_view named = model::name_of_label(kind, column);
  return named.empty() ? column : label_of(named);
}

// In CSV the items of a list must be told apart again, and texts hold commas more often than semicolons.
Table table_of(const std::vector<Row>& rows, std::vector<std::string> columns, std::string_view between) {
  Table table{std::move(columns), {}};
  for (const Row& row : rows) {
    std::vector<std::string> cells;
    for (const Value& value : row.cells) cells.push_back(cell_text(value, between));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

std::string as_json(const std::vector<Row>& rows, const std::vector<std::string>& names) {
  std::vector<Value> objects;
  for (const Row& row : rows) {
    auto object = std::make_unique<Dict>();
    for (std::size_t i = 0; i < names.size(); ++i) object->set(names[i], row.cells[i].borrow());
    objects.push_back(Value::adopt(object.release()));
  }
  JsonStyle style;
  style.indent = 2;
  std::string text;
  to_json(Value::list(std::move(objects)), text, style);
  return text + '\n';
}

std::string printed(const std::vector<Row>& rows, const Query& query, const CommandLine& line, const schema::Kind& kind,
                    bool dutch) {
  if (line.result == Output::json) return as_json(rows, query.names);
  if (line.result == Output::csv) return csv(table_of(rows, query.names, "; "));
  std::vector<std::string> headers;
  for (const std::string& name : query.names) headers.push_back(header(name, kind, dutch));
  return aligned(table_of(rows, std::move(headers), ", "));
}

// What a list needs to know of the findings about content: which entries are not in it.
Report errors_of(const Report& report) {
  Report errors;
  for (const Diagnostic& finding : report.findings()) {
    if (finding.severity == Severity::error) errors.add(finding);
  }
  return errors;
}

GivenTexts given_texts(const CommandLine& line) {
  std::string keys;
  for (const std::string& key : line.sort) keys += key + '\n';
  return {{std::string(model::kWhere), line.where},
          {std::string(model::kSort), keys},
          {std::string(model::kFields), line.columns}};
}

}  // namespace

Exit list_entries(const CommandLine& line, const Surroundings& surroundings) {
  pipeline::SiteOptions options;
  options.root = line.root;
  options.today = line.today.value_or(surroundings.today);
  options.drafts = line.drafts;
  options.jobs = line.jobs;
  pipeline::ReadSite read;
  Report report;
  pipeline::read_site(surroundings.disk, options, read, report);
  const Language language = line.language.value_or(read.sources.settings.messages());
  Exit failed = Exit::usage;
  const schema::Kind* kind = find_kind(read.sources.schema, report, line, language, surroundings, failed);
  if (kind == nullptr) return failed;

  Report findings = errors_of(report);
  const bool complete = !findings.has_errors();
  const model::QueryText text{line.where, line.sort, columns_of(line, *kind)};
  const auto query = model::compile_query(text, *kind, read.sources.registry, findings);
  const auto rows = query ? model::run(*query, read.site, *kind, findings) : std::nullopt;
  findings.sort();
  print_findings(findings, line, line.root, language, surroundings, given_texts(line));
  if (rows) surroundings.out << printed(*rows, *query, line, *kind, language == Language::dutch);
  if (!rows) return complete ? Exit::usage : Exit::content;
  return complete ? Exit::done : Exit::content;
}

}  // namespace katern::cli
