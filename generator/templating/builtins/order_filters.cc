#include <algorithm>
#include <array>
#include <memory>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/paid_comparison.h"
#include "templating/builtins/person.h"
#include "templating/builtins/sort_key.h"
#include "text/collate.h"

namespace katern::templating {
namespace {

std::vector<Value> items_of(std::vector<Keyed> sorted) {
  std::vector<Value> items;
  items.reserve(sorted.size());
  for (Keyed& entry : sorted) items.push_back(std::move(entry.item));
  return items;
}

Value sort(Invocation& call) {
  const bool reverse = call.flag(0);
  const bool case_sensitive = call.flag(1);
  std::vector<Keyed> items = keyed(call, call.items(), attribute_paths(call, 2), case_sensitive);
  sort_by_keys(call, items, reverse, Unordered::fail_unless_equal);
  return Value::list(items_of(std::move(items)));
}

/// The first of the items that no other comes before (`least`), or that comes before no other.
Value extreme(Invocation& call, bool least) {
  const bool case_sensitive = call.flag(0);
  std::vector<AttributePath> paths;
  paths.emplace_back(call, 1);
  std::vector<Keyed> items = keyed(call, call.items(), paths, case_sensitive);
  if (items.empty()) return Value::undefined(least ? "min" : "max");
  std::size_t best = 0;
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (least ? before(call, items[i], items[best]) : before(call, items[best], items[i])) best = i;
  }
  return std::move(items[best].item);
}

Value dictsort(Invocation& call) {
  const bool case_sensitive = call.flag(0);
  const std::string_view by = call.string(1);
  const bool reverse = call.flag(2);
  if (by != "key" && by != "value") call.bad_value(1, "it must be key or value");
  std::vector<AttributePath> paths;
  paths.emplace_back(by == "key" ? "0" : "1");
  const Object* object = call.object();
  std::vector<Value> pairs = object == nullptr ? std::vector<Value>{} : call.items();
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Value& value = object->value_at(i);
    pairs[i] = Value::tuple({std::move(pairs[i]), call.subject().owned() ? value : value.borrow()});
  }
  std::vector<Keyed> items = keyed(call, std::move(pairs), paths, case_sensitive);
  sort_by_keys(call, items, reverse);
  return Value::list(items_of(std::move(items)));
}

Value group(Value grouper, std::vector<Value> items) {
  static constexpr std::array<std::string_view, 2> kNames = {"grouper", "list"};
  auto pair = std::make_unique<List>(std::vector<Value>{std::move(grouper), Value::list(std::move(items))}, true);
  pair->names = kNames;
  return Value::adopt(pair.release());
}

Value groupby(Invocation& call) {
  const Value* fallback = call.argument(1).is_none() ? nullptr : &call.argument(1);
  const bool case_sensitive = call.flag(2);
  std::vector<AttributePath> paths;
  paths.emplace_back(call, 0);
  std::vector<Keyed> items = keyed(call, call.items(), paths, case_sensitive, fallback);
  sort_by_keys(call, items, false);
  std::vector<Value> groups;
  for (std::size_t from = 0; from < items.size() && !call.failed();) {
    // The group is called what its first item calls it, in the case that it has there.
    Value grouper = paths[0].of(call, items[from].item, fallback);
    std::vector<Value> members;
    std::size_t to = from;
    for (; to < items.size() && paid_equal(call, items[to].keys[0], items[from].keys[0]); ++to)
      members.push_back(items[to].item);
    to = std::max(to, from + 1);
    groups.push_back(group(std::move(grouper), std::move(members)));
    from = to;
  }
  return Value::list(std::move(groups));
}

/// What Dutch order is about: texts by the collation's keys, other values as they compare, and what is missing last.
std::vector<Keyed> dutch_keys(Invocation& call, const text::Collator& collator) {
  const bool whole = call.argument(0).is_none();
  std::vector<Keyed> items = keyed(call, call.items(), attribute_paths(call, 0), true);
  for (Keyed& entry : items) {
    std::vector<Value> keys;
    for (const Value& key : entry.keys) {
      const bool missing = key.is_none() || key.is_undefined();
      keys.emplace_back(missing ? 1 : 0);
      if (missing) {
        keys.emplace_back(0);
      } else if (key.is_string() || (whole && key.is_object())) {
        const std::string text = key.is_string() ? std::string(key.as_string()) : sort_name_of(key);
        keys.push_back(Value::string(collator.sort_key(text)));
      } else {
        keys.push_back(key);
      }
    }
    entry.keys = std::move(keys);
  }
  return items;
}

}  // namespace

void add_order_filters(Registry& registry) {
  registry.add_filter(define({"sort",
                              {optional("reverse", false), optional("case_sensitive", false), optional("attribute")},
                              "Sorted by code point, on the items or on attributes of them (`\"jaar,titel\"`)."},
                             sort));
  registry.add_filter(define({"min",
                              {optional("case_sensitive", false), optional("attribute")},
                              "The least item, or the item with the least attribute."},
                             [](Invocation& call) { return extreme(call, true); }));
  registry.add_filter(define({"max",
                              {optional("case_sensitive", false), optional("attribute")},
                              "The greatest item, or the item with the greatest attribute."},
                             [](Invocation& call) { return extreme(call, false); }));
  registry.add_filter(
      define({"dictsort",
              {optional("case_sensitive", false), optional_text("by", "key"), optional("reverse", false)},
              "The pairs of an object, sorted by key or value."},
             dictsort));
  registry.add_filter(define({"groupby",
                              {required("attribute"), optional("default"), optional("case_sensitive", false)},
                              "Groups of the items by an attribute, as pairs of `grouper` and `list`, sorted."},
                             groupby));
  registry.add_filter(define({"sort_nl",
                              {optional("attribute"), optional("reverse", false)},
                              "In Dutch alphabetical order; people on their `sorteernaam`, what is missing last."},
                             [collator = std::make_shared<const text::Collator>()](Invocation& call) {
                               const bool reverse = call.flag(1);
                               std::vector<Keyed> items = dutch_keys(call, *collator);
                               sort_by_keys(call, items, reverse);
                               return Value::list(items_of(std::move(items)));
                             }));
}

}  // namespace katern::templating
