#include "schema/typed_texts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "schema/identifiers.h"
#include "schema/numbers.h"
#include "schema/quantities.h"
#include "text/amounts.h"
#include "value/dict.h"

namespace katern::schema {
namespace {

ReadScalar checked(Identifier identifier, Code no_such_form) {
  switch (identifier.checked) {
    case Checked::good: return Value::string(identifier.value);
    case Checked::wrong_digit: return unexpected(misfit(Code::field_check_digit));
    case Checked::no_such_form: break;
  }
  return unexpected(misfit(no_such_form));
}

Value euros(std::int64_t cents) {
  if (cents % 100 == 0) return Value(cents / 100);
  return Value(static_cast<double>(cents) / 100);
}

std::optional<Misfit> outside_bounds(const Field& field, double quantity) {
  if (field.min && quantity < *field.min) {
    return misfit(Code::field_number_small, {{"limit", as_written(field, *field.min)}});
  }
  if (field.max && quantity > *field.max) {
    return misfit(Code::field_number_large, {{"limit", as_written(field, *field.max)}});
  }
  return std::nullopt;
}

// 4,5 may be minutes or hours: 4:30 or 4:30:00. Nothing for what is no such number.
std::optional<Misfit> unit_of_decimals(std::string_view text) {
  const auto number = parse_number(pointed(text));
  if (!number || *number < 0 || *number > 10'000) return std::nullopt;
  const double seconds = *number * 60;
  if (std::abs(seconds - std::round(seconds)) > 1e-6) return std::nullopt;
  const auto minutes = static_cast<std::int64_t>(std::round(seconds));
  std::string mended = text::duration_on_clock(minutes);
  Misfit wrong =
      misfit(Code::field_duration_decimal, {{"minutes", mended}, {"hours", text::duration_on_clock(minutes * 60)}});
  wrong.mended = std::move(mended);
  return wrong;
}

ReadScalar read_duration(const Field& field, std::string_view text) {
  if (const auto seconds = parse_duration(text)) {
    return unless(outside_bounds(field, static_cast<double>(*seconds)), Value(*seconds));
  }
  const auto number = parse_integer(text);
  if (number && *number >= 0) return unexpected(mendable(Code::field_duration_unit, std::string(text) + " min"));
  if (auto decimal = unit_of_decimals(text)) return unexpected(*std::move(decimal));
  Misfit wrong = misfit(Code::field_not_duration);
  // 1.30.00 for 1:30:00, as Dutch writes times.
  std::string mended(text);
  for (char& c : mended) c = c == '.' ? ':' : c;
  if (mended != text && parse_duration(mended)) wrong.mended = std::move(mended);
  return unexpected(std::move(wrong));
}

ReadScalar read_money(const Field& field, std::string_view text) {
  const Amount amount = parse_amount(text, field.currency);
  switch (amount.reading) {
    case Amount::Reading::good:
      return unless(outside_bounds(field, static_cast<double>(amount.cents) / 100), euros(amount.cents));
    case Amount::Reading::unclear: {
      Misfit wrong = misfit(Code::field_money_unclear, {{"whole", amount.mended}, {"small", amount.small}});
      wrong.mended = amount.mended;
      return unexpected(std::move(wrong));
    }
    case Amount::Reading::other_currency:
      return unexpected(misfit(Code::field_money_currency, {{"currency", field.currency}}));
    case Amount::Reading::none: break;
  }
  Misfit wrong = misfit(Code::field_not_money);
  wrong.mended = amount.mended;
  return unexpected(std::move(wrong));
}

std::string pair_of(double latitude, double longitude) { return to_text(latitude) + ", " + to_text(longitude); }

// Whether it lies between the bounds of the field, which those of its lat and lon are.
bool is_within(const Field& field, const Coordinates& place) {
  const auto fits = [&](std::size_t part, double degrees) {
    const Field& bound = field.fields[part];
    return (!bound.min || degrees >= *bound.min) && (!bound.max || degrees <= *bound.max);
  };
  return field.fields.size() != 2 || (fits(0, place.latitude) && fits(1, place.longitude));
}

Misfit too_far(const Field& field, const Coordinates& place) {
  const Field& lat = field.fields[0];
  const Field& lon = field.fields[1];
  Misfit wrong = misfit(Code::field_geo_far, {{"least", pair_of(*lat.min, *lon.min)},
                                              {"most", pair_of(*lat.max, *lon.max)},
                                              {"example", example_quantity(field)}});
  const Coordinates swapped{place.longitude, place.latitude};
  if (is_within(field, swapped)) wrong.mended = pair_of(swapped.latitude, swapped.longitude);
  return wrong;
}

ReadScalar read_place(const Field& field, std::string_view text) {
  const auto place = parse_coordinates(text);
  if (!place) {
    Misfit wrong = misfit(Code::field_not_geo);
    wrong.mended = guess_coordinates(text).value_or("");
    return unexpected(std::move(wrong));
  }
  if (place->on_globe()) {
    if (!is_within(field, *place)) return unexpected(too_far(field, *place));
    return make_dict({{"lat", Value(place->latitude)}, {"lon", Value(place->longitude)}});
  }
  Misfit wrong = misfit(Code::field_geo_outside);
  const Coordinates swapped{place->longitude, place->latitude};
  if (swapped.on_globe()) wrong.mended = pair_of(swapped.latitude, swapped.longitude);
  return unexpected(std::move(wrong));
}

}  // namespace

ReadScalar read_identifier(const Field& field, std::string_view text) {
  if (field.type == FieldType::orcid) return checked(parse_orcid(text), Code::field_not_orcid);
  if (field.type == FieldType::isbn) return checked(parse_isbn(text), Code::field_not_isbn);
  if (const auto doi = parse_doi(text)) return Value::string(*doi);
  return unexpected(misfit(Code::field_not_doi));
}

ReadScalar read_quantity(const Field& field, std::string_view text) {
  if (field.type == FieldType::duration) return read_duration(field, text);
  if (field.type == FieldType::money) return read_money(field, text);
  return read_place(field, text);
}

std::optional<double> parse_bound(const Field& field, std::string_view text) {
  if (field.type == FieldType::duration) {
    const auto seconds = parse_duration(text);
    return seconds ? std::optional(static_cast<double>(*seconds)) : std::nullopt;
  }
  const Amount amount = parse_amount(text, field.currency);
  if (amount.reading != Amount::Reading::good) return std::nullopt;
  return static_cast<double>(amount.cents) / 100;
}

std::string as_written(const Field& field, double quantity) {
  if (field.type == FieldType::money) {
    const std::string words = text::money_in_words(quantity, field.currency);
    // The space that does not break would be hard to type.
    const std::size_t space = words.find("\u00A0");
    return words.substr(0, space) + " " + words.substr(space + std::string_view("\u00A0").size());
  }
  const auto seconds = static_cast<std::int64_t>(quantity);
  if (seconds < 60) return std::to_string(seconds) + " s";
  if (seconds % 60 != 0) return text::duration_on_clock(seconds);
  return std::to_string(seconds / 60) + " min";
}

std::string example_quantity(const Field& field) {
  // What people expect to see, as far as the bounds allow it.
  const auto usual = [&](double quantity) {
    return as_written(field, std::min(std::max(quantity, field.min.value_or(quantity)), field.max.value_or(quantity)));
  };
  switch (field.type) {
    case FieldType::duration: return usual(90 * 60);
    case FieldType::money: return usual(2000);
    default: break;
  }
  const Coordinates amsterdam{52.37, 4.89};
  if (is_within(field, amsterdam)) return pair_of(amsterdam.latitude, amsterdam.longitude);
  return pair_of((*field.fields[0].min + *field.fields[0].max) / 2, (*field.fields[1].min + *field.fields[1].max) / 2);
}

}  // namespace katern::schema
