#pragma once

#include "templating/expression.h"

namespace katern::schema {

/// One of the things that a list is put in order by.
struct SortKey {
  templating::Expression key;
  bool descending = false;
};

}  // namespace katern::schema
