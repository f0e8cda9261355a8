#pragma once

#include "schema/schema.h"
#include "value/value.h"

namespace katern::guide {

/// All kinds and their fields as editors need to know them, for a template or to be written out:
///
///     [{name, label_one, label_many, folder, url (of the first listing, or none), fields: [
///       {name, path, label, help, type, takes, required, example, fields}]}]
///
/// `path` names the field inside its kind (`practoren.persoon`), `takes` is what to write (see words_for), `example` a
/// line of front matter; `fields` are those of an object, or of the objects in a list or a map, else empty. `url` is
/// without the prefix of the site. Owns everything.
Value reference(const schema::Schema& schema, Language language);

/// The same, of one kind: a list of one.
Value reference(const schema::Kind& kind, const schema::Schema& schema, Language language);

}  // namespace katern::guide
