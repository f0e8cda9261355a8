#pragma once

#include "templating/library.h"
#include "text/date.h"
#include "value/dict.h"
#include "value/shaped.h"

namespace katern::model {

/// What the expressions of kinds see: an entry's fields, inverses and built-ins, then `entry`, `site` and `today`.
/// One for each thread. What it gives is good until it is asked again; the entry must outlive that.
class EntryScope {
 public:
  /// `site`: what templates see as `site`; must outlive the scope.
  EntryScope(const Value& site, Date today);
  EntryScope(const EntryScope&) = delete;
  EntryScope& operator=(const EntryScope&) = delete;

  /// The day that `today` is from now on.
  void set_today(Date today);
  Date today() const { return today_; }

  const templating::Scope& of(const Shaped& entry);
  /// For the rules of an object inside the entry: its own fields come first.
  const templating::Scope& of(const Shaped& object, const Shaped& entry);
  /// For a text about a value that is no entry: `value`, `site` and `today`.
  const templating::Scope& of_value(const Value& value);

 private:
  Date today_;
  Dict common_;
  Dict value_;
  templating::Scope scope_;
};

}  // namespace katern::model
