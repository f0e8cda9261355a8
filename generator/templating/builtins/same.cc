#include "templating/builtins/same.h"

#include <algorithm>
#include <functional>
#include <string>

namespace katern::templating {

bool same(const Value& a, const Value& b) {
  if (a.is_object() || b.is_object()) return a.is_object() && b.is_object() && &a.as_object() == &b.as_object();
  if (!a.is_list() || !b.is_list()) return equal(a, b);
  const List& left = a.as_list();
  const List& right = b.as_list();
  return std::equal(left.items.begin(), left.items.end(), right.items.begin(), right.items.end(), same);
}

std::size_t hash_of_value(const Value& value) {
  const std::hash<std::string_view> text;
  switch (value.kind()) {
    case ValueKind::boolean: return std::hash<double>{}(value.as_boolean() ? 1.0 : 0.0);
    case ValueKind::integer:
    case ValueKind::number: return std::hash<double>{}(value.as_number());
    case ValueKind::string: return text(value.as_string());
    // A date is the same as the text that writes it.
    case ValueKind::date: return text(iso(value.as_date()));
    case ValueKind::datetime: return text(iso(value.as_datetime()));
    case ValueKind::object: return std::hash<const void*>{}(&value.as_object());
    case ValueKind::list: {
      std::size_t hash = 0;
      for (const Value& item : value.as_list().items) hash = hash * 31 + hash_of_value(item);
      return hash;
    }
    default: return 0;
  }
}

}  // namespace katern::templating
