#include "guide/json_schema.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "citations/item.h"
#include "citations/style.h"
#include "guide/field_words.h"
#include "guide/typed_forms.h"
#include "schema/needed_fields.h"
#include "schema/numbers.h"
#include "value/dict.h"

namespace katern::guide {
namespace {

using schema::Field;
using schema::FieldType;
using schema::Kind;
using schema::Role;
using schema::Schema;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";

// As numbers: the ORCID of fewest digits without its zeros, and ISBN-10 and ISBN-13.
constexpr std::int64_t kFirstOrcid = 10'000'000;
constexpr std::int64_t kLastOrcid = 9'999'999'999'999'999;
constexpr std::int64_t kFirstIsbn = 10'000;
constexpr std::int64_t kLastIsbn = 9'799'999'999'999;

std::string whole(std::string_view expression) { return "^(?:" + std::string(expression) + ")$"; }

Value text(std::string_view words) { return Value::string(words); }

Value whole_number(double number) {
  return number == std::floor(number) ? Value(static_cast<std::int64_t>(number)) : Value(number);
}

/// One of the words, in small letters or capitals; ECMA-262 has no such switch inside an expression.
std::string any_case(std::span<const std::string_view> words) {
  std::string made;
  for (const std::string_view word : words) {
    if (!made.empty()) made += '|';
    for (const char c : word) {
      if (c < 'a' || c > 'z') {
        made += c;
        continue;
      }
      made.append({'[', static_cast<char>(c - 'a' + 'A'), c, ']'});
    }
  }
  return made;
}

/// What a YAML 1.2 reader makes of a plain scalar, where that is no text (core schema, YAML 1.2.2 section 10.3).
std::optional<Value> read_by_yaml(const std::string& word) {
  if (word == "true" || word == "True" || word == "TRUE") return Value(true);
  if (word == "false" || word == "False" || word == "FALSE") return Value(false);
  if (const auto integer = schema::parse_integer(word)) return Value(*integer);
  if (const auto number = schema::parse_number(word)) return Value(*number);
  return std::nullopt;
}

class SchemaMaker {
 public:
  SchemaMaker(const Schema& schema, Language language) : schema_(schema), language_(language) {}

  std::unique_ptr<Dict> of_kind(const Kind& kind) const {
    auto made = std::make_unique<Dict>();
    made->set("title", text(kind.label_one));
    add_fields(*made, kind.fields);
    if (const auto slug = kind.role(Role::slug)) require_slug(*made, kind, *slug);
    return made;
  }

 private:
  void add_fields(Dict& made, const std::vector<Field>& fields) const {
    auto properties = std::make_unique<Dict>();
    std::vector<Value> required;
    for (const Field& field : fields) {
      const bool needed = schema::is_required(field);
      properties->set(field.name, of_field(field, !needed));
      if (needed) required.push_back(text(field.name));
    }
    made.set("type", text("object"));
    made.set("properties", Value::adopt(properties.release()));
    if (!required.empty()) made.set("required", Value::list(std::move(required)));
    made.set("additionalProperties", Value(false));
  }

  // What gives an entry its slug is held to the form of one, whatever its field says.
  static void require_slug(Dict& made, const Kind& kind, std::size_t slug) {
    Value form = make_dict({{"maxLength", Value(80)}, {"pattern", text(whole(slug_form()))}});
    made.set("allOf",
             Value::list({make_dict({{"properties", make_dict({{kind.fields[slug].name, std::move(form)}})}})}));
  }

  /// `leavable`: the key may be there without a value, as if it were not.
  Value of_field(const Field& field, bool leavable) const {
    auto made = std::make_unique<Dict>();
    if (field.label != field.name || !field.help.empty()) made->set("title", text(field.label));
    const std::string words = words_for(field, schema_, language_);
    made->set("description", text(field.help.empty() ? words : field.help + " (" + words + ")"));
    if (!field.fallback.is_none()) made->set("default", field.fallback);
    add_type(*made, field, leavable);
    return Value::adopt(made.release());
  }

  // A new type needs its schema here, which the compiler sees to.
  void add_type(Dict& made, const Field& field, bool leavable) const {
    switch (field.type) {
      case FieldType::string:
      case FieldType::text:
      case FieldType::markdown: return add_text(made, field, leavable);
      case FieldType::boolean: return add_choices(made, {text("ja"), text("nee"), Value(true), Value(false)}, leavable);
      case FieldType::integer: return add_number(made, field, {text("integer")}, leavable);
      case FieldType::number: return add_number(made, field, {text("number")}, leavable);
      case FieldType::date: made.set("format", text("date")); return add_form(made, field, leavable);
      case FieldType::enumeration: return add_values(made, field, leavable);
      case FieldType::url: made.set("format", text("iri")); return add_address(made, 2000, field, leavable);
      case FieldType::email: made.set("format", text("idn-email")); return add_address(made, 254, field, leavable);
      // Digits alone are a number to YAML, which has no zeros before it.
      case FieldType::orcid: return add_digits(made, kFirstOrcid, kLastOrcid, field, leavable);
      case FieldType::isbn: return add_digits(made, kFirstIsbn, kLastIsbn, field, leavable);
      case FieldType::money:
        add_form(made, field, leavable);
        return add_number(made, field, {text("string"), text("number")}, leavable);
      case FieldType::geo:
        add_fields(made, field.fields);
        add_form(made, field, leavable);
        return set_type(made, {text("object"), text("string")}, leavable);
      case FieldType::reference: return add_reference(made, field, leavable);
      case FieldType::list: return add_list(made, field, leavable);
      case FieldType::object: return add_object(made, field, leavable);
      case FieldType::map: return add_map(made, field, leavable);
      case FieldType::citations: return add_sources(made, field, leavable);
      case FieldType::datetime:
      case FieldType::doi:
      case FieldType::duration:
      case FieldType::image:
      case FieldType::file: return add_form(made, field, leavable);
    }
  }

  static void set_type(Dict& made, std::vector<Value> types, bool leavable) {
    if (leavable) types.push_back(text("null"));
    made.set("type", types.size() == 1 ? types.front() : Value::list(std::move(types)));
  }

  void add_text(Dict& made, const Field& field, bool leavable) const {
    // What Katern reads as text may look like a number or a flag to YAML.
    set_type(made, {text("string"), text("number"), text("boolean")}, leavable);
    add_length(made, field, field.max);
    if (!field.pattern.empty()) {
      made.set("pattern", text(whole(field.pattern)));
      add_message(made, field);
    } else if (field.type == FieldType::string) {
      made.set("pattern", text("^[^\\n]*$"));
      add_message(made, field);
    }
  }

  static void add_length(Dict& made, const Field& field, std::optional<double> max) {
    const bool needed = schema::is_required(field);
    const double least = std::max(field.min.value_or(0), needed ? 1.0 : 0.0);
    if (least > 0) made.set("minLength", whole_number(std::ceil(least)));
    if (max) made.set("maxLength", whole_number(std::floor(*max)));
  }

  // https://code.visualstudio.com/docs/languages/json#_json-schemas-and-settings: what to say instead of the pattern.
  void add_message(Dict& made, const Field& field) const {
    const bool dutch = language_ == Language::dutch;
    made.set("patternErrorMessage",
             text((dutch ? "Hier hoort " : "This takes ") + words_for(field, schema_, language_) + "."));
  }

  void add_form(Dict& made, const Field& field, bool leavable) const {
    set_type(made, {text("string")}, leavable);
    made.set("pattern", text(whole(typed_form(field))));
    add_message(made, field);
  }

  void add_address(Dict& made, double most, const Field& field, bool leavable) const {
    add_form(made, field, leavable);
    add_length(made, field, std::min(field.max.value_or(most), most));
    if (field.pattern.empty()) return;
    made.set("allOf", Value::list({make_dict({{"pattern", text(whole(field.pattern))}})}));
  }

  void add_choices(Dict& made, std::vector<Value> choices, bool leavable) const {
    if (leavable) choices.emplace_back();
    made.set("enum", Value::list(std::move(choices)));
  }

  void add_values(Dict& made, const Field& field, bool leavable) const {
    std::vector<Value> choices;
    for (const std::string& value : field.values) {
      choices.push_back(text(value));
      if (auto read = read_by_yaml(value)) choices.push_back(*std::move(read));
    }
    add_choices(made, std::move(choices), leavable);
  }

  static void add_number(Dict& made, const Field& field, std::vector<Value> types, bool leavable) {
    set_type(made, std::move(types), leavable);
    if (field.min) made.set("minimum", whole_number(*field.min));
    if (field.max) made.set("maximum", whole_number(*field.max));
  }

  void add_digits(Dict& made, std::int64_t first, std::int64_t last, const Field& field, bool leavable) const {
    add_form(made, field, leavable);
    set_type(made, {text("string"), text("integer")}, leavable);
    made.set("minimum", Value(first));
    made.set("maximum", Value(last));
  }

  /// Sources as CSL-JSON has them. What their names and dates may look like is left to Katern.
  static void add_sources(Dict& made, const Field& field, bool leavable) {
    auto properties = std::make_unique<Dict>();
    for (const std::string_view key : citations::keys()) properties->set(std::string(key), Value(true));
    std::vector<Value> types;
    for (const std::string_view type : citations::type_names()) types.push_back(text(type));
    properties->set("id", make_dict({{"type", Value::list({text("string"), text("integer")})},
                                     {"pattern", text(whole(citation_key_form()))}}));
    properties->set("type", make_dict({{"enum", Value::list(std::move(types))}}));
    properties->set("status", make_dict({{"type", Value::list({text("string"), text("null")})},
                                         {"pattern", text(whole(any_case(citations::state_words())))}}));
    for (const auto& [key, type] : {std::pair{"DOI", FieldType::doi}, {"URL", FieldType::url}}) {
      Field one;
      one.type = type;
      properties->set(key, make_dict({{"type", Value::list({text("string"), text("null")})},
                                      {"pattern", text(whole(typed_form(one)))}}));
    }
    const Value words = Value::list({text("string"), text("number"), text("boolean")});
    properties->set("title", make_dict({{"type", words}, {"minLength", Value(1)}}));
    set_type(made, {text("array")}, leavable);
    made.set("items", make_dict({{"type", text("object")},
                                 {"properties", Value::adopt(properties.release())},
                                 {"required", Value::list({text("id"), text("type"), text("title")})},
                                 {"additionalProperties", Value(false)}}));
    add_count(made, field);
  }

  // A slug of digits alone is a number to YAML.
  void add_reference(Dict& made, const Field& field, bool leavable) const {
    add_form(made, field, leavable);
    if (field.or_text) {
      set_type(made, {text("string"), text("number"), text("boolean")}, leavable);
      if (field.max) made.set("maxLength", whole_number(std::floor(*field.max)));
    } else {
      set_type(made, {text("string"), text("integer")}, leavable);
      made.set("minimum", Value(0));
    }
  }

  void add_list(Dict& made, const Field& field, bool leavable) const {
    set_type(made, {text("array")}, leavable);
    if (field.items) {
      made.set("items", of_field(*field.items, false));
      const bool once = field.items->type == FieldType::reference || field.items->type == FieldType::enumeration;
      if (once) made.set("uniqueItems", Value(true));
    }
    add_count(made, field);
  }

  static void add_count(Dict& made, const Field& field) {
    if (field.min) made.set("minItems", whole_number(std::ceil(*field.min)));
    if (field.max) made.set("maxItems", whole_number(std::floor(*field.max)));
  }

  void add_object(Dict& made, const Field& field, bool leavable) const {
    add_fields(made, field.fields);
    set_type(made, {text("object")}, leavable);
  }

  void add_map(Dict& made, const Field& field, bool leavable) const {
    set_type(made, {text("object")}, leavable);
    const Value items = field.items ? of_field(*field.items, true) : Value(true);
    if (field.keys.empty()) {
      made.set("additionalProperties", items);
    } else {
      auto properties = std::make_unique<Dict>();
      for (const std::string& key : field.keys) properties->set(key, items);
      made.set("properties", Value::adopt(properties.release()));
      made.set("additionalProperties", Value(false));
    }
    if (field.min) made.set("minProperties", whole_number(std::ceil(*field.min)));
    if (field.max) made.set("maxProperties", whole_number(std::floor(*field.max)));
  }

  const Schema& schema_;
  Language language_;
};

void add_all(Dict& to, const Dict& from) {
  for (std::size_t i = 0; i < from.size(); ++i) to.set(from.key_at(i), from.value_at(i));
}

}  // namespace

Value json_schema(const Kind& kind, const Schema& schema, Language language) {
  auto document = std::make_unique<Dict>();
  document->set("$schema", text(kDialect));
  add_all(*document, *SchemaMaker(schema, language).of_kind(kind));
  return Value::adopt(document.release());
}

Value json_schema(const Schema& schema, Language language) {
  const SchemaMaker maker(schema, language);
  auto definitions = std::make_unique<Dict>();
  std::vector<Value> any;
  for (const auto& kind : schema.kinds()) {
    definitions->set(kind->name, Value::adopt(maker.of_kind(*kind).release()));
    any.push_back(make_dict({{"$ref", text("#/$defs/" + kind->name)}}));
  }
  return make_dict({{"$schema", text(kDialect)},
                    {"anyOf", Value::list(std::move(any))},
                    {"$defs", Value::adopt(definitions.release())}});
}

}  // namespace katern::guide
