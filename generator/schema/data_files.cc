#include "schema/data_files.h"

#include <utility>

namespace katern::schema {
namespace {

using parse::Node;

constexpr std::string_view kRoot = "data.";

std::string_view stem(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

// The nodes themselves, with the items of a list in its place.
void spread(const Node& node, std::vector<const Node*>& nodes) {
  if (node.kind != Node::Kind::sequence) {
    nodes.push_back(&node);
    return;
  }
  for (const Node& item : node.items) nodes.push_back(&item);
}

std::string_view take_step(std::string_view& path) {
  const std::size_t dot = path.find('.');
  const std::string_view step = path.substr(0, dot);
  path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  return step;
}

bool append_texts(const Node& node, std::vector<std::string>& texts) {
  switch (node.kind) {
    case Node::Kind::sequence: return false;
    case Node::Kind::mapping:
      for (const Node::Member& member : node.members) texts.push_back(member.key);
      return true;
    case Node::Kind::scalar: break;
  }
  texts.push_back(node.text);
  return true;
}

}  // namespace

Result<std::vector<std::string>, DataFiles::Failure> DataFiles::texts(std::string_view path) const {
  if (!path.starts_with(kRoot)) return unexpected(Failure::missing);
  path.remove_prefix(kRoot.size());
  const std::string_view file = take_step(path);
  std::vector<const Node*> nodes;
  for (const NamedNode& named : files_) {
    if (stem(named.file) == file) spread(named.node, nodes);
  }
  while (!path.empty()) {
    const std::string_view step = take_step(path);
    std::vector<const Node*> next;
    for (const Node* node : nodes) {
      if (const Node::Member* member = node->find(step)) spread(member->value, next);
    }
    nodes = std::move(next);
  }
  if (nodes.empty()) return unexpected(Failure::missing);
  std::vector<std::string> texts;
  for (const Node* node : nodes) {
    if (!append_texts(*node, texts)) return unexpected(Failure::not_texts);
  }
  return texts;
}

std::vector<std::string> DataFiles::paths() const {
  std::vector<std::string> paths;
  for (const NamedNode& named : files_) {
    const std::string file = std::string(kRoot) + std::string(stem(named.file));
    paths.push_back(file);
    for (const Node::Member& member : named.node.members) paths.push_back(file + "." + member.key);
  }
  return paths;
}

}  // namespace katern::schema
