#include "value/person.h"

namespace katern {
namespace {

std::string_view text_at(const Value& object, Name name) {
  const Value* found = object.is_object() ? object.as_object().find(name) : nullptr;
  return found != nullptr && found->is_string() ? found->as_string() : std::string_view();
}

}  // namespace

text::PersonName person_name(const Value& value) {
  text::PersonName name;
  name.family = text_at(value, "achternaam");
  if (name.family.empty()) return name;
  name.title = text_at(value, "titulatuur");
  name.given = text_at(value, "voornaam");
  name.initials = text_at(value, "voorletters");
  name.prefix = text_at(value, "tussenvoegsel");
  name.country = text_at(value, "land");
  return name;
}

std::string_view own_name(const Value& value) {
  for (const Name key : {Name("naam"), Name("titel"), Name("title")}) {
    if (const std::string_view text = text_at(value, key); !text.empty()) return text;
  }
  return {};
}

}  // namespace katern
