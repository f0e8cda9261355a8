#include "render/digest.h"

#include <array>
#include <openssl/evp.h>
#include <stdexcept>

namespace katern::render {
namespace {

constexpr std::size_t kBytes = 48;  // 384 bits: a whole number of base64 groups, so there is no padding

template <std::size_t N>
std::array<unsigned char, N> digest_of(std::string_view bytes, const EVP_MD* algorithm) {
  std::array<unsigned char, N> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, algorithm, nullptr) != 1 || size != N) {
    throw std::runtime_error("libcrypto refuses a digest");
  }
  return digest;
}

std::array<unsigned char, kBytes> sha384(std::string_view bytes) { return digest_of<kBytes>(bytes, EVP_sha384()); }

void append_hex(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

}  // namespace

std::string integrity_of(std::string_view bytes) {
  const auto digest = sha384(bytes);
  std::array<unsigned char, kBytes / 3 * 4 + 1> text{};
  const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
  return "sha384-" + std::string(text.begin(), text.begin() + length);
}

std::string fingerprint_of(std::string_view bytes) {
  const auto digest = sha384(bytes);
  std::string text;
  for (std::size_t i = 0; i < 4; ++i) append_hex(text, digest[i]);
  return text;
}

std::string uuid_of_url(std::string_view url) {
  // The namespace for URLs, 6ba7b811-9dad-11d1-80b4-00c04fd430c8 (RFC 9562, section 6.6).
  constexpr std::string_view kUrlNamespace("\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);
  auto digest = digest_of<20>(std::string(kUrlNamespace).append(url), EVP_sha1());
  digest[6] = static_cast<unsigned char>((digest[6] & 0x0f) | 0x50);
  digest[8] = static_cast<unsigned char>((digest[8] & 0x3f) | 0x80);
  std::string text;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    append_hex(text, digest[i]);
  }
  return text;
}

}  // namespace katern::render
