#include "parse/node.h"

#include <algorithm>

namespace katern::parse {

bool Node::is_empty() const {
  return kind == Kind::scalar && !quoted && (text.empty() || text == "~" || text == "null");
}

const Node::Member* Node::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; });
  return found == members.end() ? nullptr : &*found;
}

}  // namespace katern::parse
