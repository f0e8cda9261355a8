#include "guide/reference.h"

#include <string>
#include <utility>
#include <vector>

#include "guide/field_words.h"
#include "schema/needed_fields.h"
#include "schema/scalar.h"
#include "value/dict.h"

namespace katern::guide {
namespace {

using schema::Field;
using schema::FieldType;
using schema::Kind;
using schema::Schema;

// The depth of recursion is that of the declarations, which the YAML parser bounds.
class ReferenceMaker {
 public:
  ReferenceMaker(const Schema& schema, Language language) : schema_(schema), language_(language) {}

  Value of_kind(const Kind& kind) const {
    return make_dict({{"name", Value::string(kind.name)},
                      {"label_one", Value::string(kind.label_one)},
                      {"label_many", Value::string(kind.label_many)},
                      {"folder", Value::string("content/" + kind.folder)},
                      {"url", main_url(kind)},
                      {"fields", of_fields(kind.fields, {})}});
  }

 private:
  static Value main_url(const Kind& kind) {
    const schema::Listing* main = kind.main_listing();
    return main == nullptr ? Value() : Value::string(main->url);
  }

  Value of_fields(const std::vector<Field>& fields, const std::string& parent) const {
    std::vector<Value> values;
    for (const Field& field : fields) values.push_back(of_field(field, parent));
    return Value::list(std::move(values));
  }

  Value of_field(const Field& field, const std::string& parent) const {
    const std::string path = parent.empty() ? field.name : parent + "." + field.name;
    return make_dict({{"name", Value::string(field.name)},
                      {"path", Value::string(path)},
                      {"label", Value::string(field.label)},
                      {"help", Value::string(field.help)},
                      {"type", Value::string(name_of(field.type))},
                      {"takes", Value::string(words_for(field, schema_, language_))},
                      {"required", Value(schema::is_required(field))},
                      {"example", Value::string(schema::example_of(field))},
                      {"fields", of_fields(inside(field), path)}});
  }

  static const std::vector<Field>& inside(const Field& field) {
    const Field* object = &field;
    while (object->items) object = object->items.get();
    return object->fields;
  }

  const Schema& schema_;
  Language language_;
};

}  // namespace

Value reference(const Schema& schema, Language language) {
  const ReferenceMaker maker(schema, language);
  std::vector<Value> kinds;
  for (const auto& kind : schema.kinds()) kinds.push_back(maker.of_kind(*kind));
  return Value::list(std::move(kinds));
}

Value reference(const Kind& kind, const Schema& schema, Language language) {
  return Value::list({ReferenceMaker(schema, language).of_kind(kind)});
}

}  // namespace katern::guide
