#include "schema/rule_compiler.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/mapping.h"
#include "schema/named.h"
#include "schema/places.h"
#include "schema/scalar.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using parse::Node;
using templating::Expression;
using templating::TextTemplate;

constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "hint"};

bool is_text(const Node& node, std::string_view file, Report& report) {
  if (node.kind == Node::Kind::scalar) return true;
  report.add(Diagnostic(Code::config_expression_missing, place_of(file, node)));
  return false;
}

Severity severity_of(Mapping& mapping) {
  const Node* node = mapping.take("severity");
  if (node == nullptr || node->text == "error") return Severity::error;
  if (node->text == "warning") return Severity::warning;
  if (node->text != "hint") mapping.refuse_choice("severity", *node, kSeverities);
  return Severity::hint;
}

std::string first_named(std::string_view check, const std::vector<std::string>& fields) {
  for (const std::string_view name : named_in(check)) {
    if (std::find(fields.begin(), fields.end(), name) != fields.end()) return std::string(name);
  }
  return {};
}

std::vector<std::string> names_of(const std::vector<Field>& fields) {
  std::vector<std::string> names;
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

}  // namespace

Place start_of_text(std::string_view file, const Node& node) {
  return {std::string(file), {node.at.line, node.at.column + (node.quoted ? 1U : 0U)}, 0};
}

std::optional<Expression> compile_expression(const Node& node, std::string_view file,
                                             const std::vector<std::string>& names,
                                             const templating::Registry& registry, Report& report) {
  if (!is_text(node, file, report)) return std::nullopt;
  return Expression::compile(node.text, start_of_text(file, node), registry, report, &names);
}

std::optional<TextTemplate> compile_template(const Node& node, std::string_view file,
                                             const std::vector<std::string>& names,
                                             const templating::Registry& registry, Report& report) {
  if (!is_text(node, file, report)) return std::nullopt;
  return TextTemplate::compile(node.text, start_of_text(file, node), registry, report, &names);
}

std::optional<SortKey> compile_sort_key(const Node& node, std::string_view file, const std::vector<std::string>& names,
                                        const templating::Registry& registry, Report& report) {
  Node key = node;
  const bool descending = key.text.starts_with('-');
  if (descending) {
    key.text.erase(0, 1);
    ++key.at.column;
  }
  auto compiled = compile_expression(key, file, names, registry, report);
  if (!compiled) return std::nullopt;
  return SortKey{*std::move(compiled), descending};
}

std::vector<SortKey> compile_sort(Mapping& mapping, const std::vector<std::string>& names,
                                  const templating::Registry& registry) {
  std::vector<SortKey> keys;
  for (const Node* node : mapping.texts("sort")) {
    auto key = compile_sort_key(*node, mapping.file(), names, registry, mapping.report());
    if (key) keys.push_back(*std::move(key));
  }
  return keys;
}

std::vector<std::string> RuleCompiler::with(const std::vector<std::string>& own) const {
  std::vector<std::string> names = own;
  names.insert(names.end(), names_.begin(), names_.end());
  return names;
}

// The text of a finding may be left to Katern, but not that of a check: nobody else knows what it means.
RuleCompiler::Messages RuleCompiler::compile_messages(Mapping& mapping, Demand demand,
                                                      std::vector<std::string> names) const {
  if (demand == Demand::unique) names.insert(names.end(), {"value", "other"});
  const Node* message =
      demand == Demand::truth ? mapping.require("message", "message: \"…\"") : mapping.take("message");
  const Node* english = mapping.take("message_en");
  Messages messages;
  if (message != nullptr) messages.own = compile_template(*message, mapping.file(), names, registry_, report_);
  if (english != nullptr) messages.english = compile_template(*english, mapping.file(), names, registry_, report_);
  messages.severity = severity_of(mapping);
  return messages;
}

std::string RuleCompiler::field_of(Mapping& mapping, const Node* expression,
                                   const std::vector<std::string>& own) const {
  std::string points_to = mapping.text_or("field", expression == nullptr ? "" : first_named(expression->text, own));
  if (const Node* field = mapping.take("field"); field && std::find(own.begin(), own.end(), points_to) == own.end()) {
    report_.add(Diagnostic(Code::kind_rule_field_unknown, place_of(mapping.file(), *field))
                    .with("field", shown(points_to))
                    .suggest(text::nearest(points_to, own).value_or("")));
  }
  return points_to;
}

// Objects have rules of their own, so that each knows its place.
bool RuleCompiler::takes_each(Mapping& mapping, const Node& list, std::vector<Field>& fields) const {
  const auto fits = [](const Field& field) { return field.items && is_scalar(field.items->type); };
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.name == list.text && fits(field); });
  if (list.kind == Node::Kind::scalar && found != fields.end() && found->type == FieldType::list) {
    found->has_item_rules = true;
    return true;
  }
  std::vector<std::string> lists;
  for (const Field& field : fields) {
    if (field.type == FieldType::list && fits(field)) lists.push_back(field.name);
  }
  report_.add(Diagnostic(Code::kind_rule_each_unfit, place_of(mapping.file(), list))
                  .with("field", shown(list.text))
                  .suggest(text::nearest(list.text, lists).value_or("")));
  return false;
}

void RuleCompiler::compile(const Node& rule, std::string_view file, std::vector<Field>& fields,
                           std::vector<Rule>& rules) const {
  const std::vector<std::string> own = names_of(fields);
  std::vector<std::string> names = with(own);
  Mapping mapping(rule, file, report_);
  const Node* unique = mapping.take("unique");
  const Node* check = unique != nullptr ? mapping.take("check") : mapping.require("check", "check: \"naam\"");
  if (unique != nullptr && check != nullptr) report_.add(Diagnostic(Code::kind_rule_doubled, mapping.place()));
  const Node* expression = unique != nullptr ? unique : check;
  const Demand demand = unique != nullptr ? Demand::unique : Demand::truth;
  const Node* each = demand == Demand::truth ? mapping.take("each") : nullptr;
  if (each != nullptr && !takes_each(mapping, *each, fields)) expression = nullptr;
  if (each != nullptr) names.emplace_back("item");
  std::string points_to = each != nullptr ? each->text : field_of(mapping, expression, own);
  Messages messages = compile_messages(mapping, demand, names);
  mapping.finish();
  if (expression == nullptr) return;
  auto compiled = compile_expression(*expression, file, names, registry_, report_);
  if (!compiled || (demand == Demand::truth && !messages.own)) return;
  rules.push_back({demand,
                   *std::move(compiled),
                   std::move(messages.own),
                   std::move(messages.english),
                   messages.severity,
                   std::move(points_to),
                   each != nullptr,
                   {},
                   rule.at});
}

// An expression, or a mapping that holds it as `check` and says what the finding tells.
void RuleCompiler::compile_condition(const Node& node, Demand demand, const Field& field, std::string_view file,
                                     const std::vector<std::string>& names, std::vector<Rule>& rules) const {
  Messages messages;
  const Node* expression = &node;
  if (node.kind == Node::Kind::mapping) {
    Mapping mapping(node, file, report_);
    expression = mapping.require("check", "check: \"naam\"");
    messages = compile_messages(mapping, demand, names);
    mapping.finish();
  }
  auto compiled =
      expression == nullptr ? std::nullopt : compile_expression(*expression, file, names, registry_, report_);
  if (!compiled) return;
  rules.push_back({demand, *std::move(compiled), std::move(messages.own), std::move(messages.english),
                   messages.severity, field.name, false, example_of(field), node.at});
}

void RuleCompiler::compile_field(Field& field, const Node& declaration, std::string_view file,
                                 const std::vector<std::string>& siblings, std::vector<Rule>& rules) const {
  if (declaration.kind != Node::Kind::mapping) return;
  // What the field holds comes first: the example of a group shows what its own rules want.
  compile_below(field, declaration, file, siblings);
  Mapping mapping(declaration, file, report_);
  if (const Node* when = mapping.take("required_when")) {
    compile_condition(*when, Demand::presence, field, file, with(siblings), rules);
  }
  if (const Node* when = mapping.take("forbidden_when")) {
    compile_condition(*when, Demand::absence, field, file, with(siblings), rules);
  }
}

// The depth of recursion is that of the declaration, which the YAML parser bounds.
void RuleCompiler::compile_below(Field& field, const Node& declaration, std::string_view file,
                                 const std::vector<std::string>& siblings) const {
  if (const Node::Member* items = declaration.find("of"); items != nullptr && field.items) {
    compile_below(*field.items, items->value, file, siblings);
  }
  if (const Node::Member* inverse = declaration.find("inverse"); inverse && !field.inverse.order.empty()) {
    Mapping mapping(inverse->value, file, report_);
    field.inverse.sort = compile_sort(mapping, with(siblings), registry_);
  }
  if (field.type == FieldType::object) compile_object(field, declaration, file);
}

void RuleCompiler::compile_object(Field& object, const Node& declaration, std::string_view file) const {
  Mapping mapping(declaration, file, report_);
  for (const Node& rule : mapping.items("rules")) compile(rule, file, object.fields, object.rules);
  const Node* fields = mapping.take("fields");
  if (fields == nullptr) return;
  const std::vector<std::string> own = names_of(object.fields);
  for (Field& inner : object.fields) {
    const Node::Member* member = fields->find(inner.name);
    if (member != nullptr) compile_field(inner, member->value, file, own, object.rules);
  }
}

}  // namespace katern::schema
