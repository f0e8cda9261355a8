#pragma once

#include <string>

#include "value/value.h"

namespace katern::templating {

/// People are objects with `voornaam`, `tussenvoegsel`, `achternaam`, `titulatuur`, `voorletters`, `land` and perhaps a
/// `sorteernaam`. Whatever has no `achternaam` is called by its `naam` or `title`, and a text by itself, so that a list
/// of authors may hold people, organisations and plain names.

std::string full_name_of(const Value& person);
std::string family_name_of(const Value& person);
std::string sort_name_of(const Value& person);
std::string cited_name_of(const Value& person);

}  // namespace katern::templating
