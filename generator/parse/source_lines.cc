#include "parse/source_lines.h"

#include <algorithm>

namespace katern::parse {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

SourceLines::SourceLines(std::string_view text, std::uint32_t first_line, std::uint32_t first_column)
    : text_(text), first_line_(first_line), first_column_(first_column) {
  starts_.reserve(text.size() / 48 + 16);
  starts_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
}

std::string_view SourceLines::line(std::size_t index) const {
  const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
  std::string_view line = text_.substr(starts_[index], end - starts_[index]);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t SourceLines::line_at(std::size_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(next - starts_.begin()) - 1;
}

Position SourceLines::position(std::size_t offset) {
  offset = std::min(offset, text_.size());
  const std::size_t line = line_at(offset);
  if (known_offset_ < starts_[line] || known_offset_ > offset) {
    known_offset_ = starts_[line];
    known_column_ = 0;
  }
  const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(known_offset_);
  const auto end = text_.begin() + static_cast<std::ptrdiff_t>(offset);
  known_column_ += static_cast<std::uint32_t>(std::count_if(begin, end, starts_character));
  known_offset_ = offset;
  return {first_line_ + static_cast<std::uint32_t>(line), first_column_ + known_column_};
}

}  // namespace katern::parse
