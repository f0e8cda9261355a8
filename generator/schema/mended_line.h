#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "parse/node.h"

namespace katern::schema {

/// What stands before a value on its line, when nothing but that value follows: enough to write the line as it should
/// be. Unknown for a value that shares its line, as in a flow list.
class LineStart {
 public:
  LineStart() = default;

  /// Of the value of a member; `before`: of the mapping itself.
  static LineStart of_member(const LineStart& before, const parse::Node& mapping, std::size_t member);
  /// Of an item of the list that is the value of a key on `key_line`.
  static LineStart of_item(const parse::Node& list, std::size_t item, std::uint32_t key_line);

  /// The line with this value, quoted where YAML asks for it; empty when the line is not known.
  std::string with(std::string_view value) const;
  /// The line with these items, as they stand between the brackets of a list.
  std::string with_list(std::string_view items) const;
  /// The line with these fields, as they stand between braces.
  std::string with_group(std::string_view fields) const;

 private:
  std::optional<std::string> before_;
};

/// A text as a YAML scalar: plain where that reads back as the same text, else in double quotes.
/// `in_list`: between brackets, where commas and brackets mean something.
std::string yaml_scalar(std::string_view text, bool in_list = false);

}  // namespace katern::schema
