#include "schema/rule_compiler.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/mapping.h"
#include "schema/named.h"
#include "schema/places.h"
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

void RuleCompiler::compile(const Node& rule, std::string_view file, const std::vector<Field>& fields,
                           std::vector<Rule>& rules) const {
  std::vector<std::string> own;
  for (const Field& field : fields) own.push_back(field.name);
  std::vector<std::string> names = own;
  names.insert(names.end(), names_.begin(), names_.end());

  Mapping mapping(rule, file, report_);
  const Node* check = mapping.require("check", "check: \"naam\"");
  const Node* message = mapping.require("message", "message: \"…\"");
  const Node* english = mapping.take("message_en");
  const Severity severity = severity_of(mapping);
  std::string points_to = mapping.text_or("field", check == nullptr ? "" : first_named(check->text, own));
  if (const Node* field = mapping.take("field"); field && std::find(own.begin(), own.end(), points_to) == own.end()) {
    report_.add(Diagnostic(Code::kind_rule_field_unknown, place_of(file, *field))
                    .with("field", shown(points_to))
                    .suggest(text::nearest(points_to, own).value_or("")));
  }
  mapping.finish();
  if (check == nullptr || message == nullptr) return;
  auto compiled = compile_expression(*check, file, names, registry_, report_);
  auto text = compile_template(*message, file, names, registry_, report_);
  auto english_text = english ? compile_template(*english, file, names, registry_, report_) : std::nullopt;
  if (!compiled || !text) return;
  rules.push_back(
      {*std::move(compiled), *std::move(text), std::move(english_text), severity, std::move(points_to), rule.at});
}

// The depth of recursion is that of the declaration, which the YAML parser bounds.
void RuleCompiler::compile_objects(Field& field, const Node& declaration, std::string_view file) const {
  if (const Node::Member* items = declaration.find("of"); items != nullptr && field.items) {
    compile_objects(*field.items, items->value, file);
  }
  if (field.type != FieldType::object) return;
  Mapping mapping(declaration, file, report_);
  for (const Node& rule : mapping.items("rules")) compile(rule, file, field.fields, field.rules);
  const Node* fields = mapping.take("fields");
  if (fields == nullptr) return;
  for (Field& inner : field.fields) {
    if (const Node::Member* member = fields->find(inner.name)) compile_objects(inner, member->value, file);
  }
}

}  // namespace katern::schema
