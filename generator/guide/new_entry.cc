#include "guide/new_entry.h"

#include <algorithm>
#include <utility>

#include "guide/field_words.h"
#include "schema/mended_line.h"
#include "schema/scalar.h"
#include "text/words.h"

namespace katern::guide {
namespace {

using schema::Field;
using schema::FieldType;
using schema::Kind;
using schema::Role;
using schema::Schema;

bool is_needed(const Field& field) { return (field.required && field.fallback.is_none()) || field.ask; }

// The fields to fill in inside an object. One without any is begun with its first.
std::vector<const Field*> needed_inside(const Field& object) {
  std::vector<const Field*> needed;
  for (const Field& field : object.fields) {
    if (is_needed(field)) needed.push_back(&field);
  }
  if (needed.empty() && !object.fields.empty()) needed.push_back(&object.fields.front());
  return needed;
}

class Draft {
 public:
  Draft(const Kind& kind, const Schema& schema, Language language)
      : kind_(kind), schema_(schema), language_(language), dutch_(language == Language::dutch) {}

  NewEntry make(std::string_view title, Date today) && {
    const std::string line = text::collapse_spaces(title);
    if (const std::string slug = text::slugify(line); !slug.empty()) {
      entry_.path = "content/" + kind_.folder + "/" + slug + ".md";
    }
    entry_.text = "---\n";
    std::vector<const Field*> others;
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
      const Field& field = kind_.fields[i];
      if (kind_.role(Role::title) == i) {
        entry_.text += field.name + ": " + schema::yaml_scalar(line) + "\n";
      } else if (kind_.role(Role::date) == i && field.type == FieldType::date) {
        entry_.text += field.name + ": " + iso(today) + "\n";
      } else if (is_needed(field)) {
        add_needed(field, "", "", field.name);
      } else {
        others.push_back(&field);
      }
    }
    add_others(others);
    entry_.text += "---\n";
    return std::move(entry_);
  }

 private:
  std::string say(std::string_view dutch, std::string_view english) const {
    return std::string(dutch_ ? dutch : english);
  }

  /// "Status: kies uit: actief of beëindigd. Hoe het ermee staat."
  std::string told(const Field& field) const {
    std::string text = field.label + ": " + words_for(field, schema_, language_) + ".";
    if (!field.help.empty()) text += " " + field.help;
    return text::collapse_spaces(text);
  }

  /// `indent`: before the lines of the field, but for its key, which has `before`: the same, or a dash.
  void add_needed(const Field& field, const std::string& indent, const std::string& before, const std::string& path) {
    entry_.text += indent + say("# Vul in – ", "# Fill in – ") + told(field) + "\n";
    const std::string start = before.empty() ? indent : before;
    if (field.type == FieldType::map && field.items && !field.keys.empty()) {
      entry_.text += start + field.name + ":\n";
      for (const std::string& key : field.keys) add_needed_key(*field.items, key, indent + "  ", path + "." + key);
      return;
    }
    const Field* object = &field;
    if (field.type == FieldType::list && field.items) object = field.items.get();
    if (object->type != FieldType::object || object->fields.empty()) {
      // An example shows the form of what is more than one plain text.
      if (object != &field || field.type == FieldType::map) {
        entry_.text += indent + say("# Bijvoorbeeld: ", "# For example: ") + schema::example_of(field) + "\n";
      }
      entry_.text += start + field.name + ":\n";
      entry_.to_fill.push_back(path);
      return;
    }
    entry_.text += start + field.name + ":\n";
    const bool listed = object != &field;
    const std::string inner = indent + (listed ? "    " : "  ");
    bool first = true;
    for (const Field* part : needed_inside(*object)) {
      add_needed(*part, inner, listed && first ? indent + "  - " : std::string(), path + "." + part->name);
      first = false;
    }
  }

  /// A key of a map, whose values are of one type.
  void add_needed_key(const Field& item, const std::string& key, const std::string& indent, const std::string& path) {
    entry_.text += indent + schema::yaml_scalar(key) + ":\n";
    if (item.type != FieldType::object || item.fields.empty()) return entry_.to_fill.push_back(path);
    for (const Field* part : needed_inside(item)) add_needed(*part, indent + "  ", "", path + "." + part->name);
  }

  void add_others(const std::vector<const Field*>& fields) {
    if (fields.empty()) return;
    entry_.text +=
        say("\n# Wat hieronder staat, mag je weglaten. Haal het hekje voor een regel weg om hem te gebruiken.\n",
            "\n# What stands below may be left out. Take away the # before a line to use it.\n");
    for (const Field* field : fields) {
      entry_.text += "\n# " + told(*field) + "\n#" + example(*field) + "\n";
    }
  }

  static std::string example(const Field& field) {
    if (field.fallback.is_boolean()) return field.name + ": " + (field.fallback.as_boolean() ? "ja" : "nee");
    if (field.fallback.is_string()) return field.name + ": " + schema::yaml_scalar(field.fallback.as_string());
    return schema::example_of(field);
  }

  const Kind& kind_;
  const Schema& schema_;
  Language language_;
  bool dutch_;
  NewEntry entry_;
};

}  // namespace

NewEntry new_entry(const Kind& kind, const Schema& schema, std::string_view title, Date today, Language language) {
  return Draft(kind, schema, language).make(title, today);
}

}  // namespace katern::guide
