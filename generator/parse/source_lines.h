#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostics/place.h"

namespace katern::parse {

/// A text by its lines, and positions in it. The text stands at `first_line` and `first_column` of its file. Lines are
/// counted from 0 here; a line's text leaves out its line end. Views the text. One thread at a time.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text, std::uint32_t first_line = 1, std::uint32_t first_column = 1);

  std::size_t size() const { return starts_.size(); }
  std::string_view text() const { return text_; }
  std::string_view line(std::size_t index) const;
  std::size_t start_of(std::size_t index) const { return starts_[index]; }
  /// The line that holds the byte at `offset`; the last one when it is past the end.
  std::size_t line_at(std::size_t offset) const;

  /// Cheap for offsets that grow, also on one very long line.
  Position position(std::size_t offset);

 private:
  std::string_view text_;
  std::uint32_t first_line_;
  std::uint32_t first_column_;
  std::vector<std::size_t> starts_;
  std::size_t known_offset_ = 0;  ///< where the last position was counted, so that the next one goes on from there
  std::uint32_t known_column_ = 0;
};

}  // namespace katern::parse
