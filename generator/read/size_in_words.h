#pragma once

#include <cstdint>
#include <string>

namespace katern::read {

/// A number of bytes as people say it, rounded up: "812 bytes", "300 kB", "26 MB".
inline std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t kKilo = 1024;
  constexpr std::uint64_t kMega = kKilo * kKilo;
  if (bytes < kKilo) return std::to_string(bytes) + " bytes";
  if (bytes < kMega) return std::to_string((bytes + kKilo - 1) / kKilo) + " kB";
  return std::to_string((bytes + kMega - 1) / kMega) + " MB";
}

}  // namespace katern::read
