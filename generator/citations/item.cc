#include "citations/item.h"

#include <algorithm>
#include <array>

namespace katern::citations {
namespace {

// In the order of Type.
constexpr std::array<std::string_view, 27> kTypes{
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "interview",
    "legislation",
    "manuscript",
    "motion_picture",
    "pamphlet",
    "paper-conference",
    "periodical",
    "post",
    "post-weblog",
    "report",
    "software",
    "speech",
    "standard",
    "thesis",
    "webpage",
};

#define KATERN_TEXT(name, csl) csl,
#define KATERN_NAMES(name, csl)
#define KATERN_DATE(name, csl)
constexpr std::string_view kTexts[] = {
#include "citations/variables.def"
};
#undef KATERN_TEXT
#undef KATERN_NAMES
#define KATERN_TEXT(name, csl)
#define KATERN_NAMES(name, csl) csl,
constexpr std::string_view kNames[] = {
#include "citations/variables.def"
};
#undef KATERN_NAMES
#undef KATERN_DATE
#define KATERN_NAMES(name, csl)
#define KATERN_DATE(name, csl) csl,
constexpr std::string_view kDates[] = {
#include "citations/variables.def"
};
#undef KATERN_TEXT
#undef KATERN_NAMES
#undef KATERN_DATE

#define KATERN_TEXT(name, csl) csl,
#define KATERN_NAMES(name, csl) csl,
#define KATERN_DATE(name, csl) csl,
constexpr std::string_view kKeys[] = {
    "id",
    "type",
#include "citations/variables.def"
};
#undef KATERN_TEXT
#undef KATERN_NAMES
#undef KATERN_DATE

template <class Enum, class Names>
std::optional<Enum> find(const Names& names, std::string_view name) {
  const auto found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<Enum>(found - std::begin(names));
}

template <class Pairs, class Variable>
auto* value_of(Pairs& pairs, Variable variable) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == variable; });
  return found == pairs.end() ? nullptr : &found->second;
}

template <class Pairs, class Variable, class T>
void put(Pairs& pairs, Variable variable, T value) {
  if (auto* old = value_of(pairs, variable)) {
    *old = std::move(value);
  } else {
    pairs.emplace_back(variable, std::move(value));
  }
}

}  // namespace

std::string_view name_of(Type type) { return kTypes[static_cast<std::size_t>(type)]; }
std::optional<Type> type_of(std::string_view name) { return find<Type>(kTypes, name); }
std::span<const std::string_view> type_names() { return kTypes; }

std::string_view name_of(TextVariable variable) { return kTexts[static_cast<std::size_t>(variable)]; }
std::string_view name_of(NameVariable variable) { return kNames[static_cast<std::size_t>(variable)]; }
std::string_view name_of(DateVariable variable) { return kDates[static_cast<std::size_t>(variable)]; }

std::optional<TextVariable> text_variable(std::string_view name) {
  // What CSL 1.0.1 called it.
  return find<TextVariable>(kTexts, name == "event" ? "event-title" : name);
}
std::optional<NameVariable> name_variable(std::string_view name) { return find<NameVariable>(kNames, name); }
std::optional<DateVariable> date_variable(std::string_view name) { return find<DateVariable>(kDates, name); }

std::span<const std::string_view> keys() { return kKeys; }

std::string_view Item::text(TextVariable variable) const {
  const std::string* found = value_of(texts, variable);
  return found == nullptr ? std::string_view() : std::string_view(*found);
}

std::span<const Name> Item::people(NameVariable variable) const {
  const std::vector<Name>* found = value_of(names, variable);
  return found == nullptr ? std::span<const Name>() : std::span<const Name>(*found);
}

const When* Item::when(DateVariable variable) const { return value_of(dates, variable); }

void Item::set(TextVariable variable, std::string value) { put(texts, variable, std::move(value)); }
void Item::set(NameVariable variable, std::vector<Name> value) { put(names, variable, std::move(value)); }
void Item::set(DateVariable variable, When value) { put(dates, variable, std::move(value)); }

}  // namespace katern::citations
