#include "value/value.h"

#include <algorithm>
#include <compare>
#include <cstring>
#include <new>

#include "value/counted_comparison.h"

namespace katern {
namespace {

// What stands before the characters of an owned text, in the same allocation. The value points to the characters, as
// one that borrows does, so reading is the same for both.
struct Text {
  mutable std::atomic<std::uint32_t> count{1};

  static const char* make(std::string_view text) {
    void* memory = ::operator new(sizeof(Text) + text.size());
    char* chars = reinterpret_cast<char*>(new (memory) Text + 1);
    if (!text.empty()) std::memcpy(chars, text.data(), text.size());
    return chars;
  }
  static const Text& before(const char* chars) { return *(reinterpret_cast<const Text*>(chars) - 1); }
  static void destroy(const Text& text) {
    text.~Text();
    ::operator delete(const_cast<Text*>(&text));
  }
};

bool is_counted(ValueKind kind) {
  return kind == ValueKind::list || kind == ValueKind::object || kind == ValueKind::callable;
}

// Through the type that it was stored as, since a Counted base need not lie at the same address.
const Counted& counted(ValueKind kind, const void* pointer) {
  if (kind == ValueKind::list) return *static_cast<const List*>(pointer);
  if (kind == ValueKind::object) return *static_cast<const Object*>(pointer);
  return *static_cast<const Callable*>(pointer);
}

bool numeric(const Value& value) { return value.is_number() || value.is_boolean(); }

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
  const bool whole = a.kind() != ValueKind::number && b.kind() != ValueKind::number;
  if (whole) return a.as_integer() <=> b.as_integer();
  return a.as_number() <=> b.as_number();
}

std::partial_ordering compare_strings(std::string_view a, std::string_view b) {
  // UTF-8 in byte order is in code point order.
  return a.compare(b) <=> 0;
}

std::string iso_text(const Value& value) { return value.is_date() ? iso(value.as_date()) : iso(value.as_datetime()); }

bool dated(const Value& value) { return value.is_date() || value.is_datetime(); }

std::partial_ordering compare_dates(const Value& a, const Value& b) {
  if (a.is_date() && b.is_date()) return a.as_date() <=> b.as_date();
  if (a.is_datetime() && b.is_datetime()) return a.as_datetime() <=> b.as_datetime();
  // A day against a moment: by the day on the moment's own clock.
  const Date first = a.is_date() ? a.as_date() : local_date(a.as_datetime());
  const Date second = b.is_date() ? b.as_date() : local_date(b.as_datetime());
  return first <=> second;
}

// Entries refer to each other in circles, so comparing two of them by content could go on for ever. What is still equal
// this deep is taken as different.
constexpr int kMaxDepth = 64;
// And what takes this many comparisons as well: wide structures would take ages long before they are deep.
constexpr int kMaxSteps = 100'000;
// So much of a text is compared in the time of a step.
constexpr std::size_t kBytesPerStep = 256;

class Comparison {
 public:
  /// What was looked at so far.
  std::size_t steps() const { return static_cast<std::size_t>(steps_) + bytes_ / kBytesPerStep; }
  bool equal(const Value& a, const Value& b);
  std::partial_ordering compare(const Value& a, const Value& b);

 private:
  bool equal_within(const Value& a, const Value& b);
  bool equal_strings(std::string_view a, std::string_view b);
  bool equal_lists(const List& a, const List& b);
  bool equal_objects(const Object& a, const Object& b);
  std::partial_ordering compare_lists(const List& a, const List& b);

  int depth_ = 0;
  int steps_ = 0;
  std::size_t bytes_ = 0;  ///< of texts
};

bool Comparison::equal_strings(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  bytes_ += a.size();
  return a == b;
}

bool Comparison::equal_lists(const List& a, const List& b) {
  return &a == &b || std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                                [this](const Value& x, const Value& y) { return equal(x, y); });
}

bool Comparison::equal_objects(const Object& a, const Object& b) {
  if (&a == &b) return true;
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Value* other = b.find(Name(a.key_at(i)));
    if (other == nullptr || !equal(a.value_at(i), *other)) return false;
  }
  return true;
}

bool Comparison::equal(const Value& a, const Value& b) {
  if (depth_ == kMaxDepth || ++steps_ > kMaxSteps) return false;
  ++depth_;
  const bool result = equal_within(a, b);
  --depth_;
  return result;
}

bool Comparison::equal_within(const Value& a, const Value& b) {
  if (numeric(a) && numeric(b)) return compare_numbers(a, b) == 0;
  if (dated(a) && dated(b)) return compare_dates(a, b) == 0;
  if (dated(a) && b.is_string()) return iso_text(a) == b.as_string();
  if (a.is_string() && dated(b)) return a.as_string() == iso_text(b);
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case ValueKind::string: return equal_strings(a.as_string(), b.as_string());
    case ValueKind::list: return equal_lists(a.as_list(), b.as_list());
    case ValueKind::object: return equal_objects(a.as_object(), b.as_object());
    case ValueKind::callable: return &a.as_callable() == &b.as_callable();
    default: return true;
  }
}

std::partial_ordering Comparison::compare_lists(const List& a, const List& b) {
  const std::size_t shared = std::min(a.items.size(), b.items.size());
  for (std::size_t i = 0; i < shared; ++i) {
    if (!equal(a.items[i], b.items[i])) return compare(a.items[i], b.items[i]);
  }
  return a.items.size() <=> b.items.size();
}

std::partial_ordering Comparison::compare(const Value& a, const Value& b) {
  if (numeric(a) && numeric(b)) return compare_numbers(a, b);
  if (a.is_string() && b.is_string()) {
    bytes_ += std::min(a.as_string().size(), b.as_string().size());
    return compare_strings(a.as_string(), b.as_string());
  }
  if (dated(a) && dated(b)) return compare_dates(a, b);
  if (dated(a) && b.is_string()) return compare_strings(iso_text(a), b.as_string());
  if (a.is_string() && dated(b)) return compare_strings(a.as_string(), iso_text(b));
  if (!a.is_list() || !b.is_list() || depth_ == kMaxDepth) return std::partial_ordering::unordered;
  ++depth_;
  const std::partial_ordering order = compare_lists(a.as_list(), b.as_list());
  --depth_;
  return order;
}

}  // namespace

Value::Value(DateTime value) : kind_(ValueKind::datetime) {
  payload_.integer = value.seconds;
  extra_ = static_cast<std::uint16_t>(value.offset_minutes);
}

Value Value::string(std::string_view text) {
  Value value(ValueKind::string, std::string_view(Text::make(text), text.size()));
  value.flags_ = kOwned;
  return value;
}

Value Value::markup(std::string_view html) {
  Value value = string(html);
  value.flags_ |= kMarkup;
  return value;
}

Value Value::markup_view(std::string_view html) {
  Value value = view(html);
  value.flags_ |= kMarkup;
  return value;
}

Value Value::list(std::vector<Value> items) { return adopt(new List(std::move(items))); }

Value Value::tuple(std::vector<Value> items) { return adopt(new List(std::move(items), true)); }

double Value::as_number() const {
  return kind_ == ValueKind::number ? payload_.number : static_cast<double>(payload_.integer);
}

DateTime Value::as_datetime() const {
  return {payload_.integer, static_cast<std::int16_t>(static_cast<std::uint16_t>(extra_))};
}

bool Value::truthy() const {
  switch (kind_) {
    case ValueKind::none:
    case ValueKind::undefined: return false;
    case ValueKind::boolean:
    case ValueKind::integer: return payload_.integer != 0;
    case ValueKind::number: return payload_.number != 0;
    case ValueKind::string: return extra_ != 0;
    case ValueKind::list:
    case ValueKind::object: return size() != 0;
    case ValueKind::date:
    case ValueKind::datetime:
    case ValueKind::callable: return true;
  }
  return false;
}

// Of a tuple with names, or of what has no attributes.
Value Value::get_from_other(const Name& name) const {
  if (kind_ != ValueKind::list) return undefined(name.text);
  const auto& names = as_list().names;
  const auto found = std::find(names.begin(), names.end(), name.text);
  return found == names.end() ? undefined(name.text) : at(static_cast<std::size_t>(found - names.begin()));
}

std::size_t Value::size() const {
  if (kind_ == ValueKind::list) return as_list().items.size();
  if (kind_ == ValueKind::object) return as_object().size();
  return 0;
}

void Value::retain() const {
  if (is_counted(kind_)) {
    counted(kind_, payload_.pointer).retain();
  } else {
    Text::before(payload_.chars).count.fetch_add(1, std::memory_order_relaxed);
  }
}

void Value::drop() const {
  if (is_counted(kind_)) {
    const Counted& shared = counted(kind_, payload_.pointer);
    if (shared.release()) delete &shared;
    return;
  }
  const Text& text = Text::before(payload_.chars);
  if (text.count.fetch_sub(1, std::memory_order_acq_rel) == 1) Text::destroy(text);
}

bool equal(const Value& a, const Value& b) { return Comparison().equal(a, b); }

std::partial_ordering compare(const Value& a, const Value& b) { return Comparison().compare(a, b); }

bool equal(const Value& a, const Value& b, std::size_t& steps) {
  Comparison comparison;
  const bool result = comparison.equal(a, b);
  steps += comparison.steps();
  return result;
}

std::partial_ordering compare(const Value& a, const Value& b, std::size_t& steps) {
  Comparison comparison;
  const std::partial_ordering order = comparison.compare(a, b);
  steps += comparison.steps();
  return order;
}

std::string_view kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::none: return "none";
    case ValueKind::undefined: return "undefined";
    case ValueKind::boolean: return "boolean";
    case ValueKind::integer: return "integer";
    case ValueKind::number: return "number";
    case ValueKind::string: return "string";
    case ValueKind::date: return "date";
    case ValueKind::datetime: return "datetime";
    case ValueKind::list: return "list";
    case ValueKind::object: return "object";
    case ValueKind::callable: return "function";
  }
  return "unknown";
}

}  // namespace katern
