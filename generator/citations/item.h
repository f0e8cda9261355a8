#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace katern::citations {

/// What a source is. The names are those of CSL 1.0.2 (appendix III), as far as APA 7 has a form for them.
enum class Type : std::uint8_t {
  article,
  article_journal,
  article_magazine,
  article_newspaper,
  book,
  broadcast,
  chapter,
  dataset,
  document,
  entry,
  entry_dictionary,
  entry_encyclopedia,
  interview,
  legislation,
  manuscript,
  motion_picture,
  pamphlet,
  paper_conference,
  periodical,
  post,
  post_weblog,
  report,
  software,
  speech,
  standard,
  thesis,
  webpage,
};

std::string_view name_of(Type type);
std::optional<Type> type_of(std::string_view name);
std::span<const std::string_view> type_names();

#define KATERN_TEXT(name, csl) name,
#define KATERN_NAMES(name, csl)
#define KATERN_DATE(name, csl)
enum class TextVariable : std::uint8_t {
#include "citations/variables.def"
};
#undef KATERN_TEXT
#undef KATERN_NAMES
#define KATERN_TEXT(name, csl)
#define KATERN_NAMES(name, csl) name,
enum class NameVariable : std::uint8_t {
#include "citations/variables.def"
};
#undef KATERN_NAMES
#undef KATERN_DATE
#define KATERN_NAMES(name, csl)
#define KATERN_DATE(name, csl) name,
enum class DateVariable : std::uint8_t {
#include "citations/variables.def"
};
#undef KATERN_TEXT
#undef KATERN_NAMES
#undef KATERN_DATE

std::string_view name_of(TextVariable variable);
std::string_view name_of(NameVariable variable);
std::string_view name_of(DateVariable variable);
std::optional<TextVariable> text_variable(std::string_view name);
std::optional<NameVariable> name_variable(std::string_view name);
std::optional<DateVariable> date_variable(std::string_view name);

/// Every key that a source may have: `id`, `type`, and the names of all variables.
std::span<const std::string_view> keys();

/// A person, or whoever has one name only: an organisation, a band, Plato.
struct Name {
  std::string family;
  std::string given;              ///< first names or initials
  std::string particle;           ///< non-dropping: the "van den" of Van den Berg; kept when the name stands alone
  std::string dropping_particle;  ///< the "de" of Tocqueville; left out when the name stands alone
  std::string suffix;             ///< Jr.
  std::string literal;            ///< the whole name; the others are then empty

  bool operator==(const Name&) const = default;
};

/// A day, a month or a year; 0 for what is not known. Years before our era are negative.
struct DateParts {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;

  auto operator<=>(const DateParts&) const = default;
};

/// When something happened: a date, a stretch between two, or something in words.
struct When {
  DateParts from;
  std::optional<DateParts> to;
  bool circa = false;
  unsigned season = 0;  ///< 1 spring to 4 winter
  std::string literal;  ///< in words; the rest is then not known

  bool operator==(const When&) const = default;
};

/// A source, as CSL-JSON has it (https://github.com/citation-style-language/schema). What is left out is not there.
struct Item {
  std::string id;
  Type type = Type::document;
  std::vector<std::pair<TextVariable, std::string>> texts;
  std::vector<std::pair<NameVariable, std::vector<Name>>> names;
  std::vector<std::pair<DateVariable, When>> dates;

  /// Empty when it is not there.
  std::string_view text(TextVariable variable) const;
  std::span<const Name> people(NameVariable variable) const;
  /// Null when it is not there.
  const When* when(DateVariable variable) const;

  void set(TextVariable variable, std::string value);
  void set(NameVariable variable, std::vector<Name> value);
  void set(DateVariable variable, When value);
};

}  // namespace katern::citations
