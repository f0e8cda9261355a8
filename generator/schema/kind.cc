#include "schema/kind.h"

#include <algorithm>

namespace katern::schema {
namespace {

constexpr std::array<std::string_view, 10> kBuiltins{
    "permalink", "kind", "source", "slug", "title", "summary", "date", "updated", "image", "authors",
};

}  // namespace

std::span<const std::string_view> builtin_names() { return kBuiltins; }

// By name, because a field with the name of its own role shares the slot of that built-in.
std::size_t Kind::field_slot(std::size_t field) const { return *shape->slot_of(Name(fields[field].name)); }

std::size_t Kind::inverse_slot(std::size_t inverse) const { return *shape->slot_of(Name(inverses[inverse])); }

const Listing* Kind::main_listing() const {
  const auto found = std::find_if(listings.begin(), listings.end(), [](const Listing& l) { return !l.per; });
  return found == listings.end() ? nullptr : &*found;
}

std::vector<std::string> expression_names(const Kind& kind) {
  std::vector<std::string> names;
  for (const Field& field : kind.fields) names.push_back(field.name);
  names.insert(names.end(), builtin_names().begin(), builtin_names().end());
  names.insert(names.end(), kind.inverses.begin(), kind.inverses.end());
  names.insert(names.end(), {"entry", "site", "today"});
  return names;
}

}  // namespace katern::schema
