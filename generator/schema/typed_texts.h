#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/field.h"
#include "schema/misfit.h"

namespace katern::schema {

/// A text as the identifier that the field is of: doi, orcid or isbn. Its value is the text in the form that is kept.
ReadScalar read_identifier(const Field& field, std::string_view text);

/// A text as the quantity that the field is of, within its bounds: a duration in seconds, money in units of the field's
/// currency, a place as {lat, lon}.
ReadScalar read_quantity(const Field& field, std::string_view text);

/// A bound of a duration or of money, as kinds declare it; nothing when it is none.
std::optional<double> parse_bound(const Field& field, std::string_view text);

/// A duration in seconds, or money in units of the field's currency, as editors write it: 90 min, € 2.000.
std::string as_written(const Field& field, double quantity);

/// How a quantity could be written, within the bounds of the field.
std::string example_quantity(const Field& field);

}  // namespace katern::schema
