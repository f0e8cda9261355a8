#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "schema/field.h"
#include "templating/callable.h"

namespace katern::schema {

/// Where the text of a scalar begins: after its quote, if it has one.
Place start_of_text(std::string_view file, const parse::Node& node);

/// An expression or a text template in a kind's file; nothing, and a finding, when it is none.
std::optional<templating::Expression> compile_expression(const parse::Node& node, std::string_view file,
                                                         const std::vector<std::string>& names,
                                                         const templating::Registry& registry, Report& report);
std::optional<templating::TextTemplate> compile_template(const parse::Node& node, std::string_view file,
                                                         const std::vector<std::string>& names,
                                                         const templating::Registry& registry, Report& report);

/// Rules of a kind and of the objects in it.
class RuleCompiler {
 public:
  /// `names`: what every rule of the kind may use. All must outlive the compiler.
  RuleCompiler(const std::vector<std::string>& names, const templating::Registry& registry, Report& report)
      : names_(names), registry_(registry), report_(report) {}

  /// `fields`: those that a rule may point at, and may use besides `names`.
  void compile(const parse::Node& rule, std::string_view file, const std::vector<Field>& fields,
               std::vector<Rule>& rules) const;

  /// The rules of the objects at any depth of a field, of which `declaration` is the declaration.
  void compile_objects(Field& field, const parse::Node& declaration, std::string_view file) const;

 private:
  const std::vector<std::string>& names_;
  const templating::Registry& registry_;
  Report& report_;
};

}  // namespace katern::schema
