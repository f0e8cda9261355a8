#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <vector>

#include "text/utf8.h"
#include "text/words.h"

namespace katern::text {
namespace {

/// Costs are in quarters of an edit, so that a wrong case or accent weighs less than a wrong letter.
constexpr unsigned kEdit = 4;
constexpr unsigned kVariant = 1;
/// Nobody misspells a word of this length; somebody may send one to make us slow.
constexpr std::size_t kLongestWord = 200;

struct Letter {
  char32_t written;
  char32_t base;  ///< lower case, no accent
};

using Word = std::vector<Letter>;

char32_t base_of(char32_t c, const icu::Normalizer2* decomposer) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  icu::UnicodeString parts;
  auto folded = u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT);
  if (decomposer != nullptr && decomposer->getDecomposition(folded, parts) != 0) folded = parts.char32At(0);
  return static_cast<char32_t>(folded);
}

Word letters_of(std::string_view text, const icu::Normalizer2* decomposer) {
  Word word;
  word.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    word.push_back({c, base_of(c, decomposer)});
  }
  return word;
}

unsigned replacing(const Letter& a, const Letter& b) {
  if (a.written == b.written) return 0;
  return a.base == b.base ? kVariant : kEdit;
}

/// Damerau-Levenshtein (optimal string alignment) over three rows; `limit` or more as soon as it cannot be less.
unsigned distance(const Word& a, const Word& b, unsigned limit) {
  std::vector<unsigned> before_last(b.size() + 1);
  std::vector<unsigned> last(b.size() + 1);
  std::vector<unsigned> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<unsigned>(j) * kEdit;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<unsigned>(i) * kEdit;
    unsigned best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j - 1] + replacing(a[i - 1], b[j - 1]), last[j] + kEdit, row[j - 1] + kEdit});
      const bool swapped = i > 1 && j > 1 && a[i - 1].base == b[j - 2].base && a[i - 2].base == b[j - 1].base;
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + kEdit);
      best = std::min(best, row[j]);
    }
    // A swap may still reach back over one row, at the cost of one edit.
    if (best >= limit + kEdit) return limit;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  if (word.empty() || word.size() > kLongestWord * 4) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(status);
  const Word wanted = letters_of(word, decomposer);
  if (wanted.size() > kLongestWord) return std::nullopt;
  const auto length = static_cast<unsigned>(wanted.size());
  // Strictly less than every letter wrong: "x" is not meant as "y".
  unsigned limit = std::min(std::max(1U, length / 3) * kEdit + 1, length * kEdit);

  const std::string* found = nullptr;
  for (const std::string& candidate : candidates) {
    const std::size_t code_points = text::length(candidate);
    const std::size_t gap = code_points > length ? code_points - length : length - code_points;
    if (gap * kEdit >= limit) continue;
    const unsigned cost = distance(wanted, letters_of(candidate, decomposer), limit);
    if (cost >= limit) continue;
    limit = cost;
    found = &candidate;
  }
  if (found == nullptr) return std::nullopt;
  return *found;
}

}  // namespace katern::text
