#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "citations/item.h"
#include "diagnostics/place.h"
#include "parse/body.h"
#include "schema/kind.h"
#include "value/shaped.h"

namespace katern::schema {

/// Instead of the index of a field: in the data of a component, not in front matter.
inline constexpr std::size_t kNoField = static_cast<std::size_t>(-1);

/// A reference as an entry makes it, to be resolved by the model.
struct Reference {
  const Field* field = nullptr;
  std::string slug;  ///< as written
  Position at;
  Value* value = nullptr;             ///< inside the record's data: where the target goes; the text until then
  List* list = nullptr;               ///< the list that it is an item of, if any: an item without a target is taken out
  const Field* list_field = nullptr;  ///< declares that list
  std::size_t top_field = 0;          ///< index into Kind::fields of the field that it stands in, at any depth
  const Shaped* holder = nullptr;     ///< the object that it stands in; null: the entry itself
  bool is_text = false;               ///< a name in free text, which refers to nothing
};

/// A picture or file as an entry names it in its front matter, to be resolved by the model.
struct Attachment {
  const Field* field = nullptr;
  std::string path;  ///< relative to the site's root, normalised; inside content/
  Position at;
  Value* value = nullptr;
};

/// A field of type markdown. Its value is the HTML; where the body has holes, whoever knows the URLs of the whole site
/// replaces it by the HTML with its holes filled.
struct MarkdownField {
  const Field* field = nullptr;
  Position at;
  parse::Body body;  ///< without the HTML when there is no hole to fill
  Value* value = nullptr;
};

/// An object in front matter whose declaration has rules. They see its own fields, then what the entry's rules see.
struct RuledObject {
  const Field* type = nullptr;  ///< holds the rules
  const Shaped* data = nullptr;
  Position at;
  std::vector<Position> positions;  ///< by type->fields; line 0 when it was left out
};

/// A list of plain values that a rule looks at one by one, and where each of them stands.
struct ItemisedList {
  List* list = nullptr;
  std::vector<Position> at;  ///< by item of the list
};

/// What a field of type citations holds: the sources that an entry may cite.
struct CitedSources {
  std::vector<citations::Item> items;
  std::vector<Position> at;  ///< by item: where its id stands
};

/// An entry whose front matter was found good: values of the types that its kind declares.
struct Record {
  const Kind* kind = nullptr;
  std::string path;                 ///< content/berichten/x.md
  std::string slug;                 ///< the slug field, or else made from the title
  std::unique_ptr<Shaped> data;     ///< by the kind's shape; lent to everybody else
  std::vector<Position> positions;  ///< by field: where its value stands; line 0 when it was left out
  std::vector<Reference> references;
  std::vector<Attachment> attachments;
  std::vector<MarkdownField> markdown_fields;
  std::vector<RuledObject> ruled_objects;
  std::vector<ItemisedList> itemised_lists;
  CitedSources sources;  ///< of the kind's field of type citations; empty where it has none
  parse::Body body;
  bool incomplete = false;        ///< set by the model: a reference of it found nothing, so rules could not be trusted
  std::vector<Value> components;  ///< by body.components: the data by the component's declared fields; none: not good
};

}  // namespace katern::schema
