#include "templating/builtins/sort_key.h"

#include <algorithm>

#include "templating/builtins/paid_comparison.h"
#include "text/words.h"

namespace katern::templating {

std::vector<Keyed> keyed(Invocation& call, std::vector<Value> items, const std::vector<AttributePath>& paths,
                         bool case_sensitive, const Value* fallback) {
  std::vector<Keyed> out;
  out.reserve(items.size());
  for (Value& item : items) {
    std::vector<Value> keys;
    keys.reserve(paths.size());
    for (const AttributePath& path : paths) {
      Value key = path.of(call, item, fallback);
      if (!case_sensitive && key.is_string()) key = Value::string(text::lower(key.as_string()));
      keys.push_back(std::move(key));
    }
    out.push_back({std::move(item), std::move(keys)});
  }
  return out;
}

bool before(Invocation& call, const Keyed& a, const Keyed& b, Unordered unordered) {
  for (std::size_t i = 0; i < a.keys.size(); ++i) {
    const std::partial_ordering order = paid_compare(call, a.keys[i], b.keys[i]);
    if (order == std::partial_ordering::equivalent) continue;
    // Numbers that are not comparable are nan, and those Python sorts as it happens.
    const bool numbers = a.keys[i].is_number() && b.keys[i].is_number();
    if (order == std::partial_ordering::unordered && !numbers) {
      const bool defined = !a.keys[i].is_undefined() && !b.keys[i].is_undefined();
      if (defined && unordered == Unordered::fail_unless_equal && paid_equal(call, a.keys[i], b.keys[i])) continue;
      call.unordered(a.keys[i], b.keys[i]);
    }
    return order == std::partial_ordering::less;
  }
  return false;
}

void sort_by_keys(Invocation& call, std::vector<Keyed>& items, bool reverse, Unordered unordered) {
  std::ranges::stable_sort(items, [&](const Keyed& a, const Keyed& b) {
    return !call.failed() && before(call, reverse ? b : a, reverse ? a : b, unordered);
  });
}

}  // namespace katern::templating
