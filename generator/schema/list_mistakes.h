#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "schema/field.h"
#include "schema/mended_line.h"
#include "schema/misfit.h"

namespace katern::schema {

/// The items that somebody meant who wrote them as one text, with a semicolon, a comma or a space between them; empty
/// where nothing says that there are several. `item`: a reference or an enumeration, else there never are.
std::vector<std::string> several_items(const Field& item, std::string_view text);

/// What was meant as items, as they stand between the brackets of a list.
std::string items_in(const Field& item, std::string_view text, std::string_view zone);

/// Finds out what was meant where the items of a list are not what they should be.
class ListMistakes {
 public:
  /// `file`: where the values stand; `zone`: of moments. All must outlive it.
  ListMistakes(std::string_view file, std::string_view zone, Report& report)
      : file_(file), zone_(zone), report_(report) {}

  /// Whether the item goes on below itself where other names stand without their dash: then that was told.
  bool lack_dashes(const Field& list, const parse::Node& item, const LineStart& line);

  /// Tells that an item is no group of fields, with the group that was meant where that is clear.
  void refuse_plain(const Field& list, const parse::Node& item, const LineStart& line);

  /// The finding about a text that does not fit its field; `list`: that it is an item of, or null.
  Diagnostic unfit(const Misfit& wrong, const Field& field, const parse::Node& node, const LineStart& line,
                   const Field* list) const;

 private:
  std::string_view file_;
  std::string_view zone_;
  Report& report_;
};

}  // namespace katern::schema
