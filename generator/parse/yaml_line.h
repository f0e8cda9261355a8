#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/source_lines.h"

namespace katern::parse {

/// A line of YAML as an editor sees it: `  - key: value`. A rough reading that needs no valid YAML, for naming
/// mistakes.
struct YamlLine {
  enum class Role {
    blank,         ///< white space or a comment
    entry,         ///< stands on its own
    continuation,  ///< of a value in quotes, in brackets or without either that began on an earlier line
    block,         ///< of a text after | or >
  };

  Role role = Role::blank;
  std::string_view text;
  std::size_t index = 0;
  std::size_t indent = 0;    ///< bytes of white space in front
  std::size_t dash = npos;   ///< column of the last dash in front of the content
  std::size_t content = 0;   ///< column of the key, or of the value where there is no key
  std::size_t colon = npos;  ///< column of the colon after the key
  std::size_t value = 0;     ///< column of the value; the end of the line where there is none
  bool leaves_open = false;  ///< a quote or bracket that is never closed in a way that YAML allows

  static constexpr std::size_t npos = std::string_view::npos;

  bool has_key() const { return colon != npos; }
  std::string_view key_text() const { return text.substr(content, colon - content); }
  /// Without white space and comment after it.
  std::string_view value_text() const;
  std::string_view before_value() const { return text.substr(0, value); }
  /// The column that what belongs to this line must lie beyond.
  std::size_t parent_column() const { return has_key() || dash == npos ? content : dash; }
};

std::vector<YamlLine> read_yaml_lines(const SourceLines& lines);

/// Where a value that begins with a quote has its closing quote, or npos.
std::size_t closing_quote(std::string_view value);

/// The text as a YAML scalar in straight quotes: double ones, or single ones where that needs no escaping.
std::string in_quotes(std::string_view text);

/// Without spaces, tabs and a carriage return at the end.
std::string_view trimmed(std::string_view text);

}  // namespace katern::parse
