#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace katern::text {

/// A regular expression (ICU's, which shares its common part with ECMAScript). Matching is bounded in time and stack,
/// so that neither a hostile pattern nor a hostile text can hang or crash. May be used from any thread.
class Pattern {
 public:
  enum class Match { yes, no, too_hard };

  /// Nothing when the text is no regular expression.
  static std::optional<Pattern> compile(std::string_view text);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Whether the whole text matches. `too_hard`: more than 1,000 code points, or the bounds were met.
  Match matches(std::string_view text) const;

 private:
  struct Icu;
  explicit Pattern(std::unique_ptr<const Icu> icu);
  std::unique_ptr<const Icu> icu_;
};

}  // namespace katern::text
