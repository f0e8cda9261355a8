#include "templating/builtins/trimmed.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace katern::templating {
namespace {

std::string_view first_character(std::string_view text) {
  std::size_t end = 0;
  text::next(text, end);
  return text.substr(0, end);
}

std::string_view last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return text.substr(begin);
}

bool is_space(std::string_view character) {
  std::size_t offset = 0;
  return text::is_space(text::next(character, offset));
}

}  // namespace

std::string_view trimmed(std::string_view text, std::optional<std::string_view> set, Ends ends) {
  // A character of UTF-8 is never found within another.
  const auto goes = [&](std::string_view c) { return set ? set->find(c) != std::string_view::npos : is_space(c); };
  while (ends != Ends::right && !text.empty() && goes(first_character(text))) {
    text.remove_prefix(first_character(text).size());
  }
  while (ends != Ends::left && !text.empty() && goes(last_character(text))) {
    text.remove_suffix(last_character(text).size());
  }
  return text;
}

std::size_t spaces_at_begin(std::string_view text) {
  return text.size() - trimmed(text, std::nullopt, Ends::left).size();
}

}  // namespace katern::templating
