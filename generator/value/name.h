#pragma once

#include <cstdint>
#include <string_view>

namespace katern {

/// FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
constexpr std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// A key to look up, with its hash made once. Views the text: whoever makes a Name keeps the text alive.
struct Name {
  std::string_view text;
  std::uint32_t hash = hash_of({});

  constexpr Name() = default;
  constexpr Name(std::string_view t) : text(t), hash(hash_of(t)) {}  // NOLINT: a string is a name
  constexpr Name(const char* t) : Name(std::string_view(t)) {}       // NOLINT: and so is a literal
};

}  // namespace katern
