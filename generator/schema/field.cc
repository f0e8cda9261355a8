#include "schema/field.h"

#include <algorithm>
#include <array>

namespace katern::schema {
namespace {

// In the order of FieldType.
constexpr std::array<std::string_view, 24> kTypeNames{
    "string", "text", "markdown", "bool",  "int", "number", "date", "datetime", "enum", "url",   "email", "doi",
    "orcid",  "isbn", "duration", "money", "geo", "ref",    "list", "object",   "map",  "image", "file",
    "citations",
};

}  // namespace

std::string_view name_of(FieldType type) { return kTypeNames[static_cast<std::size_t>(type)]; }

std::optional<FieldType> field_type(std::string_view name) {
  const auto found = std::find(kTypeNames.begin(), kTypeNames.end(), name);
  if (found == kTypeNames.end()) return std::nullopt;
  return static_cast<FieldType>(found - kTypeNames.begin());
}

std::span<const std::string_view> field_type_names() { return kTypeNames; }

}  // namespace katern::schema
