#pragma once

#include <string_view>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "schema/field.h"

namespace katern::schema {

/// What a comma cut in two where one number was meant: YAML reads [1,5] as two items.
class CommaMistakes {
 public:
  /// `file`: where the values stand; `zone`: as for read_scalar. All must outlive it.
  CommaMistakes(std::string_view file, std::string_view zone, Report& report)
      : file_(file), zone_(zone), report_(report) {}

  /// Whether a list stands where one number belongs, as [1,5]; told if so, as the number would be.
  bool is_cut_number(const Field& field, const parse::Node& list);
  /// A warning for each 1,5 among the numbers of a list that may be one.
  void in_numbers(const Field& field, const parse::Node& list);

 private:
  std::string_view file_;
  std::string_view zone_;
  Report& report_;
};

}  // namespace katern::schema
