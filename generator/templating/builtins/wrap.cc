#include "templating/builtins/wrap.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace katern::templating {
namespace {

bool ends_line(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_blank(char32_t c) { return c == U' ' || (c >= U'\t' && c <= U'\r'); }
bool is_letter(char32_t c) { return text::is_word(c) && !text::is_digit(c); }
bool is_word_or_mark(char32_t c) {
  return text::is_word(c) || std::u32string_view(U"!\"'&.,?").find(c) != std::u32string_view::npos;
}

/// A stretch of characters that a line end cannot divide, unless it is too long for any line.
struct Chunk {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t length() const { return end - begin; }
};

class Wrapper {
 public:
  Wrapper(std::string_view line, const WrapStyle& style) : line_(line), style_(style) {
    for (std::size_t i = 0; i < line.size();) {
      offsets_.push_back(i);
      characters_.push_back(text::next(line, i));
    }
    offsets_.push_back(line.size());
  }

  std::vector<std::string_view> lines() {
    std::vector<Chunk> chunks = split();
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < chunks.size();) {
      if (!lines.empty() && blank(chunks[at]) && ++at == chunks.size()) break;
      const Chunk line = take_line(chunks, at);
      if (line.length() > 0) lines.push_back(text(line));
    }
    return lines;
  }

 private:
  char32_t at(std::size_t index) const { return index < characters_.size() ? characters_[index] : U'\0'; }
  std::string_view text(Chunk chunk) const {
    return line_.substr(offsets_[chunk.begin], offsets_[chunk.end] - offsets_[chunk.begin]);
  }
  bool blank(Chunk chunk) const {
    return std::all_of(characters_.begin() + static_cast<std::ptrdiff_t>(chunk.begin),
                       characters_.begin() + static_cast<std::ptrdiff_t>(chunk.end), text::is_space);
  }

  std::vector<Chunk> split() const {
    std::vector<Chunk> chunks;
    for (std::size_t begin = 0; begin < characters_.size(); begin = chunks.back().end) {
      chunks.push_back({begin, chunk_end(begin)});
    }
    return chunks;
  }

  std::size_t chunk_end(std::size_t begin) const {
    const bool blank_run = is_blank(at(begin));
    std::size_t end = begin;
    if (!blank_run && style_.break_on_hyphens && dash_between_words(begin)) return end_of_hyphens(begin);
    for (end = begin + 1; end < characters_.size() && is_blank(at(end)) == blank_run; ++end) {
      if (blank_run || !style_.break_on_hyphens) continue;
      if (hyphen_in_word(end)) return end + 1;
      if (dash_between_words(end)) return end;
    }
    return end;
  }

  std::size_t end_of_hyphens(std::size_t index) const {
    while (at(index) == U'-') ++index;
    return index;
  }
  /// Two hyphens or more, after a word or a mark and before a word.
  bool dash_between_words(std::size_t index) const {
    if (index == 0 || at(index) != U'-' || at(index + 1) != U'-' || !is_word_or_mark(at(index - 1))) return false;
    return text::is_word(at(end_of_hyphens(index)));
  }
  /// A hyphen after two letters (or after a letter, a hyphen and one more) and before two.
  bool hyphen_in_word(std::size_t index) const {
    if (at(index) != U'-') return false;
    const bool after_two = index >= 2 && is_letter(at(index - 1)) && is_letter(at(index - 2));
    const bool after_parts =
        index >= 3 && is_word_or_mark(at(index - 1)) && at(index - 2) == U'-' && is_letter(at(index - 3));
    if (!after_two && !after_parts) return false;
    return is_letter(at(index + 1)) && is_letter(at(index + 2) == U'-' ? at(index + 3) : at(index + 2));
  }

  /// What goes on the line that begins with `chunks[next]`, without blanks at its end; `next` moves on.
  Chunk take_line(std::vector<Chunk>& chunks, std::size_t& next) const {
    Chunk line{chunks[next].begin, chunks[next].begin};
    std::size_t last = line.begin;
    const auto add = [&](std::size_t end) {
      last = line.end;
      line.end = end;
    };
    while (next < chunks.size() && line.length() + chunks[next].length() <= style_.width) add(chunks[next++].end);
    if (next < chunks.size() && chunks[next].length() > style_.width) {
      if (style_.break_long_words) {
        Chunk& word = chunks[next];
        const std::size_t end = broken_end(word, style_.width - line.length());
        add(end);
        word.begin = end;
      } else if (line.length() == 0) {
        add(chunks[next++].end);
      }
    }
    if (line.length() > 0 && blank({last, line.end})) line.end = last;
    return line;
  }

  /// Where a word too long for a line is broken: after its last hyphen in the room left, or at the end of that.
  std::size_t broken_end(Chunk word, std::size_t room) const {
    const std::size_t end = word.begin + room;
    if (!style_.break_on_hyphens) return end;
    for (std::size_t i = end; i > word.begin + 1; --i) {
      if (at(i - 1) != U'-') continue;
      const auto first = characters_.begin() + static_cast<std::ptrdiff_t>(word.begin);
      const auto hyphen = characters_.begin() + static_cast<std::ptrdiff_t>(i - 1);
      return std::all_of(first, hyphen, [](char32_t c) { return c == U'-'; }) ? end : i;
    }
    return end;
  }

  std::string_view line_;
  const WrapStyle& style_;
  std::vector<char32_t> characters_;
  std::vector<std::size_t> offsets_;  ///< in bytes, of each character and of the end
};

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = i;
    const char32_t c = text::next(text, i);
    if (!ends_line(c)) continue;
    if (c == U'\r' && i < text.size() && text[i] == '\n') ++i;
    lines.push_back(text.substr(begin, end - begin));
    begin = i;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

std::vector<std::string_view> wrap(std::string_view line, const WrapStyle& style) {
  return Wrapper(line, style).lines();
}

}  // namespace katern::templating
