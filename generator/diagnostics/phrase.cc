#include "diagnostics/phrase.h"

#include <optional>

namespace katern {
namespace {

struct Phrase {
  std::string_view english;
  std::string_view dutch;
};

constexpr Phrase kPhrases[]{
#define KATERN_PHRASE(en, nl) Phrase{en, nl},
#include "diagnostics/phrases.def"
#undef KATERN_PHRASE
};

// What stands where the pattern has its star; the empty text where it has none and the two are the same.
std::optional<std::string_view> match(std::string_view pattern, std::string_view phrase) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == phrase ? std::optional<std::string_view>("") : std::nullopt;
  const std::string_view before = pattern.substr(0, star);
  const std::string_view after = pattern.substr(star + 1);
  if (phrase.size() < before.size() + after.size() || !phrase.starts_with(before) || !phrase.ends_with(after)) {
    return std::nullopt;
  }
  return phrase.substr(before.size(), phrase.size() - before.size() - after.size());
}

}  // namespace

std::string in_dutch(std::string_view phrase) {
  for (const Phrase& known : kPhrases) {
    const auto inside = match(known.english, phrase);
    if (!inside) continue;
    std::string dutch(known.dutch);
    const std::size_t star = dutch.find('*');
    if (star != std::string::npos) dutch.replace(star, 1, *inside);
    return dutch;
  }
  return std::string(phrase);
}

}  // namespace katern
