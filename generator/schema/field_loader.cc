#include "schema/field_loader.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "schema/findings.h"
#include "schema/mapping.h"
#include "schema/places.h"
#include "schema/scalar.h"
#include "schema/typed_texts.h"

namespace katern::schema {

using parse::Node;

namespace {

// What a place on the globe consists of.
std::vector<Field> degrees() {
  std::vector<Field> fields;
  for (const auto& [name, most] : {std::pair{"lat", 90.0}, std::pair{"lon", 180.0}}) {
    Field& field = fields.emplace_back();
    field.name = field.label = name;
    field.type = FieldType::number;
    field.required = true;
    field.min = -most;
    field.max = most;
  }
  return fields;
}

}  // namespace

bool is_name(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto other = [](char c) { return (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || other(c); });
}

std::shared_ptr<const Shape> shape_of(const std::vector<Field>& fields) {
  auto shape = std::make_shared<Shape>();
  for (const Field& field : fields) shape->add(field.name);
  return shape;
}

std::vector<Field> FieldLoader::load_all(const Node& node) const {
  std::vector<Field> fields;
  if (node.kind != Node::Kind::mapping) {
    report_.add(Diagnostic(Code::config_not_mapping, place_of(file_, node)));
    return fields;
  }
  for (const Node::Member& member : node.members) {
    if (!is_name(member.key)) {
      report_.add(Diagnostic(Code::config_name_invalid, place_of_key(file_, member)).with("value", shown(member.key)));
      continue;
    }
    fields.push_back(load(member.key, member.value, Stands::in_object));
    fields.back().at = member.key_at;
  }
  return fields;
}

Field FieldLoader::load(std::string_view name, const Node& node, Stands stands) const {
  Field field;
  field.name = name;
  field.at = node.at;
  Mapping options(node, file_, report_);
  field.label = options.text_or("label", name);
  field.help = options.text_or("help", "");
  field.required = options.flag("required");
  field.ask = options.flag("ask");
  // Compiled once all names are known. What a list holds has no key, so none that could be left out.
  if (expressions_ == Expressions::allowed && stands == Stands::in_object) {
    options.take("required_when");
    options.take("forbidden_when");
  }
  const Node* type = options.require("type", "type: string");
  if (type == nullptr) return field;
  const auto known = field_type(type->text);
  if (!known) {
    options.refuse_choice("type", *type, field_type_names());
    return field;
  }
  field.type = *known;
  load_type_options(options, field);
  load_fallback(options, field);
  options.finish();
  return field;
}

void FieldLoader::load_type_options(Mapping& options, Field& field) const {
  switch (field.type) {
    case FieldType::string:
    case FieldType::text:
    case FieldType::url:
    case FieldType::email:
      load_bounds(options, field);
      load_pattern(options, field);
      break;
    case FieldType::markdown:
    case FieldType::integer:
    case FieldType::number: load_bounds(options, field); break;
    case FieldType::date:
    case FieldType::datetime: load_day_bounds(options, field); break;
    case FieldType::enumeration: load_values(options, field); break;
    case FieldType::reference: load_reference(options, field); break;
    case FieldType::list:
      load_bounds(options, field);
      load_items(options, field);
      break;
    case FieldType::citations: load_bounds(options, field); break;
    case FieldType::object:
      load_fields(options, field);
      if (expressions_ == Expressions::allowed) options.take("rules");
      break;
    case FieldType::map:
      load_bounds(options, field);
      load_items(options, field);
      field.keys = load_choices(options, "keys");
      if (!field.keys.empty()) {
        auto shape = std::make_shared<Shape>();
        for (const std::string& key : field.keys) shape->add(key);
        field.shape = std::move(shape);
      }
      break;
    case FieldType::duration: load_quantity_bounds(options, field); break;
    case FieldType::money:
      load_currency(options, field);
      load_quantity_bounds(options, field);
      break;
    case FieldType::geo:
      field.fields = degrees();
      load_area(options, field);
      field.shape = shape_of(field.fields);
      break;
    case FieldType::boolean:
    case FieldType::doi:
    case FieldType::orcid:
    case FieldType::isbn:
    case FieldType::image:
    case FieldType::file: break;
  }
}

void FieldLoader::load_fields(Mapping& options, Field& field) const {
  if (const Node* fields = options.require("fields", "fields: {naam: {type: string}}")) {
    field.fields = load_all(*fields);
    if (fields->kind == Node::Kind::mapping && fields->members.empty()) {
      report_.add(Diagnostic(Code::kind_fields_missing, place_of(file_, *fields)));
    }
  }
  field.shape = shape_of(field.fields);
}

void FieldLoader::refuse_swapped(Mapping& options, const Field& field) const {
  if (!field.min || !field.max || *field.min <= *field.max) return;
  report_.add(Diagnostic(Code::config_bounds_swapped, options.place())
                  .with("min", *options.text("min"))
                  .with("max", *options.text("max")));
}

void FieldLoader::load_bounds(Mapping& options, Field& field) const {
  field.min = options.number("min");
  field.max = options.number("max");
  refuse_swapped(options, field);
}

void FieldLoader::load_quantity_bounds(Mapping& options, Field& field) const {
  const auto bound = [&](std::string_view key) -> std::optional<double> {
    const auto text = options.text(key);
    const auto quantity = text ? parse_bound(field, *text) : std::nullopt;
    if (text && !quantity) {
      report_.add(Diagnostic(Code::config_bound_unfit, place_of(file_, *options.take(key)))
                      .with("key", key)
                      .with("value", shown(*text))
                      .with("example", example_quantity(field)));
    }
    return quantity;
  };
  const auto min = bound("min");
  field.max = bound("max");
  field.min = min;
  refuse_swapped(options, field);
}

void FieldLoader::load_currency(Mapping& options, Field& field) const {
  const auto code = options.text("currency");
  if (!code) return;
  const bool fits =
      code->size() == 3 && std::all_of(code->begin(), code->end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (fits) {
    field.currency = *code;
    return;
  }
  report_.add(Diagnostic(Code::config_currency_invalid, place_of(file_, *options.take("currency")))
                  .with("value", shown(*code)));
}

void FieldLoader::load_day_bounds(Mapping& options, Field& field) const {
  const auto day = [&](std::string_view key) -> std::optional<double> {
    const auto text = options.text(key);
    if (!text) return std::nullopt;
    if (const auto date = parse_iso_date(*text)) return date->days;
    report_.add(Diagnostic(Code::config_not_date, place_of(file_, *options.take(key)))
                    .with("key", key)
                    .with("value", shown(*text)));
    return std::nullopt;
  };
  field.min = day("min");
  field.max = day("max");
  refuse_swapped(options, field);
}

void FieldLoader::load_pattern(Mapping& options, Field& field) const {
  field.pattern = options.text_or("pattern", "");
  field.pattern_help = options.text_or("pattern_help", "");
  if (field.pattern.empty()) return;
  if (auto pattern = text::Pattern::compile(field.pattern)) {
    field.matcher = std::make_shared<const text::Pattern>(*std::move(pattern));
    return;
  }
  report_.add(Diagnostic(Code::kind_pattern_invalid, place_of(file_, *options.take("pattern")))
                  .with("pattern", shown(field.pattern)));
}

void FieldLoader::load_reference(Mapping& options, Field& field) const {
  if (options.require("kind", "kind: persoon") != nullptr) {
    for (const Node* kind : options.texts("kind")) field.target_kinds.push_back(kind->text);
  }
  if (const Node* inverse = options.take("inverse")) load_inverse(*inverse, field.inverse);
  field.acyclic = options.flag("acyclic");
  field.or_text = options.flag("or_text");
  if (field.or_text) load_bounds(options, field);
}

void FieldLoader::load_inverse(const Node& node, InverseList& inverse) const {
  const Node* name = &node;
  if (node.kind != Node::Kind::scalar) {
    Mapping options(node, file_, report_);
    name = options.require("name", "name: berichten");
    for (const Node* with : options.texts("with")) inverse.with.push_back(with->text);
    for (const Node* key : options.texts("sort")) inverse.order.push_back(key->text);
    options.finish();
  }
  if (name == nullptr) return;
  inverse.name = name->text;
  if (is_name(inverse.name)) return;
  report_.add(Diagnostic(Code::config_name_invalid, place_of(file_, *name)).with("value", shown(inverse.name)));
  inverse.name.clear();
}

void FieldLoader::load_items(Mapping& options, Field& field) const {
  const Node* of = options.require("of", "of: {type: string}");
  if (of == nullptr) return;
  field.items = std::make_unique<Field>(load(field.name, *of, Stands::in_list));
}

void FieldLoader::load_fallback(Mapping& options, Field& field) const {
  const Node* node = options.take("default");
  if (node == nullptr) return;
  const bool plain = is_scalar(field.type) && field.type != FieldType::markdown && field.type != FieldType::reference &&
                     field.type != FieldType::image && field.type != FieldType::file;
  if (!plain) {
    report_.add(Diagnostic(Code::kind_default_unfit, place_of(file_, *node)).with("type", name_of(field.type)));
    return;
  }
  const auto text = options.text("default");
  if (!text) return;
  auto value = read_scalar(field, *text, zone_);
  if (value) {
    field.fallback = *std::move(value);
  } else {
    report_.add(finding(value.error(), field, *text, place_of(file_, *node)));
  }
}

}  // namespace katern::schema
