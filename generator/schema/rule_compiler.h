#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "schema/field.h"
#include "schema/mapping.h"
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

/// A sort key: an expression; a minus before it, which is no part of it, means descending.
std::optional<SortKey> compile_sort_key(const parse::Node& node, std::string_view file,
                                        const std::vector<std::string>& names, const templating::Registry& registry,
                                        Report& report);

/// All keys of a `sort`.
std::vector<SortKey> compile_sort(Mapping& mapping, const std::vector<std::string>& names,
                                  const templating::Registry& registry);

/// Rules of a kind and of the objects in it, and the other expressions that fields may have.
class RuleCompiler {
 public:
  /// `names`: what every rule of the kind may use. All must outlive the compiler.
  RuleCompiler(const std::vector<std::string>& names, const templating::Registry& registry, Report& report)
      : names_(names), registry_(registry), report_(report) {}

  /// `fields`: those that a rule may point at, and may use besides `names`.
  /// One of these that is a list keeps the places of its items where the rule is about each.
  void compile(const parse::Node& rule, std::string_view file, std::vector<Field>& fields,
               std::vector<Rule>& rules) const;

  /// What `declaration` says of a field in expressions, at any depth: when it must be filled in or left out, which
  /// becomes one of the `rules` of what it stands in; the rules of objects; the order of inverse lists. `siblings`: the
  /// fields that it stands among, itself included.
  void compile_field(Field& field, const parse::Node& declaration, std::string_view file,
                     const std::vector<std::string>& siblings, std::vector<Rule>& rules) const;

 private:
  /// What a rule says when it is broken.
  struct Messages {
    std::optional<templating::TextTemplate> own;
    std::optional<templating::TextTemplate> english;
    Severity severity = Severity::error;
  };

  std::vector<std::string> with(const std::vector<std::string>& own) const;
  Messages compile_messages(Mapping& mapping, Demand demand, std::vector<std::string> names) const;
  std::string field_of(Mapping& mapping, const parse::Node* expression, const std::vector<std::string>& own) const;
  bool takes_each(Mapping& mapping, const parse::Node& list, std::vector<Field>& fields) const;
  void compile_condition(const parse::Node& node, Demand demand, const Field& field, std::string_view file,
                         const std::vector<std::string>& names, std::vector<Rule>& rules) const;
  void compile_below(Field& field, const parse::Node& declaration, std::string_view file,
                     const std::vector<std::string>& siblings) const;
  void compile_object(Field& object, const parse::Node& declaration, std::string_view file) const;

  const std::vector<std::string>& names_;
  const templating::Registry& registry_;
  Report& report_;
};

}  // namespace katern::schema
