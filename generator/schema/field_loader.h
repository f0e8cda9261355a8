#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "schema/data_files.h"
#include "schema/field.h"

namespace katern::schema {

class Mapping;

/// `^[a-z][a-z0-9_]*$`: of kinds, mix-ins, fields and inverse lists.
bool is_name(std::string_view text);

/// Declarations of fields as a kind, an object or a component holds them. Which kinds a reference may name is not
/// looked at here: they are not all known yet.
class FieldLoader {
 public:
  /// Whether declarations may hold expressions (rules, conditions). Whoever allows them compiles them.
  enum class Expressions { allowed, unknown };

  /// All must outlive the loader.
  FieldLoader(std::string_view file, const DataFiles& data, std::string_view zone, Report& report,
              Expressions expressions = Expressions::allowed)
      : file_(file), data_(data), zone_(zone), report_(report), expressions_(expressions) {}

  /// A mapping of names to declarations. A field with a mistake is there all the same, as far as it was understood.
  std::vector<Field> load_all(const parse::Node& node) const;

 private:
  enum class Stands { in_object, in_list };

  Field load(std::string_view name, const parse::Node& node, Stands stands) const;
  void load_type_options(Mapping& options, Field& field) const;
  void load_values(Mapping& options, Field& field) const;
  void load_fields(Mapping& options, Field& field) const;
  void refuse_swapped(Mapping& options, const Field& field) const;
  void load_bounds(Mapping& options, Field& field) const;
  void load_quantity_bounds(Mapping& options, Field& field) const;
  void load_area(Mapping& options, Field& field) const;
  void load_currency(Mapping& options, Field& field) const;
  void load_day_bounds(Mapping& options, Field& field) const;
  void load_pattern(Mapping& options, Field& field) const;
  void load_reference(Mapping& options, Field& field) const;
  void load_inverse(const parse::Node& node, InverseList& inverse) const;
  void load_items(Mapping& options, Field& field) const;
  void load_fallback(Mapping& options, Field& field) const;
  std::vector<std::string> load_choices(Mapping& options, std::string_view key) const;
  std::vector<std::string> choices_from_data(const parse::Node& path) const;

  std::string_view file_;
  const DataFiles& data_;
  std::string_view zone_;
  Report& report_;
  Expressions expressions_;
};

/// The names of the fields, each at the slot of its place in the list.
std::shared_ptr<const Shape> shape_of(const std::vector<Field>& fields);

}  // namespace katern::schema
