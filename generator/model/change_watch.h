#pragma once

#include <functional>
#include <map>
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

  /// An entry, of which references are not resolved yet: whether it is visible.
  void see_entry(const schema::Record& record);
  /// The places of referring entries in inverse lists.
  void see_inverses(std::span<const schema::Record> records, std::span<const Relation> relations);
  /// The entries of a kind: what its feeds and listings keep, their order and their groups.
  void see_lists(const schema::Kind& kind, std::span<const schema::Record> records,
                 std::span<const std::size_t> of_kind);

  /// Nothing when the output stays as it is.
  std::optional<Date> day() const { return first_.day(); }

 private:
  /// `answer`: what the question comes to on the day that the scope has.
  void look(const schema::Record& record, const Object* holder, const DayQuestion& question,
            const std::function<std::string()>& answer);
  void see_order(const schema::Record& record, const Shaped* holder, const DayQuestion& question,
                 std::span<const schema::SortKey> keys);
  bool holds(const schema::Record& record, const templating::Expression& condition);
  std::string value_of(const schema::Record& record, const templating::Expression& expression);

  EntryScope scope_;
  Date today_;
  bool drafts_;
  text::Collator collator_;
  Report unheard_;  ///< what fails today has been told, and what fails on another day will be
  Sorter sorter_;
  FirstChange first_;
  std::size_t values_;                                       ///< that may still be looked at for dates
  std::map<const schema::Kind*, DayQuestion> of_kinds_;      ///< what their visible_if asks
  std::map<const schema::Field*, DayQuestion> of_inverses_;  ///< what the order of their inverse lists asks
};

}  // namespace katern::model
