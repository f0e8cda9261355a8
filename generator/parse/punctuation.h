#pragma once

#include <array>
#include <string>
#include <string_view>

namespace katern::parse {

/// Typographic quotes, apostrophes, dashes and ellipses for Dutch text, one piece of running text after another. Keeps
/// what it needs of the pieces before, so that `"*woord*"` gets its quotes though the text comes in three pieces.
class Punctuation {
 public:
  /// Four characters: opening and closing for ", opening and closing for '. Views `quotes`.
  explicit Punctuation(std::string_view quotes);

  /// A new paragraph, heading, or cell: nothing is open, nothing stands before.
  void begin_block();
  /// Something that is not running text was written: code, a picture, a line break.
  void pass(char32_t character) { before_ = character; }

  /// Whether the piece ends in a mark whose shape depends on what follows it.
  static bool needs_next(std::string_view text);

  /// Writes the piece with its marks replaced: as HTML to `html` and as it is to `plain`, where these are not null.
  /// `next` is the character that follows the piece, a space at the end of a block.
  void write(std::string_view text, char32_t next, std::string* html, std::string* plain);

 private:
  /// A mark in its surroundings.
  struct Mark {
    std::string_view text;  ///< itself
    std::string_view rest;  ///< what follows it in the piece
    char32_t before = ' ';
    char32_t after = ' ';
  };

  // What is written for a mark.
  std::string_view replacement(const Mark& mark);
  std::string_view single_quote(const Mark& mark);
  static std::string_view quote(const Mark& mark, unsigned& open, std::string_view opening, std::string_view closing);

  std::array<std::string_view, 4> quotes_;
  unsigned doubles_ = 0;
  unsigned singles_ = 0;
  char32_t before_ = ' ';
};

}  // namespace katern::parse
