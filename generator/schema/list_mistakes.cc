#include "schema/list_mistakes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "schema/findings.h"
#include "schema/places.h"
#include "schema/scalar.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using parse::Node;
using Texts = std::vector<std::string>;

Texts split(std::string_view text, std::string_view separators) {
  Texts parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, from), text.size());
    std::string part = text::collapse_spaces(text.substr(from, end - from));
    if (!part.empty()) parts.push_back(std::move(part));
    from = end + 1;
  }
  return parts;
}

bool is_name(const Field& item, std::string_view text) {
  if (item.type == FieldType::reference) return is_reference(item, text);
  return std::find(item.values.begin(), item.values.end(), text) != item.values.end();
}

bool holds_names(const Field& item) { return item.type == FieldType::enumeration || item.type == FieldType::reference; }

bool all_names(const Field& item, const Texts& parts) {
  return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return is_name(item, part); });
}

/// The text, or what it should be where that is clear.
std::string mended(const Field& field, std::string_view text, std::string_view zone) {
  const auto value = read_scalar(field, text, zone);
  return value || value.error().mended.empty() ? std::string(text) : value.error().mended;
}

std::string in_brackets(const Texts& items) {
  std::string all;
  for (const std::string& item : items) all.append(all.empty() ? "" : ", ").append(yaml_scalar(item, true));
  return all;
}

bool is_known(const LineStart& line) { return !line.with("-").empty(); }

/// Of a text on several lines.
std::string first_line(const Node& node) {
  std::size_t below = 0;
  for (const Node& line : node.items) below += line.text.size() + 1;
  return text::collapse_spaces(
      std::string_view(node.text).substr(0, node.text.size() - std::min(below, node.text.size())));
}

/// What to change where the line is not known but for the text on it.
Diagnostic corrected(Diagnostic found, const Node& node, const std::string& meant) {
  const bool quotes = node.quoted && meant.find_first_of("\"'\\[]{},") != meant.npos;
  if (meant.empty() || quotes || !node.items.empty() || node.text.find('\n') != node.text.npos) return found;
  return std::move(found).correct(node.text, meant);
}

/// The one field that a group cannot do without, or its first where it can do without all.
const Field* field_asked(const Field& group) {
  const Field* asked = nullptr;
  for (const Field& field : group.fields) {
    if (field.required && std::exchange(asked, &field) != nullptr) return nullptr;
  }
  return asked == nullptr && !group.fields.empty() ? &group.fields.front() : asked;
}

/// What stands between the braces of the group that was meant.
std::optional<std::string> group_meant(const Field& group, const Node& node, std::string_view zone) {
  const Field* asked = field_asked(group);
  if (asked == nullptr || !is_scalar(asked->type) || node.kind != Node::Kind::scalar) return std::nullopt;
  const std::string value = mended(*asked, node.text, zone);
  if (!read_scalar(*asked, value, zone)) return std::nullopt;
  return asked->name + ": " + yaml_scalar(value, true);
}

}  // namespace

std::vector<std::string> several_items(const Field& item, std::string_view text) {
  if (!holds_names(item) || is_name(item, text)) return {};
  if (Texts parts = split(text, ";|"); parts.size() > 1) {
    // A title holds no semicolon.
    for (std::string& part : parts) {
      if (item.type == FieldType::reference && !is_name(item, part)) part = text::slugify(part);
    }
    if (all_names(item, parts)) return parts;
  }
  if (Texts parts = split(text, ",;|"); parts.size() > 1 && all_names(item, parts)) return parts;
  Texts parts = split(text, " \n");
  if (parts.size() < 2 || !all_names(item, parts)) return {};
  // A title in small letters has spaces too, but no name of an entry among its words.
  const bool name =
      std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.find('-') != part.npos; });
  return name || item.type == FieldType::enumeration ? parts : Texts();
}

std::string items_in(const Field& item, std::string_view text, std::string_view zone) {
  if (!holds_names(item) || item.or_text) return yaml_scalar(text, true);
  Texts items = several_items(item, text);
  // No name of an entry or of a choice holds a comma.
  if (items.empty()) items = split(text, ",");
  for (std::string& name : items) name = mended(item, name, zone);
  return in_brackets(items);
}

bool ListMistakes::lack_dashes(const Field& list, const Node& item, const LineStart& line) {
  const Field& field = *list.items;
  if (item.kind != Node::Kind::scalar || item.items.empty() || !holds_names(field) || !is_known(line)) return false;
  Texts parts{first_line(item)};
  for (const Node& below : item.items) parts.push_back(below.text);
  // A name in free text may go on below itself.
  if (read_scalar(field, item.text, zone_) && !(field.or_text && all_names(field, parts))) return false;
  for (const Node& below : item.items) {
    const std::string name = mended(field, below.text, zone_);
    report_.add(Diagnostic(Code::field_list_without_dash, place_of(file_, below))
                    .with("field", list.name)
                    .with("example", shown("- " + name))
                    .mend(line.with(name)));
  }
  return true;
}

void ListMistakes::refuse_plain(const Field& list, const Node& item, const LineStart& line) {
  const Field& group = *list.items;
  const auto meant = group_meant(group, item, zone_);
  std::string example = example_of(list);
  if (is_known(line)) {
    example = "- " + (meant ? "{" + *meant + "}" : example_value(group));
  } else if (meant) {
    example = list.name + ": [{" + *meant + "}]";
  }
  Diagnostic found =
      Diagnostic(Code::field_not_group, place_of(file_, item)).with("field", list.name).with("example", shown(example));
  if (meant && is_known(line)) {
    found.mended_line = line.with_group(*meant);
  } else if (meant && !item.quoted) {
    found = corrected(std::move(found), item, "{" + *meant + "}");
  }
  report_.add(std::move(found));
}

Diagnostic ListMistakes::unfit(const Misfit& wrong, const Field& field, const Node& node, const LineStart& line,
                               const Field* list) const {
  Diagnostic found = finding(wrong, field, node.text, place_of(file_, node));
  Texts meant;
  if (list != nullptr) meant = several_items(field, node.text);
  if (meant.empty() && !wrong.mended.empty()) meant.push_back(wrong.mended);
  if (list != nullptr && wrong.code == Code::field_not_reference) {
    const auto example = std::find_if(found.arguments.begin(), found.arguments.end(),
                                      [](const auto& argument) { return argument.name == "example"; });
    const std::string items = meant.empty() ? example_value(field) : in_brackets(meant);
    if (example != found.arguments.end())
      example->value =
          is_known(line) && meant.size() < 2 ? "- " + shown(items) : list->name + ": [" + shown(items) + "]";
  }
  if (!is_known(line))
    return corrected(std::move(found), node,
                     list != nullptr ? in_brackets(meant)
                     : meant.empty() ? ""
                                     : yaml_scalar(meant.front(), true));
  if (!node.items.empty()) return found;
  for (const std::string& item : meant)
    found.mended_line.append(found.mended_line.empty() ? "" : "\n").append(line.with(item));
  return found;
}

}  // namespace katern::schema
