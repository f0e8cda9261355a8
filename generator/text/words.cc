#include "text/words.h"

#include <algorithm>
#include <cstdint>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringoptions.h>

namespace katern::text {
namespace {

constexpr const char* kDutch = "nl";
constexpr std::string_view kSpaces = " \t\n\v\f\r";

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

void append_title(std::string& out, std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  // Without the adjustment ICU would pass over an apostrophe and give ’S avonds.
  icu::CaseMap::utf8ToTitle(kDutch, U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_BREAK_ADJUSTMENT, nullptr, piece(word),
                            sink, nullptr, status);
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

/// With the letters from `first` to `last` in the other case.
std::string mapped(std::string_view text, char first, char last) {
  constexpr char kCase = 'a' - 'A';
  std::string out(text);
  for (char& c : out) c = c >= first && c <= last ? static_cast<char>(c ^ kCase) : c;
  return out;
}

}  // namespace

// Of ASCII the letters are mapped one by one, many times faster.
std::string upper(std::string_view text) {
  if (is_ascii(text)) return mapped(text, 'a', 'z');
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToUpper(kDutch, 0, piece(text), sink, nullptr, status);
  return out;
}

std::string lower(std::string_view text) {
  if (is_ascii(text)) return mapped(text, 'A', 'Z');
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToLower(kDutch, 0, piece(text), sink, nullptr, status);
  return out;
}

std::string title_case(std::string_view text) {
  // Where Jinja sees a word begin: not after an apostrophe, so that mbo's does not become Mbo'S.
  constexpr std::string_view kBetweenWords = " \t\n\v\f\r-({[<";
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t word = std::min(text.find_first_not_of(kBetweenWords, at), text.size());
    const std::size_t end = std::min(text.find_first_of(kBetweenWords, word), text.size());
    out += text.substr(at, word - at);
    append_title(out, text.substr(word, end - word));
    at = end;
  }
  return out;
}

std::string capitalize(std::string_view text) {
  std::string out;
  append_title(out, text);
  return out;
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = text.find_first_not_of(kSpaces);
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
    if (!out.empty()) out += ' ';
    out += text.substr(at, end - at);
    at = text.find_first_not_of(kSpaces, end);
  }
  return out;
}

}  // namespace katern::text
