#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/place.h"

namespace katern::parse {

/// A YAML value with its place. Scalars are text: the type of the field decides what they mean.
struct Node {
  enum class Kind { scalar, sequence, mapping };

  struct Member;

  Kind kind = Kind::scalar;
  bool quoted = false;          ///< a scalar in quotes or a block: never "left out", even when empty
  Position at;                  ///< where the value begins in its file
  std::string text;             ///< of a scalar
  std::vector<Node> items;      ///< of a sequence; of a scalar without quotes, the lines of its text below the first
  std::vector<Member> members;  ///< of a mapping, in the order of the file, keys unique

  /// A plain scalar without text, `~` or `null`: the key is there and its value was left out.
  bool is_empty() const;
  const Member* find(std::string_view key) const;
};

struct Node::Member {
  std::string key;
  Position key_at;
  Node value;
};

}  // namespace katern::parse
