#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/place.h"
#include "schema/rule.h"
#include "schema/sort_key.h"
#include "text/pattern.h"
#include "value/shaped.h"
#include "value/value.h"

namespace katern::schema {

enum class FieldType {
  string,    ///< one line
  text,      ///< several lines, no markup
  markdown,  ///< rendered to HTML
  boolean,
  integer,
  number,
  date,
  datetime,
  enumeration,
  url,
  email,
  doi,        ///< without an address, in lower case
  orcid,      ///< four groups of four with hyphens
  isbn,       ///< 13 digits
  duration,   ///< whole seconds
  money,      ///< a number of units of the currency
  geo,        ///< {lat, lon}, in degrees
  reference,  ///< to an entry, by slug
  list,
  object,
  map,        ///< free keys, values of one type
  image,      ///< a picture beside the entry, by relative path
  file,       ///< any file beside the entry, by relative path
  citations,  ///< the sources that the entry cites, as CSL items
};

/// The list at the target of a reference that holds what refers to it.
struct InverseList {
  std::string name;
  /// Fields of the object that the reference stands in: then the list holds, for each reference, an object of these and
  /// `entry`, the entry that refers. Empty: it holds the entries themselves, each once.
  std::vector<std::string> with;
  std::vector<std::string> order;  ///< sort keys as written; empty: the order of the kinds that refer
  std::vector<SortKey> sort;       ///< the same, compiled

  bool empty() const { return name.empty(); }
};

/// A field as a kind declares it.
struct Field {
  std::string name;
  FieldType type = FieldType::string;
  std::string label;  ///< Dutch, for people; the name where the kind gives none
  std::string help;   ///< Dutch, one sentence for editors
  Position at;        ///< of the declaration
  bool required = false;
  bool ask = false;  ///< a new entry asks for it, although it is not required: a rule may be
  /// Of the number, of a date in days, of a duration in seconds, of the text's length in code points, of the count of
  /// items.
  std::optional<double> min;
  std::optional<double> max;
  std::string currency = "EUR";  ///< of money: an ISO 4217 code
  std::string pattern;           ///< a regular expression that the whole text must match
  std::string pattern_help;
  std::shared_ptr<const text::Pattern> matcher;  ///< the pattern, compiled; null without one
  Value fallback;                                ///< `default`; none: the field is none when left out
  std::vector<std::string> values;               ///< of an enumeration, in order
  std::vector<std::string> target_kinds;         ///< of a reference
  InverseList inverse;                           ///< of a reference; may be empty
  bool or_text = false;                          ///< of a reference: a name in free text may stand instead
  bool acyclic = false;                          ///< of a reference to the own kind
  std::vector<Field> fields;                     ///< of an object; of a geo: lat and lon, which hold its bounds
  std::vector<Rule> rules;                       ///< of an object: run for each of its kind, see RuledObject
  std::shared_ptr<const Shape> shape;            ///< of an object: its fields' names; of a map with keys: those
  std::unique_ptr<Field> items;                  ///< of a list or a map: what each is
  bool has_item_rules = false;                   ///< of a list: a rule looks at each of its plain values
  std::vector<std::string> keys;                 ///< of a map: those that it may have, also its shape; empty: any
};

/// As kind files write it: "string", "bool", "enum", "ref".
std::string_view name_of(FieldType type);
std::optional<FieldType> field_type(std::string_view name);
std::span<const std::string_view> field_type_names();

}  // namespace katern::schema
