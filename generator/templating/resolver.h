#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "templating/ast.h"
#include "templating/callable.h"
#include "templating/findings.h"

namespace katern::templating {

/// What a template may refer to.
struct Surroundings {
  const Registry& registry;
  /// Names of templates that can be included; without it (a text on its own) there are none.
  const std::vector<std::string>* templates = nullptr;
  /// The variables that there are, where that is known.
  const std::vector<std::string>* variables = nullptr;
};

/// Gives every name of a template its slot, every filter and test its builtin, and reports what there is not: filters,
/// tests, templates, arguments. Scopes are Jinja's: loops, with, macros, blocks, call, filter and set blocks have one
/// of their own, if has none, and what is set at the top of a template belongs to its context.
void resolve(Template& target, const Surroundings& surroundings, Findings& findings);

}  // namespace katern::templating
