#pragma once

#include <type_traits>
#include <typeinfo>

#include "value/value.h"

namespace katern::templating {

/// The object or function that a value holds, when it is just of that class; else null. Lives as long as the value.
template <class T>
const T* held(const Value& value) {
  static_assert(std::is_final_v<T>, "what derives from it would not be found");
  if constexpr (std::is_base_of_v<Callable, T>) {
    if (!value.is_callable() || typeid(value.as_callable()) != typeid(T)) return nullptr;
    return static_cast<const T*>(&value.as_callable());
  } else {
    if (!value.is_object() || typeid(value.as_object()) != typeid(T)) return nullptr;
    return static_cast<const T*>(&value.as_object());
  }
}

}  // namespace katern::templating
