#include "model/query.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "model/builtins.h"
#include "model/order.h"
#include "parse/node.h"
#include "schema/places.h"
#include "schema/rule_compiler.h"
#include "text/utf8.h"
#include "text/words.h"
#include "value/dict.h"

namespace katern::model {
namespace {

using parse::Node;
using schema::Kind;
using templating::ComparedText;
using templating::Expression;
using templating::NoneOrder;

Node node_of(std::string_view text, std::uint32_t column) {
  Node node;
  node.text = text;
  node.at = {1, column};
  return node;
}

// The texts between the commas that stand in no bracket and no quote, each with its column.
std::vector<Node> between_commas(std::string_view text) {
  std::vector<Node> parts;
  std::size_t start = 0;
  int depth = 0;
  char quote = 0;
  const auto end_part = [&](std::size_t end) {
    std::size_t from = start;
    std::size_t to = end;
    while (from < to && text[from] == ' ') ++from;
    while (to > from && text[to - 1] == ' ') --to;
    const auto before = static_cast<std::uint32_t>(text::length(text.substr(0, from)));
    parts.push_back(node_of(text.substr(from, to - from), before + 1));
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      --depth;
    } else if (c == ',' && depth <= 0) {
      end_part(i);
      start = i + 1;
    }
  }
  end_part(text.size());
  return parts;
}

const std::vector<std::string>* choices_of(const Kind& kind, std::string_view name) {
  for (const schema::Field& field : kind.fields) {
    if (field.name != name) continue;
    const schema::Field& plain = field.items ? *field.items : field;
    return plain.type == schema::FieldType::enumeration ? &plain.values : nullptr;
  }
  return nullptr;
}

// A text that a field with choices cannot be finds nothing, and nobody would be told.
void check_choices(const Expression& where, const Kind& kind, Report& report) {
  for (const ComparedText& compared : where.compared_texts()) {
    const auto* choices = choices_of(kind, compared.name);
    if (choices == nullptr || std::find(choices->begin(), choices->end(), compared.text) != choices->end()) continue;
    report.add(Diagnostic(Code::query_choice_unknown, compared.place)
                   .with("field", compared.name)
                   .with("value", compared.text)
                   .with("choices", schema::joined(*choices))
                   .suggest(text::nearest(compared.text, *choices).value_or("")));
  }
}

// What the head of a table calls a field stands for it, where nothing else has that name.
Node named(Node node, const Kind& kind, const std::vector<std::string>& names) {
  const std::string_view minus = node.text.starts_with('-') ? "-" : "";
  const std::string_view asked = std::string_view(node.text).substr(minus.size());
  if (std::find(names.begin(), names.end(), asked) != names.end()) return node;
  const std::string_view name = name_of_label(kind, asked);
  if (!name.empty()) node.text = std::string(minus).append(name);
  return node;
}

}  // namespace

std::string_view name_of_label(const Kind& kind, std::string_view label) {
  const std::string asked = text::lower(label);
  for (const schema::Field& field : kind.fields) {
    if (text::lower(field.label) == asked) return field.name;
  }
  for (const BuiltinLabel& known : kBuiltinLabels) {
    if (text::lower(known.dutch) == asked || text::lower(known.english) == asked) return known.name;
  }
  return {};
}

std::optional<Query> compile_query(const QueryText& text, const Kind& kind, const templating::Registry& registry,
                                   Report& report) {
  const std::vector<std::string> names = schema::expression_names(kind);
  Report findings;
  Query query;
  if (!text.where.empty()) {
    query.where = schema::compile_expression(node_of(text.where, 1), kWhere, names, registry, findings);
    if (query.where) check_choices(*query.where, kind, findings);
  }
  for (std::size_t i = 0; i < text.sort.size(); ++i) {
    Node key = named(node_of(text.sort[i], 1), kind, names);
    key.at.line = static_cast<std::uint32_t>(i + 1);
    if (auto compiled = schema::compile_sort_key(key, kSort, names, registry, findings)) {
      query.sort.push_back(*std::move(compiled));
    }
  }
  if (!text.columns.empty()) {
    for (const Node& column : between_commas(text.columns)) {
      auto compiled = schema::compile_expression(named(column, kind, names), kFields, names, registry, findings);
      if (!compiled) continue;
      query.columns.push_back(*std::move(compiled));
      query.names.push_back(column.text);
    }
  }
  const bool sound = !findings.has_errors();
  report.merge(std::move(findings));
  if (!sound) return std::nullopt;
  return query;
}

std::optional<std::vector<Row>> run(const Query& query, const Site& site, const Kind& kind, Report& report) {
  EntryScope scope(site.root, site.today);
  std::vector<std::size_t> wanted;
  const auto of_kind = site.by_kind.find(kind.name);
  for (const std::size_t index : of_kind == site.by_kind.end() ? std::vector<std::size_t>{} : of_kind->second) {
    const schema::Record& record = site.records[index];
    if (query.where) {
      const auto value = query.where->evaluate(scope.of(*record.data), record.path, report, NoneOrder::unordered);
      if (!value) return std::nullopt;
      if (!value->truthy()) continue;
    }
    wanted.push_back(index);
  }
  if (!query.sort.empty()) {
    const text::Collator collator;
    Report findings;
    wanted = Sorter(collator, scope, findings).sorted(site.records, std::move(wanted), query.sort);
    if (findings.has_errors()) {
      // The same mistake for every entry: one of them shows it.
      report.add(findings.findings().front());
      return std::nullopt;
    }
  }
  const PlainData plain(site);
  std::vector<Row> rows;
  for (const std::size_t index : wanted) {
    const schema::Record& record = site.records[index];
    Row row{&record, {}};
    for (const Expression& column : query.columns) {
      const auto value = column.evaluate(scope.of(*record.data), record.path, report);
      if (!value) return std::nullopt;
      row.cells.push_back(plain.of(*value));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

PlainData::PlainData(const Site& site) {
  for (const schema::Record& record : site.records) entries_.insert(record.data.get());
}

// Circles go through entries only, so the depth of recursion is that of front matter.
Value PlainData::of(const Value& value) const {
  if (value.is_undefined() || value.is_callable()) return {};
  if (value.is_list()) {
    std::vector<Value> items;
    for (std::size_t i = 0; i < value.size(); ++i) items.push_back(of(value.at(i)));
    return Value::list(std::move(items));
  }
  if (!value.is_object()) return value;
  const Object& object = value.as_object();
  if (entries_.contains(&object)) return value.get("slug");
  auto plain = std::make_unique<Dict>();
  for (std::size_t i = 0; i < object.size(); ++i) plain->set(object.key_at(i), of(object.value_at(i).borrow()));
  return Value::adopt(plain.release());
}

}  // namespace katern::model
