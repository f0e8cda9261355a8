#include "templating/builtins/person.h"

#include "text/names.h"
#include "value/person.h"

namespace katern::templating {
namespace {

/// By which formatter of text/ when it is a person.
std::string written(const Value& value, std::string (*format)(const text::PersonName&)) {
  if (value.is_string()) return std::string(value.as_string());
  const text::PersonName name = person_name(value);
  return name.family.empty() ? std::string(own_name(value)) : format(name);
}

}  // namespace

std::string full_name_of(const Value& person) { return written(person, text::full_name); }

std::string family_name_of(const Value& person) { return written(person, text::family_name); }

std::string sort_name_of(const Value& person) {
  const Value own = person.is_object() ? person.get("sorteernaam") : Value();
  return own.is_string() && own.truthy() ? std::string(own.as_string()) : written(person, text::sort_name);
}

std::string cited_name_of(const Value& person) { return written(person, text::cited_name); }

}  // namespace katern::templating
