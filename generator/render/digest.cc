#include "render/digest.h"

#include <array>
#include <openssl/evp.h>
#include <stdexcept>

namespace katern::render {
namespace {

constexpr std::size_t kBytes = 48;  // 384 bits: a whole number of base64 groups, so there is no padding

std::array<unsigned char, kBytes> sha384(std::string_view bytes) {
  std::array<unsigned char, kBytes> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha384(), nullptr) != 1) {
    throw std::runtime_error("SHA-384 is not available");
  }
  return digest;
}

}  // namespace

std::string integrity_of(std::string_view bytes) {
  const auto digest = sha384(bytes);
  std::array<unsigned char, kBytes / 3 * 4 + 1> text{};
  const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
  return "sha384-" + std::string(text.begin(), text.begin() + length);
}

std::string fingerprint_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto digest = sha384(bytes);
  std::string text;
  for (std::size_t i = 0; i < 4; ++i) {
    text += kDigits[digest[i] >> 4];
    text += kDigits[digest[i] & 15];
  }
  return text;
}

}  // namespace katern::render
