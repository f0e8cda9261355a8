#include "guide/new_entry.h"

#include <algorithm>
#include <utility>

#include "guide/condition_words.h"
#include "guide/field_words.h"
#include "schema/findings.h"
#include "schema/mended_line.h"
#include "schema/named.h"
#include "schema/needed_fields.h"
#include "schema/scalar.h"
#include "templating/library.h"
#include "text/words.h"
#include "value/dict.h"

namespace katern::guide {
namespace {

using schema::Demand;
using schema::Field;
using schema::FieldType;
using schema::Kind;
using schema::Role;
using schema::Rule;
using schema::Schema;

// What a field to be filled in has, as far as rules can tell: something, and no choice in particular.
Value something(const Field&) { return Value::string("…"); }

// The fields to fill in inside an object. One without any is begun with its first.
std::vector<const Field*> needed_inside(const Field& object) {
  std::vector<const Field*> needed = schema::needed_fields(
      object.fields, object.rules, [](const Field& field) { return field.ask; }, something);
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
    const auto has_value = [&](const Field& field) { return is_title(field) || is_day(field); };
    needed_ = schema::needed_fields(
        kind_.fields, kind_.rules, [&](const Field& field) { return field.ask || has_value(field); }, something);
    for (const Field* field : needed_) {
      if (is_title(*field)) {
        entry_.text += field->name + ": " + schema::yaml_scalar(line) + "\n";
      } else if (is_day(*field)) {
        entry_.text += field->name + ": " + iso(today) + "\n";
      } else {
        add_needed(*field, "", "", field->name);
      }
      add_decided_by(field->name, "");
    }
    add_others();
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

  /// The rule that asks for a field that is not needed from the start; null where none does.
  const Rule* rule_for(const Field& field) const {
    const auto asks = [&](const Rule& rule) { return rule.demand == Demand::presence && rule.field == field.name; };
    const auto found = std::find_if(kind_.rules.begin(), kind_.rules.end(), asks);
    return found == kind_.rules.end() ? nullptr : &*found;
  }

  /// The field that decides whether another is asked for: the first that the rule's condition names, and rather one
  /// that is to be filled in. Empty where no field does.
  std::string decider_of(const Field& field) const {
    const Rule* rule = rule_for(field);
    if (rule == nullptr) return {};
    std::string decider;
    for (const std::string_view name : schema::named_in(rule->expression.text())) {
      const auto is_it = [&](const Field& other) { return other.name == name && other.name != field.name; };
      const auto found = std::find_if(kind_.fields.begin(), kind_.fields.end(), is_it);
      if (found == kind_.fields.end()) continue;
      if (is_there(*found)) return found->name;
      if (decider.empty()) decider = found->name;
    }
    return decider;
  }

  bool is_there(const Field& field) const {
    return std::find(needed_.begin(), needed_.end(), &field) != needed_.end() ||
           std::find(told_.begin(), told_.end(), &field) != told_.end();
  }

  /// As comments: the fields that are asked for by what this one holds, and so on from those.
  void add_decided_by(std::string_view name, std::string_view before) {
    for (const Field& field : kind_.fields) {
      if (!is_there(field) && decider_of(field) == name) add_comment(field, before);
    }
  }

  void add_comment(const Field& field, std::string_view before) {
    told_.push_back(&field);
    const Rule* rule = rule_for(field);
    const std::string when = rule ? condition_words(*rule, kind_.fields, language_) + " – " : std::string();
    entry_.text += std::string(before) + "# " + when + told(field) + "\n#" + example(field) + "\n";
    add_decided_by(field.name, before);
  }

  void add_others() {
    const auto is_other = [&](const Field& field) { return !is_there(field); };
    if (std::none_of(kind_.fields.begin(), kind_.fields.end(), is_other)) return;
    entry_.text +=
        say("\n# Wat hieronder staat, mag je weglaten. Haal het hekje voor een regel weg om hem te gebruiken.\n",
            "\n# What stands below may be left out. Take away the # before a line to use it.\n");
    // What another field decides on stands below that one; where fields decide on each other, the first goes first.
    for (const bool decided : {false, true}) {
      for (const Field& field : kind_.fields) {
        if (!is_there(field) && (decided || decider_of(field).empty())) add_comment(field, "\n");
      }
    }
  }

  bool is_title(const Field& field) const {
    const auto title = kind_.role(Role::title);
    return title && &field == &kind_.fields[*title];
  }
  bool is_day(const Field& field) const {
    const auto date = kind_.role(Role::date);
    return date && &field == &kind_.fields[*date] && field.type == FieldType::date;
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
  std::vector<const Field*> needed_;
  std::vector<const Field*> told_;  ///< as comments, so far
};

// Whether it can be judged by the title alone.
bool is_about(const Rule& rule, const Field& title) {
  const auto names = schema::named_in(rule.expression.text());
  return rule.demand == Demand::truth && !rule.each && rule.severity == Severity::error && !names.empty() &&
         std::all_of(names.begin(), names.end(), [&](std::string_view name) { return name == title.name; });
}

}  // namespace

NewEntry new_entry(const Kind& kind, const Schema& schema, std::string_view title, Date today, Language language) {
  return Draft(kind, schema, language).make(title, today);
}

std::optional<Diagnostic> refused_title(const Kind& kind, std::string_view title) {
  if (!kind.role(Role::title)) return {};
  const Field& field = kind.fields[*kind.role(Role::title)];
  const std::string line = text::collapse_spaces(title);
  const auto read = schema::read_scalar(field, line, {});
  if (!read) return schema::finding(read.error(), field, line, {});
  Dict values;
  values.set(field.name, Value::string(line));
  templating::Scope scope;
  scope.layers.push_back(Value::lend(values));
  for (const Rule& rule : kind.rules) {
    if (!is_about(rule, field)) continue;
    Report unused;
    const auto holds = rule.expression.evaluate(scope, {}, unused);
    if (!holds || holds->truthy() || !rule.message) continue;
    const auto message = rule.message->render(scope, {}, unused);
    const auto english = rule.message_en ? rule.message_en->render(scope, {}, unused) : message;
    if (!message || !english) continue;
    return Diagnostic(Code::rule_broken, {}).with("message", *message).with("message_en", *english);
  }
  return {};
}

}  // namespace katern::guide
