#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "diagnostics/report.h"
#include "model/site.h"
#include "schema/kind.h"
#include "templating/callable.h"
#include "templating/expression.h"

namespace katern::model {

/// A question about the entries of a kind, in the language of expressions. `where` may ask for the order of a value
/// that is not there: it is then not so, where a rule or a template would fail.
struct Query {
  std::optional<templating::Expression> where;  ///< none: all of them
  std::vector<schema::SortKey> sort;            ///< empty: the kind's own order
  std::vector<templating::Expression> columns;  ///< what is asked of each; empty: its fields
  std::vector<std::string> names;               ///< of the columns, as they were asked for
};

/// Texts as somebody gives them. Columns stand between commas, where those are not within brackets or quotes.
struct QueryText {
  std::string where;
  std::vector<std::string> sort;
  std::string columns;
};

/// What stands for a file in findings about the parts of a query.
inline constexpr std::string_view kWhere = "--where";
inline constexpr std::string_view kSort = "--sort";
inline constexpr std::string_view kFields = "--fields";

/// What the head of a table calls the values that every entry has.
struct BuiltinLabel {
  std::string_view name;
  std::string_view dutch;
  std::string_view english;
};
inline constexpr BuiltinLabel kBuiltinLabels[] = {{"title", "Titel", "Title"}, {"source", "Bestand", "File"}};

/// The name of the field, or of what every entry has, that is called so in the head of a table; case means nothing.
/// Empty when there is none.
std::string_view name_of_label(const schema::Kind& kind, std::string_view label);

/// Nothing, and errors in the report, when a part is no expression or names what the kind does not have. `registry`
/// must outlive the query. A field with choices that `where` holds against none of them is a warning. A column or a
/// sort key may be what the head of a table calls a field, where nothing has that name.
std::optional<Query> compile_query(const QueryText& text, const schema::Kind& kind,
                                   const templating::Registry& registry, Report& report);

/// An entry that a query found.
struct Row {
  const schema::Record* record = nullptr;
  std::vector<Value> cells;  ///< by column: plain data, see plain()
};

/// The entries of the kind that the query asks for. Nothing, and an error in the report, when an expression could not
/// be evaluated for one of them. What is in the rows is good as long as the site and the query live.
std::optional<std::vector<Row>> run(const Query& query, const Site& site, const schema::Kind& kind, Report& report);

/// Values without circles: an entry becomes its slug, as it is written in front matter.
class PlainData {
 public:
  explicit PlainData(const Site& site);

  Value of(const Value& value) const;

 private:
  std::unordered_set<const Object*> entries_;
};

}  // namespace katern::model
