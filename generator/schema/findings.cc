#include "schema/findings.h"

#include <utility>

#include "schema/places.h"

namespace katern::schema {

Diagnostic finding(const Misfit& wrong, const Field& field, std::string_view text, Place place) {
  Diagnostic diagnostic(wrong.code, std::move(place));
  diagnostic.arguments.push_back({"field", field.name});
  diagnostic.arguments.push_back({"value", shown(text)});
  diagnostic.arguments.insert(diagnostic.arguments.end(), wrong.arguments.begin(), wrong.arguments.end());
  diagnostic.suggestion = wrong.suggestion;
  return diagnostic;
}

}  // namespace katern::schema
