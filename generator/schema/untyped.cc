#include <memory>
#include <utility>

#include "schema/numbers.h"
#include "schema/settings.h"
#include "value/dict.h"

namespace katern::schema {
namespace {

using parse::Node;

Value scalar(const Node& node) {
  if (node.is_empty()) return {};
  if (node.quoted) return Value::string(node.text);
  if (node.text == "true") return Value(true);
  if (node.text == "false") return Value(false);
  if (const auto integer = parse_integer(node.text)) return Value(*integer);
  if (const auto number = parse_number(node.text)) return Value(*number);
  return Value::string(node.text);
}

}  // namespace

// The depth of recursion is that of the node, which the YAML parser bounds.
Value to_value(const Node& node) {
  switch (node.kind) {
    case Node::Kind::scalar: break;
    case Node::Kind::sequence: {
      std::vector<Value> items;
      items.reserve(node.items.size());
      for (const Node& item : node.items) items.push_back(to_value(item));
      return Value::list(std::move(items));
    }
    case Node::Kind::mapping: {
      auto members = std::make_unique<Dict>();
      for (const Node::Member& member : node.members) members->set(member.key, to_value(member.value));
      return Value::adopt(members.release());
    }
  }
  return scalar(node);
}

}  // namespace katern::schema
