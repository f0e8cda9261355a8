#include "citations/names.h"

#include <algorithm>

#include "text/names.h"

namespace katern::citations {
namespace {

constexpr std::size_t kMostAuthors = 20;

text::PersonName person(const Name& name, std::string_view prefix) {
  text::PersonName parts;
  (are_initials(name.given) ? parts.initials : parts.given) = name.given;
  parts.prefix = prefix;
  parts.family = name.family;
  return parts;
}

std::string whole_prefix(const Name& name) {
  if (name.dropping_particle.empty()) return name.particle;
  if (name.particle.empty()) return name.dropping_particle;
  return name.dropping_particle + ' ' + name.particle;
}

}  // namespace

bool are_initials(std::string_view given) {
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool between = given[i] == ' ' || given[i] == '-';
    if (between && (i == 0 || given[i - 1] != '.')) return false;
  }
  return given.ends_with('.');
}

std::string name_in_text(const Name& name) {
  return name.literal.empty() ? text::family_name(person(name, name.particle)) : name.literal;
}

std::string initials_of(const Name& name) {
  return name.literal.empty() ? text::initials(person(name, {})) : std::string();
}

std::string name_with_initials(const Name& name) {
  if (!name.literal.empty()) return name.literal;
  const std::string prefix = whole_prefix(name);
  const std::string initials = initials_of(name);
  text::PersonName parts = person(name, prefix);
  parts.given = {};
  parts.initials = initials;
  std::string out = initials.empty() ? text::family_name(parts) : text::full_name(parts);
  if (!name.suffix.empty()) out += ' ' + name.suffix;
  return out;
}

std::string name_in_list(const Name& name) {
  if (!name.literal.empty()) return name.literal;
  const std::string prefix = whole_prefix(name);
  std::string out = text::cited_name(person(name, prefix));
  if (!name.suffix.empty()) out += ", " + name.suffix;
  return out;
}

std::string authors_in_list(std::span<const Name> names) {
  const bool cut = names.size() > kMostAuthors;
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (cut && i + 1 < names.size() && i + 1 >= kMostAuthors) continue;
    const bool last = i + 1 == names.size();
    if (i > 0) out += !last ? ", " : cut ? ", … " : ", & ";
    out += name_in_list(names[i]);
  }
  return out;
}

std::string names_inside(std::span<const Name> names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    if (i > 0) out += !last ? ", " : names.size() == 2 ? " & " : ", & ";
    out += name_with_initials(names[i]);
  }
  return out;
}

std::string authors_in_text(std::span<const Name> names, const InText& form, const Style& style) {
  if (names.empty()) return {};
  const bool initials = form.initials && names.front().literal.empty();
  std::string out = initials ? name_with_initials(names.front()) : name_in_text(names.front());
  const std::string_view conjunction = form.narrative ? terms_of(style).conjunction : "&";
  if (names.size() == 2) return out.append(" ").append(conjunction).append(" ") + name_in_text(names[1]);
  const std::size_t shown = std::max<std::size_t>(form.shown, 1);
  if (names.size() == 1) return out;
  for (std::size_t i = 1; i < std::min(shown, names.size()); ++i) {
    const bool last = i + 1 == names.size();
    // Dutch has no comma before "en"; APA has one before "&" and "and".
    out += last && form.narrative && is_dutch(style) ? " " : ", ";
    if (last) out.append(conjunction).append(" ");
    out += name_in_text(names[i]);
  }
  if (shown >= names.size()) return out;
  return out + (shown > 1 ? ", et al." : " et al.");
}

}  // namespace katern::citations
