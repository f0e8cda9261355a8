#include "text/url.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/utf8.h"

namespace katern::text {
namespace {

constexpr std::array<bool, 256> kHrefSafe = [] {
  std::array<bool, 256> safe{};
  for (const char c :
       std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.+!*(),%#@?=;:/$~")) {
    safe[static_cast<unsigned char>(c)] = true;
  }
  return safe;
}();

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool starts_with_word(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char expected, char c) {
           return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

}  // namespace

void append_href(std::string& out, std::string_view url) {
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (kHrefSafe[byte]) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#39;";
    } else {
      out += '%';
      out += kHexDigits[byte >> 4];
      out += kHexDigits[byte & 0xFU];
    }
  }
}

std::string decode_percent(std::string_view url) {
  std::string decoded;
  if (url.find('%') == url.npos) return std::string(url);
  decoded.reserve(url.size());
  for (std::size_t i = 0; i < url.size(); ++i) {
    const int high = url[i] == '%' && i + 2 < url.size() ? hex_value(url[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(url[i + 2]) : -1;
    if (low < 0) {
      decoded += url[i];
      continue;
    }
    const int byte = high * 16 + low;
    if (byte < 0x20 || byte == 0x7F) return std::string(url);
    decoded += static_cast<char>(byte);
    i += 2;
  }
  return first_invalid_utf8(decoded) ? std::string(url) : decoded;
}

bool is_external_url(std::string_view url) {
  return url.starts_with("//") || starts_with_word(url, "http:") || starts_with_word(url, "https:");
}

bool has_host(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!starts_with_word(url, scheme)) continue;
    const std::string_view host = url.substr(scheme.size(), url.find_first_of("/?#", scheme.size()) - scheme.size());
    return !host.empty() && host.front() != '.' && host.front() != ':';
  }
  return false;
}

bool has_scheme(std::string_view url) {
  if (url.empty() || !is_letter(url.front())) return false;
  const auto end = std::find_if_not(url.begin(), url.end(), [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
  return end != url.end() && *end == ':';
}

}  // namespace katern::text
