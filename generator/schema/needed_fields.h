#pragma once

#include <functional>
#include <span>
#include <vector>

#include "schema/field.h"
#include "value/value.h"

namespace katern::schema {

/// The fields that something with these fields and rules cannot do without, in the order of declaration: those that are
/// required, and those that its rules require while only these are there. `is_kept`: fields that are there anyway.
/// `value_of`: what a field that is there has. Errors of a rule, as for want of what is known of a whole site, count as
/// no. Warnings and hints require nothing.
std::vector<const Field*> needed_fields(std::span<const Field> fields, std::span<const Rule> rules,
                                        const std::function<bool(const Field&)>& is_kept,
                                        const std::function<Value(const Field&)>& value_of);

/// Whether it must be written, whatever else is.
bool is_required(const Field& field);

}  // namespace katern::schema
