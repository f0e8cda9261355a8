#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/utf8.h"
#include "text/words.h"

namespace katern::text {
namespace {

bool is_slug_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Marks that vanish from a slug without parting the letters around them.
bool vanishes(char32_t c) {
  switch (c) {
    case U'\'':
    case U'`':  // apostrophes as typed
    case U'\u00B4':
    case U'\u02BC':
    case U'\u2018':
    case U'\u2019':  // and as printed
    case U'\u00AD':  // soft hyphen
    case U'\u200B':
    case U'\u200C':
    case U'\u200D':
    case U'\u2060':
    case U'\uFEFF': return true;
    default: return false;
  }
}

/// Latin letters that Unicode does not take apart.
std::string_view spelled_out(char32_t c) {
  switch (c) {
    case U'ß':
    case U'ẞ': return "ss";
    case U'æ':
    case U'Æ': return "ae";
    case U'œ':
    case U'Œ': return "oe";
    case U'ø':
    case U'Ø': return "o";
    case U'ł':
    case U'Ł': return "l";
    case U'đ':
    case U'Đ':
    case U'ð':
    case U'Ð': return "d";
    case U'þ':
    case U'Þ': return "th";
    case U'ı': return "i";
    default: return {};
  }
}

/// Collects a slug: a gap between words becomes one hyphen once a letter follows.
class Slug {
 public:
  void letter(char c) {
    if (gap_ && !out_.empty()) out_ += '-';
    gap_ = false;
    out_ += c;
  }
  void gap() { gap_ = true; }
  void word(std::string_view letters) {
    gap();
    for (const char c : letters) letter(c);
    gap();
  }
  void ascii(char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_slug_letter(c)) {
      letter(c);
    } else {
      gap();
    }
  }
  std::string take(std::size_t max) && {
    if (out_.size() <= max) return std::move(out_);
    const std::size_t hyphen = out_.rfind('-', max);
    out_.resize(hyphen == std::string::npos ? max : hyphen);
    return std::move(out_);
  }

 private:
  std::string out_;
  bool gap_ = false;
};

/// Keeps the ASCII letters that a character is composed of; accents go, anything else parts words.
void add_decomposed(Slug& slug, char32_t c, const icu::Normalizer2* decomposer) {
  icu::UnicodeString parts;
  if (decomposer == nullptr || decomposer->getDecomposition(static_cast<UChar32>(c), parts) == 0) {
    if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) slug.gap();
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); ++i) {
    const char16_t part = parts.charAt(i);
    if (part < 0x80) {
      slug.ascii(static_cast<char>(part));
    } else if (u_charType(part) != U_NON_SPACING_MARK) {
      slug.gap();
    }
  }
}

}  // namespace

std::string slugify(std::string_view text, std::size_t max) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFKDInstance(status);
  Slug slug;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (vanishes(c)) continue;
    if (c == U'&') {
      slug.word("en");
    } else if (c < 0x80) {
      slug.ascii(static_cast<char>(c));
    } else if (const std::string_view letters = spelled_out(c); !letters.empty()) {
      for (const char letter : letters) slug.letter(letter);
    } else {
      add_decomposed(slug, c, decomposer);
    }
  }
  return std::move(slug).take(max);
}

bool is_slug(std::string_view text, std::size_t max) {
  if (text.empty() || text.size() > max) return false;
  char before = '-';
  for (const char c : text) {
    if (!is_slug_letter(c) && (c != '-' || before == '-')) return false;
    before = c;
  }
  return before != '-';
}

}  // namespace katern::text
