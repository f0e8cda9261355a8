#include "text/utf8.h"

#include <cstdint>
#include <cstring>

namespace katern::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::uint64_t kHighBits = 0x8080808080808080U;

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// The bytes that a well-formed sequence with this lead byte has, and the range of its second byte (RFC 3629, section
/// 4). The range is what keeps out overlong forms, surrogates and code points past U+10FFFF.
struct Form {
  unsigned bytes = 0;  ///< 0 where no sequence starts with this byte
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Form form_of(unsigned char lead) {
  if (lead < 0x80) return {1};
  if (lead < 0xC2) return {0};
  if (lead < 0xE0) return {2};
  if (lead == 0xE0) return {3, 0xA0};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3};
  if (lead == 0xF0) return {4, 0x90};
  if (lead < 0xF4) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

/// The length of the well-formed sequence at `offset`, or 0.
unsigned sequence_at(std::string_view text, std::size_t offset) {
  const Form form = form_of(byte_at(text, offset));
  if (form.bytes <= 1) return form.bytes;
  if (text.size() - offset < form.bytes) return 0;
  const unsigned char second = byte_at(text, offset + 1);
  if (second < form.low || second > form.high) return 0;
  for (unsigned i = 2; i < form.bytes; ++i) {
    if (!is_continuation(byte_at(text, offset + i))) return 0;
  }
  return form.bytes;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= sizeof(std::uint64_t)) {
      std::uint64_t block = 0;
      std::memcpy(&block, text.data() + at, sizeof block);
      if ((block & kHighBits) == 0) {
        at += sizeof block;
        continue;
      }
    }
    const unsigned bytes = sequence_at(text, at);
    if (bytes == 0) return at;
    at += bytes;
  }
  return std::nullopt;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_continuation(static_cast<unsigned char>(c)) ? 0U : 1U;
  return count;
}

char32_t next(std::string_view text, std::size_t& offset) {
  const unsigned bytes = sequence_at(text, offset);
  const unsigned char lead = byte_at(text, offset);
  if (bytes <= 1) {
    ++offset;
    return bytes == 1 ? lead : kReplacement;
  }
  char32_t code_point = lead & (0xFFU >> (bytes + 1));
  for (unsigned i = 1; i < bytes; ++i) code_point = (code_point << 6) | (byte_at(text, offset + i) & 0x3FU);
  offset += bytes;
  return code_point;
}

void append(std::string& out, char32_t code_point) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) return append(out, kReplacement);
    out += static_cast<char>(0xE0U | (code_point >> 12));
    tail(6);
    tail(0);
  } else if (code_point <= 0x10FFFF) {
    out += static_cast<char>(0xF0U | (code_point >> 18));
    tail(12);
    tail(6);
    tail(0);
  } else {
    append(out, kReplacement);
  }
}

std::string_view prefix(std::string_view text, std::size_t code_points) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (is_continuation(byte_at(text, at))) continue;
    if (code_points == 0) break;
    --code_points;
  }
  return text.substr(0, at);
}

}  // namespace katern::text
