#include "text/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "text/utf8.h"
#include "text/words.h"

namespace katern::text {
namespace {

constexpr char32_t kApostrophe = U'\u2019';

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'`' || c == U'\u2018' || c == kApostrophe; }

/// The text with each apostrophe as it is printed.
std::string printed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    append(out, is_apostrophe(c) ? kApostrophe : c);
  }
  return out;
}

/// Parts with a space between them; none after an apostrophe, so that d’ and Hondt become one word.
std::string joined(std::initializer_list<std::string_view> parts) {
  constexpr std::string_view kPrintedApostrophe = "\u2019";
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty() && !out.ends_with(kPrintedApostrophe)) out += ' ';
    out += part;
  }
  return out;
}

/// The prefix with a capital, as it stands at the beginning of a sentence; ’t, ’s and d’ never get one.
std::string begun(const std::string& prefix_as_printed) {
  std::size_t at = 0;
  std::array<char32_t, 2> first{};
  for (char32_t& c : first) c = at < prefix_as_printed.size() ? next(prefix_as_printed, at) : U' ';
  if (is_apostrophe(first[0]) || (first[0] == U'd' && is_apostrophe(first[1]))) return prefix_as_printed;
  const std::string_view letter = prefix(prefix_as_printed, 1);
  return upper(letter) + prefix_as_printed.substr(letter.size());
}

bool sorts_on_prefix(const PersonName& name) { return name.country == "BE"; }

/// "Jan-Willem" → "J.-W.", "Anna Maria" → "A. M.", "IJsbrand" → "IJ.".
std::string initials_of(std::string_view given) {
  constexpr std::string_view kBetween = " -.";
  std::string out;
  std::size_t at = 0;
  while ((at = given.find_first_not_of(kBetween, at)) != std::string_view::npos) {
    const std::size_t end = std::min(given.find_first_of(kBetween, at), given.size());
    const std::string_view word = given.substr(at, end - at);
    const bool digraph = word.substr(0, 2) == "IJ" || word.substr(0, 2) == "Ij";
    if (!out.empty()) out += given[at - 1] == '-' ? '-' : ' ';
    out += upper(prefix(word, digraph ? 2 : 1));
    out += '.';
    at = end;
  }
  return out;
}

/// "A.M." → "A. M.", as APA spaces them.
std::string spaced(std::string_view initials) {
  std::string out;
  for (std::size_t i = 0; i < initials.size(); ++i) {
    out += initials[i];
    const bool another = i + 1 < initials.size() && initials[i + 1] != ' ' && initials[i + 1] != '-';
    if (initials[i] == '.' && another) out += ' ';
  }
  return out;
}

/// "family, first prefix", or "Prefix family, first" where the prefix counts.
std::string inverted(const PersonName& name, std::string_view first) {
  const std::string head = sorts_on_prefix(name) ? family_name(name) : printed(name.family);
  const std::string tail = sorts_on_prefix(name) ? printed(first) : joined({printed(first), printed(name.prefix)});
  if (head.empty() || tail.empty()) return head + tail;
  return head + ", " + tail;
}

}  // namespace

std::string full_name(const PersonName& name) {
  return joined({printed(name.title), printed(name.given.empty() ? name.initials : name.given), printed(name.prefix),
                 printed(name.family)});
}

std::string family_name(const PersonName& name) {
  if (name.prefix.empty()) return printed(name.family);
  return joined({begun(printed(name.prefix)), printed(name.family)});
}

std::string sort_name(const PersonName& name) {
  return inverted(name, name.given.empty() ? name.initials : name.given);
}

std::string initials(const PersonName& name) {
  return name.initials.empty() ? initials_of(name.given) : spaced(name.initials);
}

std::string cited_name(const PersonName& name) { return inverted(name, initials(name)); }

}  // namespace katern::text
