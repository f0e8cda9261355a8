#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "diagnostics/report.h"
#include "model/scope.h"
#include "schema/record.h"
#include "text/collate.h"

namespace katern::model {

/// Puts entries in order by the expressions of sort keys: texts in Dutch order, what is none last in either direction,
/// and what is equal by title and then by file.
class Sorter {
 public:
  /// All must outlive the sorter.
  Sorter(const text::Collator& collator, EntryScope& scope, Report& report)
      : collator_(collator), scope_(scope), report_(report) {}

  /// Bytes of which the order is that of the keys' values in this scope. `entry`: whom a failing key is told of.
  std::string key_in(const templating::Scope& scope, std::string_view entry, std::span<const schema::SortKey> keys);

  /// The indexes of `records` in `wanted`, in order.
  std::vector<std::size_t> sorted(std::span<const schema::Record> records, std::vector<std::size_t> wanted,
                                  std::span<const schema::SortKey> keys);

  /// Bytes whose order is that of values that are there.
  std::string key_of(const Value& value) const;

 private:
  std::string key_of(const schema::Record& record, std::span<const schema::SortKey> keys);
  void append_value(std::string& key, const Value& value) const;

  const text::Collator& collator_;
  EntryScope& scope_;
  Report& report_;
};

}  // namespace katern::model
