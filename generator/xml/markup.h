#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace katern::xml {

/// What pugixml lets pass: it forgives stray characters, unknown references and a < in an attribute.
struct Flaw {
  std::string reason;
  std::size_t offset = 0;
  bool doctype = false;
};

/// The first such flaw in the characters of a document: bytes that are no UTF-8, characters that XML forbids,
/// references to anything but a character or the five predefined entities, a DOCTYPE.
std::optional<Flaw> find_flaw(std::string_view bytes);

}  // namespace katern::xml
