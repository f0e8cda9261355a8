#include "text/pattern.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <utility>

#include "text/utf8.h"

namespace katern::text {
namespace {

constexpr std::size_t kMaxCodePoints = 1000;
// ICU counts in units of its own, about a millisecond each, and in bytes.
constexpr std::int32_t kTimeLimit = 20;
constexpr std::int32_t kStackLimit = 1024 * 1024;

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

struct Pattern::Icu {
  std::unique_ptr<const icu::RegexPattern> pattern;
};

Pattern::Pattern(std::unique_ptr<const Icu> icu) : icu_(std::move(icu)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::optional<Pattern> Pattern::compile(std::string_view text) {
  if (length(text) > kMaxCodePoints) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  std::unique_ptr<const icu::RegexPattern> pattern(icu::RegexPattern::compile(from_utf8(text), 0, where, status));
  if (U_FAILURE(status) != 0 || pattern == nullptr) return std::nullopt;
  return Pattern(std::make_unique<const Icu>(Icu{std::move(pattern)}));
}

Pattern::Match Pattern::matches(std::string_view text) const {
  if (length(text) > kMaxCodePoints) return Match::too_hard;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString input = from_utf8(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(icu_->pattern->matcher(input, status));
  if (U_FAILURE(status) != 0 || matcher == nullptr) return Match::too_hard;
  matcher->setTimeLimit(kTimeLimit, status);
  matcher->setStackLimit(kStackLimit, status);
  const bool found = matcher->matches(status) != 0;
  if (U_FAILURE(status) != 0) return Match::too_hard;
  return found ? Match::yes : Match::no;
}

}  // namespace katern::text
