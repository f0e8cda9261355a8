#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace katern {

/// A position in a text file. Lines count from 1; columns count Unicode code points from 1.
/// Line 0 means "somewhere in this file", column 0 means "somewhere on this line".
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  auto operator<=>(const Position&) const = default;
};

/// Where the byte at `offset` stands in a text; the end of the text when it is past that.
Position position_at(std::string_view text, std::size_t offset);

/// A stretch of one line of a file. `file` is relative to the site's root, with forward slashes.
/// `length` counts code points; 0 means "unknown", and a printer then marks one character.
struct Place {
  std::string file;
  Position at;
  std::uint32_t length = 0;

  auto operator<=>(const Place&) const = default;
};

}  // namespace katern
