#include "model/listed_value.h"

#include <utility>

#include "text/words.h"
#include "value/number.h"

namespace katern::model {
namespace {

std::string flag_word(bool value, std::string_view language) {
  if (language == "nl") return value ? "ja" : "nee";
  return value ? "yes" : "no";
}

// Text of what is no entry and no list; nothing when it has none.
std::optional<std::string> text_of(const Value& value, std::string_view language) {
  switch (value.kind()) {
    case ValueKind::string: return std::string(value.as_string());
    case ValueKind::boolean: return flag_word(value.as_boolean(), language);
    case ValueKind::integer: return std::to_string(value.as_integer());
    case ValueKind::number: {
      std::string text;
      append_number(text, value.as_number());
      return text;
    }
    case ValueKind::date: return iso(value.as_date());
    case ValueKind::datetime: return iso(local_date(value.as_datetime()));
    default: return std::nullopt;
  }
}

bool append(std::vector<ListedValue>& all, const Value& value, std::string_view language) {
  if (value.is_none() || value.is_undefined()) return true;
  if (value.is_object()) {
    const Value slug = value.get("slug");
    const Value title = value.get("title");
    const Value source = value.get("source");
    if (!slug.is_string() || !title.is_string() || !source.is_string()) return false;
    all.push_back({std::string(source.as_string()), std::string(title.as_string()), std::string(slug.as_string()),
                   title, &value.as_object()});
    return true;
  }
  auto text = text_of(value, language);
  if (!text) return false;
  if (text->empty()) return true;
  std::string slug = text::slugify(*text);
  all.push_back({*text, *text, std::move(slug), value, nullptr});
  return true;
}

}  // namespace

std::optional<std::vector<ListedValue>> listed_values(const Value& value, std::string_view language) {
  std::vector<ListedValue> all;
  if (!value.is_list()) return append(all, value, language) ? std::optional(std::move(all)) : std::nullopt;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (!append(all, value.at(i), language)) return std::nullopt;
  }
  return all;
}

}  // namespace katern::model
