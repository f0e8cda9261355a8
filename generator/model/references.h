#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/report.h"
#include "schema/record.h"

namespace katern::model {

/// What is left of an entry that is not visible.
struct HiddenEntry {
  const schema::Kind* kind = nullptr;
  std::string slug;
  std::string path;
};

/// Slugs that two entries of a kind have are findings, whether they are visible or not.
void check_slugs(std::span<const schema::Record> visible, std::span<const schema::Record> hidden, Report& report);

/// A reference that found its target, as indexes into the records.
struct Relation {
  std::size_t from = 0;
  std::size_t to = 0;
  const schema::Field* field = nullptr;
  std::size_t top_field = 0;
  Position at;
  const Shaped* holder = nullptr;  ///< the object in the entry that the reference stands in; null: the entry itself
};

/// Puts every reference's target, or none, in its place. References to nothing, to more than one thing, and required
/// ones to something hidden are findings; none is made of a reference to one of the `unreadable` files. The references
/// themselves are given back to the heap.
std::vector<Relation> resolve_references(std::vector<schema::Record>& records, std::span<const HiddenEntry> hidden,
                                         std::span<const std::string> unreadable, Report& report);

/// The same for entries that are not visible, as far as they refer to what is; one that refers to anything else is
/// incomplete. Nobody is referred to by them.
void check_references(std::span<schema::Record> entries, std::vector<schema::Record>& visible,
                      std::span<const HiddenEntry> hidden, std::span<const std::string> unreadable, Report& report);

}  // namespace katern::model
