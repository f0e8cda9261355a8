#include "parse/control_characters.h"

#include <charconv>

namespace katern::parse {
namespace {

constexpr std::size_t kLongestReference = 12;

/// What `&#…;` stands for; 0 where it is no such reference.
std::uint32_t referred(std::string_view reference) {
  reference = reference.substr(2, kLongestReference);
  const std::size_t end = reference.find(';');
  if (end == reference.npos) return 0;
  std::string_view digits = reference.substr(0, end);
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t character = 0;
  const auto [rest, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), character, hexadecimal ? 16 : 10);
  return error == std::errc() && rest == digits.data() + digits.size() ? character : 0;
}

}  // namespace

bool is_control(std::uint32_t character) {
  if (character == '\n' || character == '\t') return false;
  return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

std::size_t find_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (byte == '\r' && next == '\n') continue;
    if (byte < 0x80 ? is_control(byte) : byte == 0xC2 && is_control(static_cast<unsigned char>(next))) return at;
  }
  return text.npos;
}

std::size_t find_control_reference(std::string_view text) {
  for (std::size_t at = text.find("&#"); at != text.npos; at = text.find("&#", at + 2)) {
    const std::uint32_t character = referred(text.substr(at));
    if (character != 0 && is_control(character)) return at;
  }
  return text.npos;
}

}  // namespace katern::parse
