#include "templating/builtins/person.h"

#include "text/names.h"

namespace katern::templating {
namespace {

std::string_view text_at(const Value& object, Name name) {
  const Value* found = object.is_object() ? object.as_object().find(name) : nullptr;
  return found != nullptr && found->is_string() ? found->as_string() : std::string_view();
}

/// By which formatter of text/ when it is a person.
std::string written(const Value& value, std::string (*format)(const text::PersonName&)) {
  if (value.is_string()) return std::string(value.as_string());
  text::PersonName name;
  name.title = text_at(value, "titulatuur");
  name.given = text_at(value, "voornaam");
  name.initials = text_at(value, "voorletters");
  name.prefix = text_at(value, "tussenvoegsel");
  name.family = text_at(value, "achternaam");
  name.country = text_at(value, "land");
  if (!name.family.empty()) return format(name);
  for (const Name key : {Name("naam"), Name("titel"), Name("title")}) {
    if (const std::string_view text = text_at(value, key); !text.empty()) return std::string(text);
  }
  return {};
}

}  // namespace

std::string full_name_of(const Value& person) { return written(person, text::full_name); }

std::string family_name_of(const Value& person) { return written(person, text::family_name); }

std::string sort_name_of(const Value& person) {
  const std::string_view own = text_at(person, "sorteernaam");
  return own.empty() ? written(person, text::sort_name) : std::string(own);
}

std::string cited_name_of(const Value& person) { return written(person, text::cited_name); }

}  // namespace katern::templating
