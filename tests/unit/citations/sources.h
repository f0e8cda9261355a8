#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citations/item.h"
#include "citations/short_forms.h"

namespace katern::citations {

/// A source from texts: names with a semicolon between them, dates as parse_when() takes them.
inline Item source(std::string_view type, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  Item item;
  item.type = type_of(type).value();
  for (const auto& [key, value] : values) {
    if (key == "id") item.id = value;
    if (const auto variable = text_variable(key)) item.set(*variable, std::string(value));
    if (const auto variable = date_variable(key)) item.set(*variable, parse_when(value).value());
    if (const auto variable = name_variable(key)) {
      std::vector<Name> names;
      for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = std::min(value.find(';', at), value.size());
        names.push_back(parse_name(value.substr(at, end - at)).value());
        at = end + 1;
      }
      item.set(*variable, std::move(names));
    }
  }
  return item;
}

}  // namespace katern::citations
