#pragma once

#include <vector>

#include "templating/builtins/attribute_path.h"

namespace katern::templating {

/// An item with what it is sorted on. Keys of one sorting are equally long.
struct Keyed {
  Value item;
  std::vector<Value> keys;
};

/// The items with their keys: what the paths find, texts in lower case unless `case_sensitive`.
std::vector<Keyed> keyed(Invocation& call, std::vector<Value> items, const std::vector<AttributePath>& paths,
                         bool case_sensitive, const Value* fallback = nullptr);

/// What keys without an order do: make the call fail, also when they are equal, or only when they are not.
enum class Unordered { fail, fail_unless_equal };

/// Whether `a` comes before `b`.
bool before(Invocation& call, const Keyed& a, const Keyed& b, Unordered unordered = Unordered::fail);

/// Stable, also when reversed.
void sort_by_keys(Invocation& call, std::vector<Keyed>& items, bool reverse, Unordered unordered = Unordered::fail);

}  // namespace katern::templating
