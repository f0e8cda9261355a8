#include <algorithm>

#include "schema/field_loader.h"
#include "schema/mapping.h"
#include "schema/places.h"
#include "text/words.h"

namespace katern::schema {

using parse::Node;

void FieldLoader::load_values(Mapping& options, Field& field) const {
  field.values = load_choices(options, "values");
  const Node* values = options.take("values");
  const bool none = values == nullptr || (values->kind == Node::Kind::sequence && values->items.empty());
  if (none) report_.add(Diagnostic(Code::kind_values_missing, options.place()));
}

std::vector<std::string> FieldLoader::load_choices(Mapping& options, std::string_view key) const {
  const Node* node = options.take(key);
  if (node == nullptr) return {};
  if (node->kind == Node::Kind::scalar) return choices_from_data(*node);
  std::vector<std::string> choices;
  for (const Node* text : options.texts(key)) {
    if (std::find(choices.begin(), choices.end(), text->text) == choices.end()) {
      choices.push_back(text->text);
    } else {
      report_.add(Diagnostic(Code::kind_value_doubled, place_of(file_, *text))
                      .with("key", key)
                      .with("value", shown(text->text)));
    }
  }
  return choices;
}

std::vector<std::string> FieldLoader::choices_from_data(const Node& path) const {
  auto texts = data_.texts(path.text);
  if (texts && !texts->empty()) return *std::move(texts);
  const bool missing = !texts && texts.error() == DataFiles::Failure::missing;
  report_.add(Diagnostic(missing ? Code::kind_data_missing : Code::kind_data_not_texts, place_of(file_, path))
                  .with("path", shown(path.text))
                  .suggest(missing ? text::nearest(path.text, data_.paths()).value_or("") : ""));
  return {};
}

}  // namespace katern::schema
