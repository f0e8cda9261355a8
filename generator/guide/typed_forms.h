#pragma once

#include <string>

#include "schema/field.h"

namespace katern::guide {

/// A regular expression of ECMA-262 for a text as a whole, of the types that have a form of their own; empty for the
/// others. It says what schema/web_names.h, text/dates.h, schema/identifiers.h and schema/quantities.h read: how a text
/// looks. Whether a day exists, a check digit is right or a quantity is within its bounds, it cannot say.
std::string typed_form(const schema::Field& field);

/// The same of a slug alone.
std::string slug_form();

/// The same of the id of a source (schema/source_reader.h), for which any letter beyond ASCII is a letter.
std::string citation_key_form();

}  // namespace katern::guide
