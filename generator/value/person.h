#pragma once

#include <string_view>

#include "text/names.h"
#include "value/value.h"

namespace katern {

/// People are objects with `voornaam`, `tussenvoegsel`, `achternaam`, `titulatuur`, `voorletters` and `land`. The parts
/// of such a name, borrowed from the object; all empty when the value has no `achternaam`.
text::PersonName person_name(const Value& value);

/// The name of what is no person, an organisation say: its `naam`, `titel` or `title`. Empty where it has none.
std::string_view own_name(const Value& value);

}  // namespace katern
