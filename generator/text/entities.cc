#include "text/entities.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "text/utf8.h"

namespace katern::text {
namespace {

struct Reference {
  std::string_view name;  ///< with its semicolon, if it has one
  std::string_view characters;
};

// No std::array: clang deduces one of this length only with its limits raised.
constexpr Reference kNamed[] = {
#define KATERN_REFERENCE(name, characters) Reference{name, characters},
#include "text/named_references.def"
#undef KATERN_REFERENCE
};

constexpr std::size_t kLongestName = 32;

/// What the numbers 0x80 to 0x9F stand for, which old pages meant in Windows-1252. Zero: nothing.
constexpr std::array<char32_t, 32> kWindows = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                               0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_forbidden(char32_t c) {
  const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r') || c == 0x7F;
  return control || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

void append_numbered(std::string& out, char32_t number) {
  constexpr char32_t kReplacement = 0xFFFD;
  if (number == 0 || (number >= 0xD800 && number <= 0xDFFF) || number > 0x10FFFF) {
    append(out, kReplacement);
  } else if (number >= 0x80 && number <= 0x9F) {
    append(out, kWindows[number - 0x80]);
  } else if (!is_forbidden(number)) {
    append(out, number);
  }
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

/// What follows "&#". The length of the reference, or 0 when it is none.
std::size_t decode_number(std::string& out, std::string_view text) {
  const bool hex = !text.empty() && (text[0] == 'x' || text[0] == 'X');
  const int base = hex ? 16 : 10;
  const std::size_t begin = hex ? 1 : 0;
  std::size_t end = begin;
  char32_t number = 0;
  for (; end < text.size() && hex_digit(text[end]) < base; ++end) {
    number = std::min<char32_t>(number * static_cast<char32_t>(base) + static_cast<char32_t>(hex_digit(text[end])),
                                0x110000);
  }
  if (end == begin) return 0;
  append_numbered(out, number);
  return end < text.size() && text[end] == ';' ? end + 1 : end;
}

/// What follows "&". The length of the longest name that it begins with, or 0.
std::size_t decode_name(std::string& out, std::string_view text) {
  for (std::size_t length = std::min(text.size(), kLongestName); length > 1; --length) {
    const std::string_view name = text.substr(0, length);
    const auto found = std::ranges::lower_bound(kNamed, name, {}, &Reference::name);
    if (found == std::end(kNamed) || found->name != name) continue;
    out += found->characters;
    return length;
  }
  return 0;
}

}  // namespace

std::string decode_references(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t ampersand = std::min(html.find('&', at), html.size());
    out += html.substr(at, ampersand - at);
    if (ampersand == html.size()) break;
    const std::string_view rest = html.substr(ampersand + 1);
    const bool number = rest.starts_with('#');
    const std::size_t length = number ? decode_number(out, rest.substr(1)) : decode_name(out, rest);
    if (length == 0) out += '&';
    at = ampersand + 1 + (length > 0 && number ? 1 : 0) + length;
  }
  return out;
}

}  // namespace katern::text
