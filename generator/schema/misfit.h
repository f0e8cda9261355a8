#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/result.h"
#include "value/value.h"

namespace katern::schema {

/// Why a text is not what its field takes.
struct Misfit {
  Code code{};
  std::vector<Diagnostic::Argument> arguments;  ///< besides `field` and `value`
  std::string suggestion;
  std::string mended;  ///< the text as it should be, where that is clear
};

/// A value, or why there is none.
using ReadScalar = Result<Value, Misfit>;

inline Misfit misfit(Code code, std::vector<Diagnostic::Argument> arguments = {}) {
  return {code, std::move(arguments), {}, {}};
}

/// A misfit whose message quotes the text as it should be.
inline Misfit mendable(Code code, std::string mended) { return {code, {{"mended", mended}}, {}, std::move(mended)}; }

/// The value, unless something is wrong with it after all.
inline ReadScalar unless(std::optional<Misfit> wrong, Value value) {
  if (wrong) return unexpected(*std::move(wrong));
  return value;
}

}  // namespace katern::schema
