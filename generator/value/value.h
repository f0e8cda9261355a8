#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/date.h"
#include "value/name.h"

namespace katern {

class List;
class Object;
class Callable;

enum class ValueKind : std::uint8_t {
  none,
  undefined,
  boolean,
  integer,
  number,
  string,
  date,
  datetime,
  list,
  object,
  callable,
};

/// Base of everything that values share by counting. Counting is safe between threads.
class Counted {
 public:
  Counted() = default;
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  virtual ~Counted() = default;

  void retain() const { count_.fetch_add(1, std::memory_order_relaxed); }
  bool release() const { return count_.fetch_sub(1, std::memory_order_acq_rel) == 1; }

 private:
  mutable std::atomic<std::uint32_t> count_{1};
};

/// The one dynamic type that content and templates share: 16 bytes, immutable to its users.
///
/// A value that refers to something on the heap either owns a share of it (counted) or borrows it. Borrowed values cost
/// nothing to copy and are good as long as what they borrow from lives; everything inside a borrowed list or object is
/// handed out borrowed too. A Site lends all of itself that way, so rendering neither copies nor counts.
class Value {
 public:
  Value() = default;                                                                   ///< none
  Value(bool value) : kind_(ValueKind::boolean) { payload_.integer = value ? 1 : 0; }  // NOLINT: values are made freely
  Value(int value) : Value(static_cast<std::int64_t>(value)) {}                        // NOLINT
  Value(std::int64_t value) : kind_(ValueKind::integer) { payload_.integer = value; }  // NOLINT
  Value(double value) : kind_(ValueKind::number) { payload_.number = value; }          // NOLINT
  Value(Date value) : kind_(ValueKind::date) { payload_.integer = value.days; }        // NOLINT
  Value(DateTime value);                                                               // NOLINT
  Value(const char*) = delete;  ///< say string() to copy or view() to borrow

  /// Owns a copy of the text. At most 4 GiB.
  static Value string(std::string_view text);
  /// Borrows the text.
  static Value view(std::string_view text) { return Value(ValueKind::string, text); }
  /// Owned text that the generator itself made as HTML (rendered Markdown): it is not escaped again in HTML text.
  static Value markup(std::string_view html);
  static Value markup_view(std::string_view html);
  /// What a lookup finds where there is nothing. Borrows the name of what was looked for, for the error message.
  static Value undefined(std::string_view name = {}) { return Value(ValueKind::undefined, name); }

  /// Takes over the caller's share.
  static Value adopt(const List* list) { return Value(ValueKind::list, list); }
  static Value adopt(const Object* object) { return Value(ValueKind::object, object); }
  static Value adopt(const Callable* callable) { return Value(ValueKind::callable, callable); }
  /// Lends what somebody else keeps alive.
  static Value lend(const List& list) { return adopt(&list).forget(); }
  static Value lend(const Object& object) { return adopt(&object).forget(); }
  static Value lend(const Callable& callable) { return adopt(&callable).forget(); }

  static Value list(std::vector<Value> items);
  static Value tuple(std::vector<Value> items);

  Value(const Value& other) : payload_(other.payload_), extra_(other.extra_), kind_(other.kind_), flags_(other.flags_) {
    if (owned()) retain();
  }
  Value(Value&& other) noexcept
      : payload_(other.payload_), extra_(other.extra_), kind_(other.kind_), flags_(other.flags_) {
    other.reset_to_none();
  }
  Value& operator=(const Value& other) {
    Value copy(other);
    swap(copy);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    Value moved(std::move(other));
    swap(moved);
    return *this;
  }
  ~Value() {
    if (owned()) drop();
  }

  /// The same value without a share of its own: for handing out what something longer-lived keeps.
  Value borrow() const;

  ValueKind kind() const { return kind_; }
  bool is_none() const { return kind_ == ValueKind::none; }
  bool is_undefined() const { return kind_ == ValueKind::undefined; }
  bool is_boolean() const { return kind_ == ValueKind::boolean; }
  bool is_integer() const { return kind_ == ValueKind::integer; }
  bool is_number() const { return kind_ == ValueKind::integer || kind_ == ValueKind::number; }
  bool is_string() const { return kind_ == ValueKind::string; }
  bool is_date() const { return kind_ == ValueKind::date; }
  bool is_datetime() const { return kind_ == ValueKind::datetime; }
  bool is_list() const { return kind_ == ValueKind::list; }
  bool is_object() const { return kind_ == ValueKind::object; }
  bool is_callable() const { return kind_ == ValueKind::callable; }
  /// Text that needs no escaping in HTML text.
  bool is_markup() const { return (flags_ & kMarkup) != 0; }
  bool owned() const { return (flags_ & kOwned) != 0; }

  /// Each of these asks for the right kind; the wrong one is a mistake in Katern.
  bool as_boolean() const { return payload_.integer != 0; }
  std::int64_t as_integer() const { return payload_.integer; }
  /// Of an integer or a number.
  double as_number() const;
  /// Good as long as this value, or as what it borrows from.
  std::string_view as_string() const { return {payload_.chars, extra_}; }
  Date as_date() const { return {static_cast<std::int32_t>(payload_.integer)}; }
  DateTime as_datetime() const;
  const List& as_list() const { return *static_cast<const List*>(payload_.pointer); }
  const Object& as_object() const { return *static_cast<const Object*>(payload_.pointer); }
  const Callable& as_callable() const { return *static_cast<const Callable*>(payload_.pointer); }
  /// What an undefined value was looked for as.
  std::string_view undefined_name() const { return {payload_.chars, extra_}; }

  /// As in Python: none, undefined, false, zero, and what is empty are not true.
  bool truthy() const;

  /// The attribute of an object or of a tuple with names, or undefined (borrowing `name.text`) where there is none.
  Value get(const Name& name) const;
  /// An element of a list; `index` below its size.
  Value at(std::size_t index) const;
  /// Of a list or an object; 0 for anything else.
  std::size_t size() const;

 private:
  static constexpr std::uint8_t kOwned = 1;
  static constexpr std::uint8_t kMarkup = 2;

  union Payload {
    std::int64_t integer = 0;
    double number;
    const char* chars;
    const void* pointer;
  };

  template <class T>
  Value(ValueKind kind, const T* pointer) : kind_(kind), flags_(kOwned) {
    payload_.pointer = pointer;
  }
  Value(ValueKind kind, std::string_view text) : extra_(static_cast<std::uint32_t>(text.size())), kind_(kind) {
    payload_.chars = text.data();
  }

  Value forget() && {
    flags_ &= static_cast<std::uint8_t>(~kOwned);
    return std::move(*this);
  }
  void reset_to_none() noexcept {
    kind_ = ValueKind::none;
    flags_ = 0;
  }
  void swap(Value& other) noexcept {
    std::swap(payload_, other.payload_);
    std::swap(extra_, other.extra_);
    std::swap(kind_, other.kind_);
    std::swap(flags_, other.flags_);
  }
  void retain() const;
  void drop() const;
  Value get_from_other(const Name& name) const;

  Payload payload_;
  std::uint32_t extra_ = 0;  ///< length of a string, offset of a datetime
  ValueKind kind_ = ValueKind::none;
  std::uint8_t flags_ = 0;
};

static_assert(sizeof(Value) == 16);

/// A sequence. Filled by whoever makes it, then left alone. A tuple differs only in how it is written out, and in that
/// its items may have names as well.
class List final : public Counted {
 public:
  explicit List(std::vector<Value> items_in = {}, bool is_tuple = false)
      : items(std::move(items_in)), tuple(is_tuple) {}

  std::vector<Value> items;
  bool tuple = false;
  std::span<const std::string_view> names;  ///< of the first items, for Value::get; of static storage
};

/// Something with named attributes, in an order of its own.
class Object : public Counted {
 public:
  /// The attribute, or null. What it points to lives as long as the object.
  virtual const Value* find(const Name& name) const = 0;
  virtual std::size_t size() const = 0;
  /// The name and the value at `index`, below size(), in the object's order.
  virtual std::string_view key_at(std::size_t index) const = 0;
  virtual const Value& value_at(std::size_t index) const = 0;
};

// What rendering does for every output is inline.

inline Value Value::borrow() const {
  Value value;
  value.payload_ = payload_;
  value.extra_ = extra_;
  value.kind_ = kind_;
  value.flags_ = static_cast<std::uint8_t>(flags_ & ~kOwned);
  return value;
}

inline Value Value::get(const Name& name) const {
  if (kind_ != ValueKind::object) return get_from_other(name);
  const Value* found = as_object().find(name);
  if (found == nullptr) return undefined(name.text);
  return owned() ? *found : found->borrow();
}

inline Value Value::at(std::size_t index) const {
  const Value& item = as_list().items[index];
  return owned() ? item : item.borrow();
}

/// A function or macro that a template can call. What calling means is defined by templating/.
class Callable : public Counted {
 public:
  virtual std::string_view name() const = 0;
};

/// As in Python: 1 == 1.0 == true; a date equals the text that writes it; lists and objects compare by content. Objects
/// that refer to each other in circles are equal only to themselves.
bool equal(const Value& a, const Value& b);

/// The order of two numbers, strings (by code point), dates and moments (a date also with its ISO text), or lists.
/// std::partial_ordering::unordered for anything else.
std::partial_ordering compare(const Value& a, const Value& b);

/// The English term for a kind, for messages.
std::string_view kind_name(ValueKind kind);

}  // namespace katern
