#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/place.h"

namespace katern::xml {

/// Why a text is no XML 1.0 document, in English. Positions are those of the text.
struct Malformed {
  std::string reason;
  Position at;
};

/// Checks that the bytes are a document in UTF-8 that is well-formed (XML 1.0) and names only namespaces that it
/// declares (Namespaces in XML 1.0). A DOCTYPE is refused: nothing here needs one, and it can make a small file huge.
std::optional<Malformed> find_malformed(std::string_view bytes);

inline bool is_well_formed(std::string_view bytes) { return !find_malformed(bytes); }

}  // namespace katern::xml
