#include "schema/scalar.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "schema/dates_as_written.h"
#include "schema/list_mistakes.h"
#include "schema/mended_line.h"
#include "schema/needed_fields.h"
#include "schema/numbers.h"
#include "schema/places.h"
#include "schema/typed_texts.h"
#include "schema/web_names.h"
#include "text/dates.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using Read = ReadScalar;

std::string iso_of_days(double days) { return iso(Date{static_cast<std::int32_t>(days)}); }

std::optional<Misfit> check_pattern(const Field& field, std::string_view text) {
  if (!field.matcher) return std::nullopt;
  switch (field.matcher->matches(text)) {
    case text::Pattern::Match::yes: return std::nullopt;
    case text::Pattern::Match::too_hard: return misfit(Code::field_pattern_too_hard);
    case text::Pattern::Match::no: break;
  }
  const std::string& help = field.pattern_help;
  return misfit(Code::field_pattern_mismatch, {{"help", help.empty() ? "‘" + field.pattern + "’" : help}});
}

std::optional<Misfit> check_text(const Field& field, std::string_view text) {
  const auto length = static_cast<double>(text::length(text));
  if (field.min && length < *field.min) {
    return misfit(Code::field_text_short, {{"given", to_text(length)}, {"limit", to_text(*field.min)}});
  }
  if (field.max && length > *field.max) {
    return misfit(Code::field_text_long, {{"given", to_text(length)}, {"limit", to_text(*field.max)}});
  }
  return check_pattern(field, text);
}

std::optional<Misfit> check_number(const Field& field, double number) {
  if (field.min && number < *field.min) return misfit(Code::field_number_small, {{"limit", to_text(*field.min)}});
  if (field.max && number > *field.max) return misfit(Code::field_number_large, {{"limit", to_text(*field.max)}});
  return std::nullopt;
}

std::optional<Misfit> check_day(const Field& field, Date day) {
  if (field.min && day.days < *field.min) return misfit(Code::field_date_early, {{"limit", iso_of_days(*field.min)}});
  if (field.max && day.days > *field.max) return misfit(Code::field_date_late, {{"limit", iso_of_days(*field.max)}});
  return std::nullopt;
}

Read read_line(const Field& field, std::string_view text) {
  if (text.find('\n') != std::string_view::npos) return unexpected(misfit(Code::field_not_one_line));
  return unless(check_text(field, text), Value::string(text));
}

Read read_flag(std::string_view text) {
  if (text == "ja" || text == "true") return Value(true);
  if (text == "nee" || text == "false") return Value(false);
  Misfit wrong = misfit(Code::field_not_flag);
  const std::string word = text.size() < 10 ? text::lower(text) : std::string();
  for (const std::string_view yes : {"ja", "true", "yes", "y", "j", "on", "waar", "1"}) {
    if (word == yes) wrong.mended = "ja";
  }
  for (const std::string_view no : {"nee", "false", "no", "n", "off", "onwaar", "0"}) {
    if (word == no) wrong.mended = "nee";
  }
  return unexpected(std::move(wrong));
}

Misfit unfit_integer(std::string_view text) {
  if (auto meant = guess_integer(text)) {
    Misfit wrong = misfit(Code::field_integer_mark, {{"example", *meant}});
    wrong.mended = *std::move(meant);
    return wrong;
  }
  const auto number = parse_number(pointed(text));
  if (!number || std::abs(*number) > 1e15) return misfit(Code::field_not_integer);
  return misfit(Code::field_integer_mark, {{"example", to_text(std::round(*number))}});
}

Read read_integer(const Field& field, std::string_view text) {
  const auto integer = parse_integer(text);
  if (!integer) return unexpected(unfit_integer(text));
  return unless(check_number(field, static_cast<double>(*integer)), Value(*integer));
}

Read read_number(const Field& field, std::string_view text) {
  if (const auto integer = parse_integer(text)) {
    return unless(check_number(field, static_cast<double>(*integer)), Value(*integer));
  }
  if (const auto number = parse_number(text)) return unless(check_number(field, *number), Value(*number));
  if (std::string mended = pointed(text); parse_number(mended)) {
    return unexpected(mendable(Code::field_decimal_comma, std::move(mended)));
  }
  return unexpected(misfit(Code::field_not_number));
}

Read read_date(const Field& field, std::string_view text) {
  if (const auto date = parse_iso_date(text)) return unless(check_day(field, *date), Value(*date));
  if (const auto meant = guess_date(text)) return unexpected(mendable(Code::field_date_order, iso(*meant)));
  Misfit wrong = misfit(Code::field_not_date);
  if (const auto day = parse_iso_date(text.substr(0, 10)); day && text.size() > 10) wrong.mended = iso(*day);
  return unexpected(std::move(wrong));
}

Read read_datetime(const Field& field, std::string_view text, std::string_view zone) {
  if (const auto moment = text::parse_datetime(text, zone)) {
    return unless(check_day(field, local_date(*moment)), Value(*moment));
  }
  Misfit wrong = misfit(Code::field_not_datetime);
  wrong.mended = guess_datetime(text).value_or("");
  return unexpected(std::move(wrong));
}

Read read_choice(const Field& field, std::string_view text) {
  const auto found = std::find(field.values.begin(), field.values.end(), text);
  if (found != field.values.end()) return Value::view(*found);
  Misfit wrong = misfit(Code::field_not_choice, {{"choices", joined(field.values)}});
  wrong.suggestion = text::nearest(text, field.values).value_or("");
  wrong.mended = wrong.suggestion;
  return unexpected(std::move(wrong));
}

Read read_url(const Field& field, std::string_view text) {
  if (is_web_url(text)) return unless(check_text(field, text), Value::string(text));
  Misfit wrong = misfit(Code::field_not_url);
  std::string with_scheme = "https://" + std::string(text);
  const std::string_view host = text.substr(0, text.find('/'));
  if (host.find('.') != std::string_view::npos && is_web_url(with_scheme)) wrong.mended = std::move(with_scheme);
  return unexpected(std::move(wrong));
}

Read read_email(const Field& field, std::string_view text) {
  if (is_email(text)) return unless(check_text(field, text), Value::string(text));
  Misfit wrong = misfit(Code::field_not_email);
  constexpr std::string_view kMailto = "mailto:";
  if (text.starts_with(kMailto) && is_email(text.substr(kMailto.size()))) wrong.mended = text.substr(kMailto.size());
  return unexpected(std::move(wrong));
}

// Where several kinds are meant, the kind may stand before a slug: "praktijk/bericht-een".
bool names_kind(const Field& field, std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto& kinds = field.target_kinds;
  return slash != std::string_view::npos && std::find(kinds.begin(), kinds.end(), text.substr(0, slash)) != kinds.end();
}

// Of somebody or something that has no entry. A path is none, but a reference gone wrong.
bool is_free_text(const Field& field, std::string_view text) {
  return field.or_text && !text.empty() && !names_kind(field, text) && !text.ends_with(".md") &&
         !text.starts_with("..");
}

Read read_reference(const Field& field, std::string_view text) {
  if (is_reference(field, text)) return Value::string(text);
  if (is_free_text(field, text)) return read_line(field, text);
  // A path or a name was written where a slug belongs.
  std::string_view stem = text.substr(text.rfind('/') + 1);
  if (stem.ends_with(".md")) stem.remove_suffix(3);
  std::string slug = text::slugify(stem);
  // What may be several names is none of which the name is clear.
  if (text.find_first_of(",;|") != text.npos || !several_items(field, text).empty()) slug.clear();
  const std::string example = field.name + ": " + (slug.empty() ? "korte-naam" : slug);
  Misfit wrong = misfit(Code::field_not_reference, {{"example", example}});
  wrong.mended = std::move(slug);
  return unexpected(std::move(wrong));
}

// Between braces a comma ends a value.
std::string example_inside(const Field& field) {
  std::string value = example_value(field);
  return is_scalar(field.type) ? yaml_scalar(value, true) : value;
}

// With all that a group cannot do without, or else its first field.
std::string example_group(const Field& group) {
  if (group.fields.empty()) return "{…}";
  auto shown = needed_fields(
      group.fields, group.rules, [](const Field&) { return false; },
      [](const Field& field) {
        return field.type == FieldType::boolean ? Value(true) : Value::string(example_value(field));
      });
  if (shown.empty()) shown.push_back(&group.fields.front());
  std::string members;
  for (const Field* inner : shown) {
    members += (members.empty() ? "" : ", ") + inner->name + ": " + example_inside(*inner);
  }
  return "{" + members + "}";
}

}  // namespace

bool is_scalar(FieldType type) {
  return type != FieldType::list && type != FieldType::object && type != FieldType::map && type != FieldType::citations;
}

bool is_reference(const Field& field, std::string_view text) {
  return text::is_slug(names_kind(field, text) ? text.substr(text.find('/') + 1) : text);
}

Read read_scalar(const Field& field, std::string_view text, std::string_view zone) {
  switch (field.type) {
    case FieldType::string: return read_line(field, text);
    case FieldType::boolean: return read_flag(text);
    case FieldType::integer: return read_integer(field, text);
    case FieldType::number: return read_number(field, text);
    case FieldType::date: return read_date(field, text);
    case FieldType::datetime: return read_datetime(field, text, zone);
    case FieldType::enumeration: return read_choice(field, text);
    case FieldType::url: return read_url(field, text);
    case FieldType::email: return read_email(field, text);
    case FieldType::doi:
    case FieldType::orcid:
    case FieldType::isbn: return read_identifier(field, text);
    case FieldType::duration:
    case FieldType::money:
    case FieldType::geo: return read_quantity(field, text);
    case FieldType::reference: return read_reference(field, text);
    case FieldType::text:
    case FieldType::markdown:
    case FieldType::list:
    case FieldType::object:
    case FieldType::map:
    case FieldType::image:
    case FieldType::file:
    case FieldType::citations: break;
  }
  return unless(check_text(field, text), Value::string(text));
}

std::string example_value(const Field& field) {
  switch (field.type) {
    case FieldType::boolean: return "ja";
    case FieldType::integer: return to_text(field.min.value_or(1));
    case FieldType::number: return field.min ? to_text(*field.min) : "1.5";
    case FieldType::date: return "2026-11-22";
    case FieldType::datetime: return "2026-11-22T09:30";
    case FieldType::enumeration: return field.values.empty() ? "…" : field.values.front();
    case FieldType::url: return "https://www.voorbeeld.nl/";
    case FieldType::email: return "naam@voorbeeld.nl";
    case FieldType::doi: return "10.1234/abc";
    case FieldType::orcid: return "0000-0002-1825-0097";
    case FieldType::isbn: return "978-90-274-3964-2";
    case FieldType::duration:
    case FieldType::money:
    case FieldType::geo: return example_quantity(field);
    case FieldType::reference: return "korte-naam";
    case FieldType::image: return "foto.jpg";
    case FieldType::file: return "bestand.pdf";
    case FieldType::citations: return "[{id: jansen-2020, type: book, title: …}]";
    case FieldType::list: {
      const std::string item = field.items ? example_value(*field.items) : "…";
      return "[" + item + "]";
    }
    case FieldType::object: return example_group(field);
    case FieldType::map: {
      const std::string key = field.keys.empty() ? "…" : field.keys.front();
      return "{" + key + ": " + (field.items ? example_value(*field.items) : "…") + "}";
    }
    case FieldType::string:
    case FieldType::text:
    case FieldType::markdown: break;
  }
  return "…";
}

std::string example_of(const Field& field) { return field.name + ": " + example_value(field); }

}  // namespace katern::schema
