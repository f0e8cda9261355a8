#pragma once

#include "schema/schema.h"
#include "value/value.h"

namespace katern::guide {

/// The front matter of a kind's entries as a JSON Schema (draft 2020-12, https://json-schema.org/draft/2020-12), for
/// editors that complete and check YAML. It describes what a YAML 1.2 reader makes of the text (core schema), so `2018`
/// is a number there and fits a field of text, as it does for Katern.
///
/// It says of one file what can be said without the others. Rules, whether a reference finds its entry, whether a file
/// exists and the bounds of days are left to `katern check`; docs/content-model.md lists the differences.
Value json_schema(const schema::Kind& kind, const schema::Schema& schema, Language language);

/// One document for all kinds: each stands in `$defs` by its name, and an entry is any of them.
Value json_schema(const schema::Schema& schema, Language language);

}  // namespace katern::guide
