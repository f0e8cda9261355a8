#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace katern::model {

/// A value that entries are grouped by, or that a facet narrows a listing to.
struct ListedValue {
  std::string key;  ///< the same for values that are the same
  std::string label;
  std::string slug;  ///< empty where the value has neither letters nor digits
  Value order;       ///< to sort by
  const Object* entry = nullptr;
};

/// What an expression gave: one value, or all of a list, without those that are none or empty. Nothing at all when
/// there is a value that cannot be shown. `language`: of the words for yes and no.
std::optional<std::vector<ListedValue>> listed_values(const Value& value, std::string_view language);

}  // namespace katern::model
