#pragma once

#include <span>
#include <string>

#include "diagnostics/code.h"
#include "schema/field.h"

namespace katern::guide {

/// When a rule asks for its field, in words for editors: "Nodig bij ‘type: vlog’ en zonder ‘transcript’", or "Gewenst
/// …" where it only warns. A condition of another form than `a == 'x'`, `a != 'x'`, `a` and `not a`, joined by `and`,
/// is told by the rule's own message; one without a message by the condition itself.
std::string condition_words(const schema::Rule& rule, std::span<const schema::Field> fields, Language language);

}  // namespace katern::guide
