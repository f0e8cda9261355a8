#pragma once

#include <string>

#include "diagnostics/code.h"
#include "schema/schema.h"

namespace katern::guide {

/// What an editor writes in a field, as a phrase without a capital or a full stop: "één regel tekst, hooguit 120
/// tekens". Kinds that it refers to are called by the labels that `schema` gives them.
std::string words_for(const schema::Field& field, const schema::Schema& schema, Language language);

}  // namespace katern::guide
