#pragma once

#include <memory>

#include "model/site.h"
#include "value/dict.h"

namespace katern::model {

/// What templates see as `site`, as far as it does not depend on entries.
std::unique_ptr<Dict> make_root(const Site& site);

/// `kinds` and `feeds`, once entries are resolved and in order.
void add_kinds(Dict& root, const schema::Schema& schema, const Site& site);

/// What an entry has as `kind`.
Value kind_value(const schema::Kind& kind);

}  // namespace katern::model
