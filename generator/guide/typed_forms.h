#pragma once

#include <string>

#include "schema/field.h"

namespace katern::guide {

/// Regular expressions of ECMA-262 for a text as a whole, of the types that schema/identifiers.h and
/// schema/quantities.h read: doi, orcid, isbn, duration, money and geo. They say how a text looks. Whether its check
/// digit is right, or the quantity within its bounds, they cannot say.
std::string typed_form(const schema::Field& field);

}  // namespace katern::guide
