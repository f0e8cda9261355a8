#include "text/escape.h"

#include <algorithm>
#include <array>

#include "text/xml_characters.h"

namespace katern::text {
namespace {

/// Which bytes end a run that can be copied as it stands.
using Marks = std::array<bool, 256>;

constexpr Marks marks_of(std::string_view bytes, bool controls) {
  Marks marks{};
  for (const char c : bytes) marks[static_cast<unsigned char>(c)] = true;
  for (std::size_t c = 0; controls && c < 0x20; ++c) marks[c] = true;
  return marks;
}

constexpr Marks kHtml = marks_of("&<>\"'", false);
constexpr Marks kJson = marks_of("\"\\", true);
constexpr Marks kJsonInHtml = marks_of("\"\\<>&'", true);
constexpr Marks kPathSegment = [] {
  Marks marks{};
  marks.fill(true);
  for (const char c :
       std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@")) {
    marks[static_cast<unsigned char>(c)] = false;
  }
  return marks;
}();
constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kUpperHexDigits = "0123456789ABCDEF";

/// Copies runs of unmarked bytes; `write(at)` writes the marked byte at `at` and returns the offset to go on from.
template <class Write>
void append_in_runs(std::string& out, std::string_view text, const Marks& marks, Write write) {
  std::size_t run = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!marks[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    out.append(text.data() + run, at - run);
    at = write(at);
    run = at;
  }
  out.append(text.data() + run, text.size() - run);
}

std::string_view reference_for(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&#34;";
    case '\'': return "&#39;";
    default: return {};
  }
}

void append_json_byte(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    default: break;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += kHexDigits[byte >> 4];
  out += kHexDigits[byte & 0xFU];
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

void append_html(std::string& out, std::string_view text) {
  append_in_runs(out, text, kHtml, [&](std::size_t at) {
    out += reference_for(text[at]);
    return at + 1;
  });
}

void append_xml(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  append_html(out, text);
  remove_forbidden_in_xml(out, begin);
}

void append_json(std::string& out, std::string_view text, bool in_html) {
  append_in_runs(out, text, in_html ? kJsonInHtml : kJson, [&](std::size_t at) {
    append_json_byte(out, text[at]);
    return at + 1;
  });
}

void append_path_segment(std::string& out, std::string_view text) {
  append_in_runs(out, text, kPathSegment, [&](std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    out += '%';
    out += kUpperHexDigits[byte >> 4];
    out += kUpperHexDigits[byte & 0xFU];
    return at + 1;
  });
}

bool is_safe_url(std::string_view url) {
  constexpr std::array<std::string_view, 4> kSchemes = {"http", "https", "mailto", "tel"};
  constexpr std::size_t kLongestScheme = 6;
  const auto start = std::find_if(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
  std::string scheme;
  for (auto c = start; c != url.end(); ++c) {
    if (*c == '\t' || *c == '\n' || *c == '\r') continue;
    if (*c == '/' || *c == '?' || *c == '#') return true;
    if (*c == ':') return std::find(kSchemes.begin(), kSchemes.end(), scheme) != kSchemes.end();
    // One letter too many is enough to know that it is none of the schemes; a colon may still be far away.
    if (scheme.size() <= kLongestScheme) scheme += ascii_lower(*c);
  }
  return true;
}

}  // namespace katern::text
