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
std::vector<Keyed> keyed(Call& call, std::vector<Value> items, const std::vector<AttributePath>& paths,
                         bool case_sensitive, const Value* fallback = nullptr);

/// Stable, also when reversed. Keys without an order make the call fail.
void sort_by_keys(Call& call, std::vector<Keyed>& items, bool reverse);

/// Whether `a` comes before `b`.
bool before(Call& call, const Keyed& a, const Keyed& b);

}  // namespace katern::templating
