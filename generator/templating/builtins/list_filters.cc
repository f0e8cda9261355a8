#include <algorithm>
#include <unordered_map>

#include "templating/builtins/attribute_path.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/same.h"
#include "text/escape.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::templating {
namespace {

Value length(Invocation& call) {
  const Value& value = call.subject();
  if (value.is_list() || value.is_object()) return Value(static_cast<std::int64_t>(value.size()));
  if (value.is_string()) return Value(static_cast<std::int64_t>(text::length(value.as_string())));
  call.wrong_subject("a list, an object or a string");
  return {};
}

Value first(Invocation& call) {
  if (call.subject().is_list() && call.subject().size() > 0) return call.subject().at(0);
  const std::vector<Value> items = call.items();
  return items.empty() ? Value::undefined("first") : items.front();
}

Value last(Invocation& call) {
  if (call.subject().is_list() && call.subject().size() > 0) return call.subject().at(call.subject().size() - 1);
  const std::vector<Value> items = call.items();
  return items.empty() ? Value::undefined("last") : items.back();
}

Value join(Invocation& call) {
  std::vector<Value> items = call.items();
  if (!call.argument(1).is_none()) {
    const AttributePath path(call, 1);
    for (Value& item : items) item = path.required_of(call, std::move(item));
  }
  const Value& separator = call.argument(0);
  const auto is_markup = [](const Value& value) { return value.is_markup(); };
  const bool html = call.autoescape() && (is_markup(separator) || std::ranges::any_of(items, is_markup));
  std::string out;
  const auto append = [&](const Value& value) {
    if (html && !value.is_markup()) {
      text::append_html(out, call.text_of(value));
    } else {
      call.append(out, value);
    }
  };
  for (std::size_t i = 0; i < items.size() && call.within(out.size(), kMaxText); ++i) {
    if (i > 0) append(separator);
    append(items[i]);
  }
  return html ? Value::markup(out) : Value::string(out);
}

/// `from` up to `to`, with what fills it up.
Value part_of(const std::vector<Value>& items, std::size_t from, std::size_t to, std::size_t fill,
              const Value& filler) {
  std::vector<Value> part(items.begin() + static_cast<std::ptrdiff_t>(from),
                          items.begin() + static_cast<std::ptrdiff_t>(to));
  part.insert(part.end(), fill, filler);
  return Value::list(std::move(part));
}

Value batch(Invocation& call) {
  const std::vector<Value> items = call.items();
  const auto size = static_cast<std::size_t>(call.integer(0, 1, kMaxItems));
  const bool fill = call.given(1);
  std::vector<Value> batches;
  for (std::size_t from = 0; from < items.size(); from += size) {
    const std::size_t to = std::min(from + size, items.size());
    if (fill) call.spend_items(from + size - to);
    if (call.failed()) break;
    batches.push_back(part_of(items, from, to, fill ? from + size - to : 0, call.argument(1)));
  }
  return Value::list(std::move(batches));
}

Value slice(Invocation& call) {
  constexpr std::int64_t kMaxSlices = 100'000;
  const std::vector<Value> items = call.items();
  const auto slices = static_cast<std::size_t>(call.integer(0, 1, kMaxSlices));
  const std::size_t each = items.size() / slices;
  const std::size_t with_extra = items.size() % slices;
  std::vector<Value> out;
  for (std::size_t i = 0, from = 0; i < slices; ++i) {
    const std::size_t to = from + each + (i < with_extra ? 1 : 0);
    out.push_back(part_of(items, from, to, call.given(1) && i >= with_extra ? 1 : 0, call.argument(1)));
    from = to;
  }
  return Value::list(std::move(out));
}

Value list(Invocation& call) { return Value::list(call.items()); }

Value items(Invocation& call) {
  std::vector<Value> pairs;
  if (call.subject().is_undefined()) return Value::list({});
  const Object* object = call.object();
  const std::vector<Value> keys = object == nullptr ? std::vector<Value>{} : call.items();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Value& value = object->value_at(i);
    pairs.push_back(Value::tuple({keys[i], call.subject().owned() ? value : value.borrow()}));
  }
  return Value::list(std::move(pairs));
}

Value unique(Invocation& call) {
  const bool case_sensitive = call.flag(0);
  const AttributePath path(call, 1);
  std::unordered_multimap<std::size_t, Value> seen;
  std::vector<Value> out;
  for (Value& item : call.items()) {
    Value key = path.required_of(call, item);
    if (!case_sensitive && key.is_string()) key = Value::string(text::lower(key.as_string()));
    const std::size_t hash = hash_of_value(key);
    const auto [from, to] = seen.equal_range(hash);
    if (std::any_of(from, to, [&](const auto& known) { return same(known.second, key); })) continue;
    seen.emplace(hash, std::move(key));
    out.push_back(std::move(item));
  }
  return Value::list(std::move(out));
}

Value add(Invocation& call, const Value& sum, const Value& item) {
  const auto numeric = [](const Value& value) { return value.is_number() || value.is_boolean(); };
  const auto number = [](const Value& value) {
    return value.is_boolean() ? static_cast<double>(value.as_integer()) : value.as_number();
  };
  if (numeric(sum) && numeric(item)) {
    if (sum.kind() == ValueKind::number || item.kind() == ValueKind::number) return Value(number(sum) + number(item));
    std::int64_t total = 0;
    if (!__builtin_add_overflow(sum.as_integer(), item.as_integer(), &total)) return Value(total);
    call.wrong_subject("numbers whose sum fits in 64 bits");
  } else if (sum.is_list() && item.is_list()) {
    std::vector<Value> all = call.items_of(sum);
    for (Value& further : call.items_of(item)) all.push_back(std::move(further));
    if (call.within(all.size(), kMaxItems)) return Value::list(std::move(all));
  } else if (item.is_undefined()) {
    call.fail_undefined(item);
  } else {
    call.unordered(sum, item);
  }
  return {};
}

Value sum(Invocation& call) {
  const AttributePath path(call, 0);
  Value total = call.argument(1);
  if (!total.is_number() && !total.is_boolean() && !total.is_list()) call.wrong_argument(1, "a number or a list");
  for (Value& item : call.items()) {
    total = add(call, total, path.required_of(call, std::move(item)));
    if (call.failed()) return {};
  }
  return total;
}

}  // namespace

void add_list_filters(Registry& registry) {
  for (const std::string_view name : {"count", "length"}) {
    registry.add_filter(define({name, {}, "How many items, keys or characters there are."}, length));
  }
  registry.add_filter(define({"first", {}, "The first item; undefined where there is none."}, first));
  registry.add_filter(define({"last", {}, "The last item; undefined where there is none."}, last));
  registry.add_filter(define({"join",
                              {optional_text("d", ""), optional("attribute")},
                              "The items, or an attribute of them, as one text with `d` between them."},
                             join));
  registry.add_filter(define(
      {"batch", {required("linecount"), optional("fill_with")}, "A list of lists of `linecount` items each."}, batch));
  registry.add_filter(
      define({"slice", {required("slices"), optional("fill_with")}, "A list of so many lists of nearly equal length."},
             slice));
  registry.add_filter(define({"list", {}, "As a list: the keys of an object, the characters of a text."}, list));
  registry.add_filter(define({"items", {}, "The pairs of key and value of an object."}, items));
  registry.add_filter(define({"unique",
                              {optional("case_sensitive", false), optional("attribute")},
                              "Each different item, or item with a different attribute, once."},
                             unique));
  registry.add_filter(define(
      {"sum", {optional("attribute"), optional("start", 0)}, "The sum of numbers, or of an attribute of the items."},
      sum));
}

}  // namespace katern::templating
