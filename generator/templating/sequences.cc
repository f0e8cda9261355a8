#include "templating/sequences.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "templating/operators.h"
#include "text/utf8.h"

namespace katern::templating {
namespace {

using Integer = std::int64_t;

bool is_whole(const Value& value) { return value.is_integer() || value.is_boolean(); }

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> all;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    text::next(text, i);
    all.push_back(text.substr(start, i - start));
  }
  return all;
}

Value character_at(std::string_view text, Integer index) {
  const auto length = static_cast<Integer>(text::length(text));
  if (index < 0) index += length;
  if (index < 0 || index >= length) return Value::undefined(kMissingItem);
  const std::size_t start = text::prefix(text, static_cast<std::size_t>(index)).size();
  std::size_t end = start;
  text::next(text, end);
  return Value::string(text.substr(start, end - start));
}

/// A slice as Python's slice.indices() gives it.
struct Indices {
  Integer start;
  Integer stop;
  Integer step;
};

Integer clamped(const Value& bound, Integer fallback, Integer length, Integer step) {
  if (bound.is_none()) return fallback;
  Integer at = bound.as_integer();
  if (at < 0) at = at < -length ? -1 : at + length;
  if (at < 0) return step < 0 ? -1 : 0;
  return at >= length ? (step < 0 ? length - 1 : length) : at;
}

std::optional<Indices> indices(const Value& start, const Value& stop, const Value& step, std::size_t size) {
  for (const Value* bound : {&start, &stop, &step}) {
    if (!bound->is_none() && !is_whole(*bound)) return std::nullopt;
  }
  const auto length = static_cast<Integer>(size);
  const Integer by = step.is_none() ? 1 : step.as_integer();
  if (by == 0) return std::nullopt;
  return Indices{clamped(start, by < 0 ? length - 1 : 0, length, by), clamped(stop, by < 0 ? -1 : length, length, by),
                 by};
}

template <class Take>
void each_index(const Indices& range, Take take) {
  Integer i = range.start;
  while (range.step > 0 ? i < range.stop : i > range.stop) {
    take(static_cast<std::size_t>(i));
    if (__builtin_add_overflow(i, range.step, &i)) return;
  }
}

}  // namespace

Value item_of(const Value& object, const Value& index) {
  if (!is_whole(index)) return Value::undefined(kMissingItem);
  Integer at = index.as_integer();
  if (object.is_string()) return character_at(object.as_string(), at);
  if (!object.is_list()) return Value::undefined(kMissingItem);
  const auto size = static_cast<Integer>(object.size());
  if (at < 0) at += size;
  return at < 0 || at >= size ? Value::undefined(kMissingItem) : object.at(static_cast<std::size_t>(at));
}

CallResult slice_of(const Value& object, const Value& start, const Value& stop, const Value& step) {
  if (!object.is_string() && !object.is_list()) return unexpected(unfit("[:]", object, start));
  const auto parts = object.is_string() ? characters(object.as_string()) : std::vector<std::string_view>();
  const auto range = indices(start, stop, step, object.is_string() ? parts.size() : object.size());
  if (!range) return unexpected(unfit("[:]", object, step.is_none() ? start : step));
  if (object.is_string()) {
    std::string text;
    each_index(*range, [&](std::size_t i) { text += parts[i]; });
    return Value::string(text);
  }
  std::vector<Value> items;
  each_index(*range, [&](std::size_t i) { items.push_back(object.at(i)); });
  return object.as_list().tuple ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

std::optional<Value> iterable(const Value& value) {
  if (value.is_list()) return value;
  std::vector<Value> items;
  if (value.is_string()) {
    for (const std::string_view character : characters(value.as_string())) {
      items.push_back(value.owned() ? Value::string(character) : Value::view(character));
    }
    return Value::list(std::move(items));
  }
  if (!value.is_object()) return std::nullopt;
  const Object& object = value.as_object();
  items.reserve(object.size());
  for (std::size_t i = 0; i < object.size(); ++i) {
    items.push_back(value.owned() ? Value::string(object.key_at(i)) : Value::view(object.key_at(i)));
  }
  return Value::list(std::move(items));
}

}  // namespace katern::templating
