#include "schema/object_reader.h"

#include <algorithm>
#include <memory>
#include <unordered_set>
#include <utility>

#include "citations/csl.h"
#include "files/path.h"
#include "schema/comma_mistakes.h"
#include "schema/findings.h"
#include "schema/list_mistakes.h"
#include "schema/numbers.h"
#include "schema/places.h"
#include "schema/scalar.h"
#include "schema/source_reader.h"
#include "text/words.h"

namespace katern::schema {

using parse::Node;

namespace {

constexpr std::string_view kContent = "content/";

std::size_t index_of(const Node& mapping, std::string_view key) {
  const auto found = std::find_if(mapping.members.begin(), mapping.members.end(),
                                  [&](const Node::Member& member) { return member.key == key; });
  return static_cast<std::size_t>(found - mapping.members.begin());
}

std::vector<std::string> names_of(const std::vector<Field>& fields) {
  std::vector<std::string> names;
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

/// The first item of a list without dashes, or with dashes that have no space after them.
std::string first_word(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return shown(text.substr(0, text.find_first_of(" \n")));
}

}  // namespace

Diagnostic ObjectReader::about(Code code, const Field& field, const Node& node) const {
  return Diagnostic(code, place_of(file_, node)).with("field", field.name);
}

Position ObjectReader::read_field(const Field& field, const Node& mapping, const LineStart& before, Value& slot) {
  const std::size_t index = index_of(mapping, field.name);
  const bool there = index < mapping.members.size();
  const bool empty =
      there && mapping.members[index].value.kind == Node::Kind::scalar && mapping.members[index].value.text.empty();
  if (!there || mapping.members[index].value.is_empty() || (empty && field.required)) {
    slot = field.fallback.borrow();
    if (!field.required || !field.fallback.is_none()) return {};
    const Place place = there ? place_of_key(file_, mapping.members[index]) : Place{std::string(file_), mapping.at, 0};
    report_.add(Diagnostic(there ? Code::field_empty : Code::field_missing, place)
                    .with("field", field.name)
                    .with("example", example_of(field)));
    return {};
  }
  const Node::Member& member = mapping.members[index];
  key_line_ = member.key_at.line;
  read_value(field, member.value, LineStart::of_member(before, mapping, index), slot, {});
  return member.value.at;
}

void ObjectReader::read_value(const Field& field, const Node& node, const LineStart& line, Value& slot, ListOf list) {
  switch (field.type) {
    case FieldType::list: read_list(field, node, key_line_, line, slot); return;
    case FieldType::object:
      if (list.field == nullptr || node.kind == Node::Kind::mapping) return read_object(field, node, line, slot);
      return ListMistakes(file_, options_.zone, report_).refuse_plain(*list.field, node, line);
    case FieldType::map: read_map(field, node, slot); return;
    case FieldType::geo:
      if (node.kind == Node::Kind::mapping) return read_object(field, node, line, slot);
      break;
    case FieldType::citations: read_sources(field, node, slot); return;
    default: break;
  }
  if (node.kind != Node::Kind::scalar) {
    if (CommaMistakes(file_, options_.zone, report_).is_cut_number(field, node)) return;
    const Field& shown_as = list.field != nullptr ? *list.field : field;
    report_.add(about(Code::field_not_text, field, node).with("example", example_of(shown_as)));
    return;
  }
  switch (field.type) {
    case FieldType::markdown: read_markdown(field, node, slot); break;
    case FieldType::image:
    case FieldType::file: read_path(field, node, slot); break;
    default: read_text(field, node, line, slot, list); break;
  }
}

void ObjectReader::read_text(const Field& field, const Node& node, const LineStart& line, Value& slot, ListOf list) {
  auto value = read_scalar(field, node.text, options_.zone);
  if (!value) {
    report_.add(ListMistakes(file_, options_.zone, report_).unfit(value.error(), field, node, line, list.field));
    return;
  }
  slot = *std::move(value);
  if (field.type != FieldType::reference) return;
  const bool is_text = !is_reference(field, node.text);
  unresolved_.references.push_back(
      {&field, node.text, node.at, &slot, list.list, list.field, top_field_, holder_, is_text});
}

void ObjectReader::read_list(const Field& field, const Node& node, std::uint32_t key_line, const LineStart& line,
                             Value& slot) {
  if (!field.items) return;
  if (node.kind == Node::Kind::mapping) {
    report_.add(about(Code::field_list_without_dash, field, node)
                    .with("example", node.members.empty() ? "- …" : "- " + node.members.front().key + ": …"));
    return;
  }
  if (node.kind == Node::Kind::scalar && !node.quoted && node.at.line > key_line) {
    // Lines without a dash, of which YAML makes one text: where they end is not known any more.
    const std::string first = "- " + first_word(node.text);
    const bool whole_line = node.text.find(' ') == node.text.npos || field.items->type == FieldType::reference;
    report_.add(about(Code::field_list_without_dash, field, node)
                    .with("example", first)
                    .mend(whole_line ? std::string(node.at.column - 1, ' ') + first : ""));
    return;
  }
  if (node.kind == Node::Kind::scalar) {
    const std::string items = items_in(*field.items, node.text, options_.zone);
    report_.add(about(Code::field_not_list, field, node)
                    .with("example", field.name + ": [" + shown(items) + "]")
                    .mend(line.with_list(items)));
    return;
  }
  refuse_doubled(field, node);
  CommaMistakes(file_, options_.zone, report_).in_numbers(field, node);
  // Sized before anything points into it.
  auto items = std::make_unique<List>(std::vector<Value>(node.items.size()));
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node& item = node.items[i];
    if (item.is_empty()) {
      report_.add(about(Code::field_item_empty, field, item));
      continue;
    }
    key_line_ = item.at.line;
    const LineStart start = LineStart::of_item(node, i, key_line);
    if (ListMistakes(file_, options_.zone, report_).lack_dashes(field, item, start)) continue;
    read_value(*field.items, item, start, items->items[i], {items.get(), &field});
  }
  check_count(field, node, node.items.size());
  if (field.has_item_rules) {
    ItemisedList& itemised = unresolved_.itemised_lists.emplace_back();
    itemised.list = items.get();
    for (const Node& item : node.items) itemised.at.push_back(item.at);
  }
  slot = Value::adopt(items.release());
}

// What is chosen or referred to twice is there once.
void ObjectReader::refuse_doubled(const Field& field, const Node& node) {
  if (field.items->type != FieldType::reference && field.items->type != FieldType::enumeration) return;
  std::unordered_set<std::string_view> seen;
  for (const Node& item : node.items) {
    if (item.kind != Node::Kind::scalar || item.is_empty() || seen.insert(item.text).second) continue;
    report_.add(about(Code::field_item_doubled, field, item).with("value", shown(item.text)));
  }
}

bool ObjectReader::is_mapping(const Field& field, const Node& node) {
  if (node.kind == Node::Kind::mapping) return true;
  report_.add(about(Code::field_not_group, field, node).with("example", example_of(field)));
  return false;
}

void ObjectReader::read_object(const Field& object, const Node& node, const LineStart& before, Value& slot) {
  if (!object.shape || !is_mapping(object, node)) return;
  auto data = std::make_unique<Shaped>(object.shape);
  const std::vector<std::string> names = names_of(object.fields);
  std::vector<std::string> misspelt;  // fields that are there in a way
  for (const Node::Member& member : node.members) {
    if (object.shape->slot_of(Name(member.key))) continue;
    const std::string meant = text::nearest(member.key, names).value_or("");
    if (node.find(meant) == nullptr) misspelt.push_back(meant);
    report_.add(
        Diagnostic(Code::field_unknown, place_of_key(file_, member)).with("field", shown(member.key)).suggest(meant));
  }
  RuledObject ruled{&object, data.get(), node.at, {}};
  const Shaped* outer = std::exchange(holder_, data.get());
  for (std::size_t i = 0; i < object.fields.size(); ++i) {
    const bool skip = std::find(misspelt.begin(), misspelt.end(), names[i]) != misspelt.end();
    ruled.positions.push_back(skip ? Position{} : read_field(object.fields[i], node, before, data->slot(i)));
  }
  holder_ = outer;
  if (!object.rules.empty()) unresolved_.ruled_objects.push_back(std::move(ruled));
  slot = Value::adopt(data.release());
}

void ObjectReader::read_map(const Field& field, const Node& node, Value& slot) {
  if (!field.items || !is_mapping(field, node)) return;
  std::shared_ptr<const Shape> shape = field.shape;
  if (!shape) {
    auto own = std::make_shared<Shape>();
    for (const Node::Member& member : node.members) own->add(member.key);
    shape = std::move(own);
  }
  auto data = std::make_unique<Shaped>(shape);
  for (std::size_t i = 0; i < node.members.size(); ++i) {
    const Node::Member& member = node.members[i];
    const auto place = shape->slot_of(Name(member.key));
    if (!place) {
      report_.add(Diagnostic(Code::field_map_key_unknown, place_of_key(file_, member))
                      .with("field", field.name)
                      .with("key", shown(member.key))
                      .with("choices", joined(field.keys))
                      .suggest(text::nearest(member.key, field.keys).value_or("")));
      continue;
    }
    if (member.value.is_empty()) continue;
    key_line_ = member.key_at.line;
    read_value(*field.items, member.value, LineStart::of_member({}, node, i), data->slot(*place), {});
  }
  check_count(field, node, node.members.size());
  slot = Value::adopt(data.release());
}

void ObjectReader::check_count(const Field& field, const Node& node, std::size_t count) {
  const auto given = static_cast<double>(count);
  const bool few = field.min && given < *field.min;
  if (!few && !(field.max && given > *field.max)) return;
  report_.add(about(few ? Code::field_items_few : Code::field_items_many, field, node)
                  .with("given", to_text(given))
                  .with("limit", to_text(few ? *field.min : *field.max)));
}

void ObjectReader::read_markdown(const Field& field, const Node& node, Value& slot) {
  if (auto checked = read_scalar(field, node.text, options_.zone); !checked) {
    report_.add(finding(checked.error(), field, node.text, place_of(file_, node)));
    return;
  }
  // The text of a block begins on the line below its indicator.
  const bool block = node.quoted && node.text.find('\n') != std::string::npos;
  MarkdownField read{&field, node.at, {}, &slot};
  // A component is known as one only to be refused.
  parse::MarkdownOptions markdown = options_.markdown;
  markdown.id_prefix = id_prefix(field);
  for (const ComponentType& component : options_.components) markdown.components.push_back(component.name);
  read.body = parse::parse_markdown(node.text, file_, report_, node.at.line + (block ? 1 : 0), markdown);
  slot = Value::markup(read.body.html);
  if (!read.body.components.empty()) report_.add(about(Code::field_component_in_text, field, node));
  if (read.body.holes.empty()) read.body.html = std::string();
  unresolved_.markdown_fields.push_back(std::move(read));
}

// "transcript_", and for the second field of that name, in a list, "tekst-2_". No heading's own id has a low line, and
// no field's name a hyphen.
std::string ObjectReader::id_prefix(const Field& field) {
  const unsigned number = ++texts_[field.name];
  return number == 1 ? field.name + '_' : field.name + '-' + std::to_string(number) + '_';
}

void ObjectReader::read_sources(const Field& field, const Node& node, Value& slot) {
  unresolved_.sources = schema::read_sources(field, node, file_, report_);
  check_count(field, node, unresolved_.sources.items.size());
  std::vector<Value> items;
  for (const citations::Item& item : unresolved_.sources.items) items.push_back(citations::to_value(item));
  slot = Value::list(std::move(items));
}

void ObjectReader::read_path(const Field& field, const Node& node, Value& slot) {
  auto path = files::join_relative(file_, node.text);
  if (!path || !path->starts_with(kContent)) {
    report_.add(about(Code::field_path_outside, field, node)
                    .with("value", shown(node.text))
                    .with("example", example_of(field)));
    return;
  }
  slot = Value::string(*path);
  unresolved_.attachments.push_back({&field, *std::move(path), node.at, &slot});
}

}  // namespace katern::schema
