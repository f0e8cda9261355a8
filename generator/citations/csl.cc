#include "citations/csl.h"

#include <cstdlib>
#include <memory>
#include <utility>

#include "citations/doi.h"
#include "citations/short_forms.h"
#include "text/words.h"
#include "value/dict.h"
#include "value/person.h"

namespace katern::citations {
namespace {

void set_text(Dict& object, std::string_view key, const std::string& text) {
  if (!text.empty()) object.set(key, Value::string(text));
}

Value to_value(const Name& name) {
  auto object = std::make_unique<Dict>();
  set_text(*object, "family", name.family);
  set_text(*object, "given", name.given);
  set_text(*object, "non-dropping-particle", name.particle);
  set_text(*object, "dropping-particle", name.dropping_particle);
  set_text(*object, "suffix", name.suffix);
  set_text(*object, "literal", name.literal);
  return Value::adopt(object.release());
}

Value to_value(const DateParts& date) {
  std::vector<Value> parts{Value(date.year)};
  if (date.month > 0) parts.emplace_back(static_cast<int>(date.month));
  if (date.month > 0 && date.day > 0) parts.emplace_back(static_cast<int>(date.day));
  return Value::list(std::move(parts));
}

Value to_value(const When& when) {
  auto object = std::make_unique<Dict>();
  if (when.literal.empty()) {
    std::vector<Value> parts{to_value(when.from)};
    if (when.to) parts.push_back(to_value(*when.to));
    object->set("date-parts", Value::list(std::move(parts)));
    if (when.season > 0) object->set("season", Value(static_cast<int>(when.season)));
    if (when.circa) object->set("circa", Value(true));
  }
  set_text(*object, "literal", when.literal);
  return Value::adopt(object.release());
}

std::string text_at(const Value& object, katern::Name key) {
  const Value* found = object.as_object().find(key);
  return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

Name name_of_csl(const Value& value) {
  return {text_at(value, "family"),
          text_at(value, "given"),
          text_at(value, "non-dropping-particle"),
          text_at(value, "dropping-particle"),
          text_at(value, "suffix"),
          text_at(value, "literal")};
}

std::optional<DateParts> parts_from(const Value& value) {
  DateParts parts;
  if (!value.is_list() || value.size() == 0 || value.size() > 3) return std::nullopt;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const Value part = value.at(i);
    if (!part.is_integer() || std::abs(part.as_integer()) > 9999) return std::nullopt;
    const auto number = static_cast<int>(part.as_integer());
    if (i > 0 && (number < 1 || number > 31 || (i == 1 && number > 12))) return std::nullopt;
    if (i == 0) parts.year = number;
    if (i == 1) parts.month = static_cast<unsigned>(number);
    if (i == 2) parts.day = static_cast<unsigned>(number);
  }
  return parts;
}

std::optional<When> when_of_csl(const Value& value) {
  When when;
  when.literal = text_at(value, "literal");
  if (!when.literal.empty()) return when;
  const Value parts = value.get("date-parts");
  if (!parts.is_list() || parts.size() == 0 || parts.size() > 2) return std::nullopt;
  const auto from = parts_from(parts.at(0));
  if (!from) return std::nullopt;
  when.from = *from;
  if (parts.size() == 2 && !(when.to = parts_from(parts.at(1)))) return std::nullopt;
  const Value season = value.get("season");
  if (season.is_integer() && season.as_integer() > 0) when.season = static_cast<unsigned>(season.as_integer());
  when.circa = value.get("circa").truthy();
  return when;
}

std::optional<Name> name_from(const Value& value) {
  if (value.is_string()) {
    auto name = parse_name(value.as_string());
    return name ? std::optional(*std::move(name)) : std::nullopt;
  }
  if (!value.is_object()) return std::nullopt;
  Name name = name_of_csl(value);
  if (!name.family.empty() || !name.literal.empty()) return name;
  const text::PersonName person = person_name(value);
  if (person.family.empty()) {
    name.literal = own_name(value);
    return name.literal.empty() ? std::nullopt : std::optional(name);
  }
  name.family = person.family;
  name.given = person.initials.empty() ? person.given : person.initials;
  name.particle = person.prefix;
  if (person.country != "BE" || name.particle.empty()) return name;
  // In Belgium the prefix is part of the name, and its order.
  name.family = text::family_name({{}, {}, {}, person.prefix, person.family, {}});
  name.particle.clear();
  return name;
}

std::optional<When> when_from(const Value& value) {
  if (value.is_integer()) return parse_when(std::to_string(value.as_integer()));
  if (value.is_string()) return parse_when(value.as_string());
  if (value.is_object()) return when_of_csl(value);
  if (!value.is_date() && !value.is_datetime()) return std::nullopt;
  const CivilDate day = civil(value.is_date() ? value.as_date() : local_date(value.as_datetime()));
  return When{{day.year, day.month, day.day}, {}, false, 0, {}};
}

std::optional<Misfit> set_names(Item& item, NameVariable variable, const Value& value) {
  std::vector<Name> names;
  const std::size_t count = value.is_list() ? value.size() : 1;
  for (std::size_t i = 0; i < count; ++i) {
    auto name = name_from(value.is_list() ? value.at(i) : value);
    if (!name) return Misfit::not_names;
    names.push_back(*std::move(name));
  }
  item.set(variable, std::move(names));
  return std::nullopt;
}

std::string text_from(const Value& value) {
  if (value.is_string()) return text::collapse_spaces(value.as_string());
  if (value.is_integer()) return std::to_string(value.as_integer());
  if (value.is_object() && person_name(value).family.empty()) return std::string(own_name(value));
  return {};
}

std::optional<Misfit> set_text(Item& item, TextVariable variable, const Value& value) {
  std::string text;
  // Several publishers stand with semicolons between them (APA 9.29).
  for (std::size_t i = 0; value.is_list() && i < value.size(); ++i) {
    const std::string part = text_from(value.at(i));
    if (part.empty()) return Misfit::not_text;
    text += (i > 0 ? "; " : "") + part;
  }
  if (!value.is_list()) text = text_from(value);
  if (variable == TextVariable::doi && !text.empty()) text = normal_doi(text).value_or("");
  if (text.empty()) return Misfit::not_text;
  item.set(variable, std::move(text));
  return std::nullopt;
}

}  // namespace

Value to_value(const Item& item) {
  auto object = std::make_unique<Dict>();
  object->set("id", Value::string(item.id));
  object->set("type", Value::string(name_of(item.type)));
  for (const auto& [variable, names] : item.names) {
    std::vector<Value> list;
    for (const Name& name : names) list.push_back(to_value(name));
    object->set(name_of(variable), Value::list(std::move(list)));
  }
  for (const auto& [variable, when] : item.dates) object->set(name_of(variable), to_value(when));
  for (const auto& [variable, text] : item.texts) object->set(name_of(variable), Value::string(text));
  return Value::adopt(object.release());
}

std::optional<Item> item_from(const Value& value) {
  if (!value.is_object() || text_at(value, "id").empty() || !type_of(text_at(value, "type"))) return std::nullopt;
  Item item;
  const Object& object = value.as_object();
  for (std::size_t i = 0; i < object.size(); ++i) {
    if (set_from_value(item, object.key_at(i), object.value_at(i))) return std::nullopt;
  }
  return item;
}

std::optional<Misfit> set_from_value(Item& item, std::string_view key, const Value& value) {
  if (!value.truthy()) return std::nullopt;
  if (key == "id" || key == "type") {
    const auto type = key == "type" && value.is_string() ? type_of(value.as_string()) : std::nullopt;
    if (!value.is_string() || (key == "type" && !type)) return Misfit::not_text;
    if (type) item.type = *type;
    if (key == "id") item.id = value.as_string();
    return std::nullopt;
  }
  if (const auto variable = name_variable(key)) return set_names(item, *variable, value);
  if (const auto variable = date_variable(key)) {
    if (value.is_string() && means_no_date(value.as_string())) return std::nullopt;
    auto when = when_from(value);
    if (!when) return Misfit::not_date;
    item.set(*variable, *std::move(when));
    return std::nullopt;
  }
  const auto variable = text_variable(key);
  return variable ? set_text(item, *variable, value) : std::nullopt;
}

}  // namespace katern::citations
