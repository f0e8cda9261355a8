#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/days.h"
#include "model/order.h"
#include "model/references.h"
#include "model/scope.h"
#include "schema/schema.h"
#include "text/collate.h"

namespace katern::model {

/// Finds the next day on which the output will change by itself, from what it is shown: entries that appear or expire,
/// and expressions that name `today`. What templates make of `today` is not known here.
class ChangeWatch {
 public:
  /// `site`: what expressions see as `site`; must outlive the watch.
  ChangeWatch(const Value& site, Date today, bool drafts);

  /// An entry, of which references are not resolved yet, and whether it is visible today.
  void see_entry(const schema::Record& record, bool visible);
  /// The places of referring entries in inverse lists; `keys` as inverse_keys() made them.
  void see_inverses(std::span<const schema::Record> records, std::span<const Relation> relations,
                    std::span<const std::string> keys);
  /// The entries of a kind: what its listings keep, their order and their groups.
  void see_lists(const schema::Kind& kind, std::span<const schema::Record> records,
                 std::span<const std::size_t> of_kind);

  /// Nothing when the output stays as it is.
  std::optional<Date> day() const { return first_.day(); }

 private:
  void look(const schema::Record& record, bool every_day, const std::function<bool(Date)>& changed_on);
  void see_condition(const templating::Expression& condition, const schema::Record& record);
  void see_value(const templating::Expression& expression, const schema::Record& record);
  void see_order(std::span<const schema::SortKey> keys, const schema::Record& record);

  EntryScope scope_;
  Date today_;
  bool drafts_;
  text::Collator collator_;
  Report unheard_;  ///< what fails today has been told, and what fails on another day will be
  Sorter sorter_;
  FirstChange first_;
};

}  // namespace katern::model
