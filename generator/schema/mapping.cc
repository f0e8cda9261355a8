#include "schema/mapping.h"

#include <algorithm>
#include <utility>

#include "schema/numbers.h"
#include "schema/places.h"
#include "text/words.h"

namespace katern::schema {

using parse::Node;

Mapping::Mapping(const Node& node, std::string_view file, Report& report) : node_(node), file_(file), report_(report) {
  if (node.kind != Node::Kind::mapping && !node.is_empty()) {
    report_.add(Diagnostic(Code::config_not_mapping, place_of(file, node)));
  }
}

const Node* Mapping::take(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  const Node::Member* member = node_.find(key);
  return member == nullptr || member->value.is_empty() ? nullptr : &member->value;
}

const Node* Mapping::require(std::string_view key, std::string_view example) {
  const Node* value = take(key);
  if (value == nullptr) {
    report_.add(Diagnostic(Code::config_key_missing, place()).with("key", key).with("example", example));
  }
  return value;
}

std::optional<std::string> Mapping::scalar(std::string_view key, const Node* node) {
  if (node == nullptr) return std::nullopt;
  if (node->kind == Node::Kind::scalar) return node->text;
  report_.add(Diagnostic(Code::config_not_text, place_of(file_, *node)).with("key", key));
  return std::nullopt;
}

std::optional<std::string> Mapping::text(std::string_view key) { return scalar(key, take(key)); }

std::string Mapping::text_or(std::string_view key, std::string_view fallback) {
  return text(key).value_or(std::string(fallback));
}

bool Mapping::flag(std::string_view key) {
  const Node* node = take(key);
  const auto text = scalar(key, node);
  if (!text || *text == "false" || *text == "nee") return false;
  if (*text == "true" || *text == "ja") return true;
  report_.add(Diagnostic(Code::config_not_flag, place_of(file_, *node)).with("key", key).with("value", shown(*text)));
  return false;
}

std::optional<double> Mapping::number(std::string_view key) {
  const Node* node = take(key);
  const auto text = scalar(key, node);
  if (!text) return std::nullopt;
  const auto number = parse_number(*text);
  if (!number) {
    report_.add(
        Diagnostic(Code::config_not_number, place_of(file_, *node)).with("key", key).with("value", shown(*text)));
  }
  return number;
}

std::optional<std::size_t> Mapping::count(std::string_view key) {
  const Node* node = take(key);
  const auto text = scalar(key, node);
  if (!text) return std::nullopt;
  const auto integer = parse_integer(*text);
  if (integer && *integer >= 0) return static_cast<std::size_t>(*integer);
  report_.add(Diagnostic(Code::config_not_number, place_of(file_, *node)).with("key", key).with("value", shown(*text)));
  return std::nullopt;
}

std::vector<const Node*> Mapping::texts(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return {};
  if (node->kind == Node::Kind::scalar) return {node};
  std::vector<const Node*> texts;
  if (node->kind == Node::Kind::mapping) {
    report_.add(Diagnostic(Code::config_not_list, place_of(file_, *node)).with("key", key));
  }
  for (const Node& item : node->items) {
    if (scalar(key, &item)) texts.push_back(&item);
  }
  return texts;
}

std::span<const Node> Mapping::items(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return {};
  if (node->kind == Node::Kind::sequence) return node->items;
  report_.add(Diagnostic(Code::config_not_list, place_of(file_, *node)).with("key", key));
  return {};
}

void Mapping::refuse_choice(std::string_view key, const Node& value, std::span<const std::string_view> choices) {
  const std::vector<std::string> names(choices.begin(), choices.end());
  report_.add(Diagnostic(Code::config_choice_unknown, place_of(file_, value))
                  .with("key", key)
                  .with("value", shown(value.text))
                  .with("choices", joined(names))
                  .suggest(text::nearest(value.text, names).value_or("")));
}

void Mapping::finish() {
  for (const Node::Member& member : node_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    report_.add(Diagnostic(Code::config_key_unknown, place_of_key(file_, member))
                    .with("key", shown(member.key))
                    .with("choices", joined(known_))
                    .suggest(text::nearest(member.key, known_).value_or("")));
  }
}

Place Mapping::place() const { return {std::string(file_), node_.at, 0}; }

}  // namespace katern::schema
