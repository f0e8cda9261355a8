#pragma once

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "diagnostics/result.h"
#include "xml/markup.h"

namespace katern::xml {

/// A document that was found well-formed, for the files of this room.
Result<std::unique_ptr<pugi::xml_document>, Flaw> load(std::string_view bytes);

/// The name without its namespace prefix.
std::string_view local_name(std::string_view name);

/// The node that follows in document order within the document, or an empty one at its end. Needs no stack, so that
/// the depth of a document does not matter.
pugi::xml_node next_node(pugi::xml_node node);

std::size_t offset_of(pugi::xml_node node);

}  // namespace katern::xml
