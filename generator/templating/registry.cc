#include <algorithm>
#include <functional>

#include "templating/builtins/builtins.h"
#include "templating/callable.h"
#include "templating/held.h"

namespace katern::templating {
namespace {

class Function final : public Callable {
 public:
  explicit Function(Builtin builtin) : builtin_(std::move(builtin)) {}

  std::string_view name() const override { return builtin_.name; }
  const Builtin& builtin() const { return builtin_; }

 private:
  Builtin builtin_;
};

void insert(std::vector<Builtin>& sorted, Builtin builtin) {
  const auto at = std::ranges::lower_bound(sorted, builtin.name, {}, &Builtin::name);
  if (at != sorted.end() && at->name == builtin.name) {
    *at = std::move(builtin);
  } else {
    sorted.insert(at, std::move(builtin));
  }
}

const Builtin* find(const std::vector<Builtin>& sorted, std::string_view name) {
  const auto at = std::ranges::lower_bound(sorted, name, {}, &Builtin::name);
  return at != sorted.end() && at->name == name ? &*at : nullptr;
}

std::string_view global_name(const std::pair<std::string, Value>& global) { return global.first; }

}  // namespace

Value make_function(Builtin builtin) { return Value::adopt(new Function(std::move(builtin))); }

const Builtin* builtin_of(const Value& value) {
  const auto* function = held<Function>(value);
  return function == nullptr ? nullptr : &function->builtin();
}

Registry Registry::standard() {
  Registry registry;
  add_text_filters(registry);
  add_layout_filters(registry);
  add_format_filter(registry);
  add_markup_filters(registry);
  add_url_filters(registry);
  add_number_filters(registry);
  add_amount_filters(registry);
  add_list_filters(registry);
  add_order_filters(registry);
  add_selection_filters(registry);
  add_value_filters(registry);
  add_date_filters(registry);
  add_name_filters(registry);
  add_plain_text_filters(registry);
  add_kind_tests(registry);
  add_comparison_tests(registry);
  add_globals(registry);
  return registry;
}

void Registry::add_filter(Builtin builtin) { insert(filters_, std::move(builtin)); }

void Registry::add_test(Builtin builtin) { insert(tests_, std::move(builtin)); }

void Registry::add_global(std::string_view name, Value value) {
  const auto at = std::ranges::lower_bound(globals_, name, {}, global_name);
  if (at != globals_.end() && at->first == name) {
    at->second = std::move(value);
  } else {
    globals_.emplace(at, name, std::move(value));
  }
}

const Builtin* Registry::filter(std::string_view name) const { return find(filters_, name); }

const Builtin* Registry::test(std::string_view name) const { return find(tests_, name); }

const Value* Registry::global(std::string_view name) const {
  const auto at = std::ranges::lower_bound(globals_, name, {}, global_name);
  return at != globals_.end() && at->first == name ? &at->second : nullptr;
}

}  // namespace katern::templating
