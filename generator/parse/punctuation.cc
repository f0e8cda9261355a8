#include "parse/punctuation.h"

#include <algorithm>

#include "text/characters.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace katern::parse {
namespace {

constexpr std::string_view kApostrophe = "’";
constexpr std::string_view kPrime = "′";
constexpr std::string_view kDoublePrime = "″";
constexpr std::string_view kOpeningSingle = "‘";
constexpr std::string_view kEnDash = "–";
constexpr std::string_view kEmDash = "—";
constexpr std::string_view kEllipsis = "…";

/// How far a quote may be from the one that closes it, when that decides what it is. Keeps hostile text linear.
constexpr std::size_t kFarthestClose = 200;

/// Bytes that may begin a mark, and those that HTML escapes, so that text is looked through once.
constexpr std::array<bool, 256> kMarks = [] {
  std::array<bool, 256> marks{};
  for (const char c : std::string_view("'\"-.\xE2&<>")) marks[static_cast<unsigned char>(c)] = true;
  return marks;
}();

bool is_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return text::is_word(c);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// What a quote may open after, even when one is open already.
bool opens_after(char32_t c) {
  return text::is_space(c) || std::u32string_view(U"([{<=/-–—“‘„‚«‹").find(c) != std::u32string_view::npos;
}

char32_t character_at(std::string_view text, std::size_t at, char32_t at_end) {
  return at < text.size() ? text::next(text, at) : at_end;
}

char32_t character_before(std::string_view text, std::size_t at, char32_t at_start) {
  if (at == 0) return at_start;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return text::next(text, start);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// 's avonds, 't, 'n, 'm, 'r, 'k, 'em, 'ie, 'er, 'ns: words that lost their beginning.
bool is_clipped_word(std::string_view rest) {
  for (const std::string_view word : {"s", "t", "n", "m", "r", "k", "em", "ie", "er", "ns"}) {
    if (rest.size() < word.size()) continue;
    if (!std::equal(word.begin(), word.end(), rest.begin(), [](char a, char b) { return a == lower(b); })) continue;
    const char32_t after = character_at(rest, word.size(), ' ');
    if (!is_word(after) && after != '\'' && after != U'’') return true;
  }
  return false;
}

/// '80, '90s, '80er: a year that lost its century.
bool is_clipped_year(std::string_view rest) {
  const auto digit = [&](std::size_t i) { return i < rest.size() && rest[i] >= '0' && rest[i] <= '9'; };
  if (!digit(0) || !digit(1) || digit(2)) return false;
  const std::size_t end = std::min(rest.find_first_not_of("ers", 2), rest.size());
  const char32_t after = character_at(rest, end, ' ');
  return !is_word(after) && after != '\'';
}

/// The n of rock 'n' roll, which lost both its ends; a letter that is spoken of stands in quotes.
bool is_clipped_and(std::string_view rest) {
  for (const std::string_view phrase : {"n' roll", "n' bass"}) {
    if (rest.size() >= phrase.size() &&
        std::equal(phrase.begin(), phrase.end(), rest.begin(), [](char a, char b) { return a == lower(b); })) {
      return true;
    }
  }
  return false;
}

/// Hans' plan, de studenten' werk: a ' behind a name or a plural, with what is theirs after it.
bool is_possessive(char32_t before, std::string_view rest) {
  constexpr std::u32string_view kEndings = U"sxznSXZN";
  if (kEndings.find(before) == kEndings.npos || !rest.starts_with(' ')) return false;
  return is_word(character_at(rest, 1, ' '));
}

/// Whether a ' that closes a quotation comes in `rest`, before another such quotation opens.
bool is_closed_soon(std::string_view rest) {
  rest = rest.substr(0, kFarthestClose);
  int open = 0;
  for (std::size_t at = rest.find('\''); at != rest.npos; at = rest.find('\'', at + 1)) {
    const char32_t before = character_before(rest, at, ' ');
    const char32_t after = character_at(rest, at + 1, ' ');
    if (is_digit(before)) continue;  // 3' high
    if (is_word(before) && is_word(after)) continue;
    if (is_possessive(before, rest.substr(at + 1))) continue;
    if (opens_after(before)) {
      if (!is_clipped_word(rest.substr(at + 1)) && !is_clipped_year(rest.substr(at + 1))) ++open;
    } else if (--open < 0) {
      return true;
    }
  }
  return false;
}

/// The bytes of the mark at `at`; 0 for what only looks like the beginning of one.
std::size_t mark_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '.' || c == '-') {
    if (at + 1 == text.size() || text[at + 1] != c) return 0;
    return std::min(text.find_first_not_of(c, at), text.size()) - at;
  }
  if (c != kOpeningSingle[0]) return 1;
  return text.substr(at).starts_with(kOpeningSingle) ? kOpeningSingle.size() : 0;
}

}  // namespace

Punctuation::Punctuation(std::string_view quotes) {
  for (std::string_view& quote : quotes_) {
    quote = text::prefix(quotes, 1);
    quotes.remove_prefix(quote.size());
  }
}

void Punctuation::begin_block() {
  doubles_ = singles_ = 0;
  before_ = ' ';
}

bool Punctuation::needs_next(std::string_view text) {
  return text.ends_with('\'') || text.ends_with('"') || text.ends_with(kOpeningSingle);
}

std::string_view Punctuation::quote(const Mark& mark, unsigned& open, std::string_view opening,
                                    std::string_view closing) {
  const bool may_open = !text::is_space(mark.after) && !is_word(mark.before);
  const bool may_close = !text::is_space(mark.before);
  if (may_open && (!may_close || open == 0 || opens_after(mark.before))) {
    ++open;
    return opening;
  }
  if (!may_close && open == 0) return mark.text;
  if (open > 0) --open;
  return closing;
}

std::string_view Punctuation::single_quote(const Mark& mark) {
  if (is_word(mark.before)) {
    const bool closes = !is_word(mark.after) && singles_ > 0;
    if (closes) --singles_;
    if (closes) return quotes_[3];
    // Feet and minutes: 3', 7'30"; but an A4'tje.
    return is_digit(mark.before) && (is_digit(mark.after) || !is_word(mark.after)) ? kPrime : kApostrophe;
  }
  // In a quotation no other one of its sort begins.
  const bool year = is_clipped_year(mark.rest) && (singles_ > 0 || !is_closed_soon(mark.rest));
  const bool clipped = year || is_clipped_word(mark.rest) || is_clipped_and(mark.rest);
  return clipped ? kApostrophe : quote(mark, singles_, quotes_[2], quotes_[3]);
}

std::string_view Punctuation::replacement(const Mark& mark) {
  switch (mark.text.front()) {
    case '"':
      // Inches and seconds: 24" where no quotation is open that it could close.
      if (doubles_ == 0 && is_digit(mark.before)) return kDoublePrime;
      return quote(mark, doubles_, quotes_[0], quotes_[1]);
    case '\'': return single_quote(mark);
    case '-': return mark.text.size() == 2 ? kEnDash : mark.text.size() == 3 ? kEmDash : mark.text;
    case '.': return mark.text.size() == 3 ? kEllipsis : mark.text;
    default: break;
  }
  // Word processors turn the apostrophe of ’s avonds the wrong way round.
  const bool wrong_way = mark.text == kOpeningSingle && !is_word(mark.before) && is_clipped_word(mark.rest);
  return wrong_way ? kApostrophe : mark.text;
}

void Punctuation::write(std::string_view text, char32_t next, std::string* html, std::string* plain) {
  std::size_t done = 0;
  const auto copy = [&](std::size_t end) {
    if (end == done) return;
    if (html != nullptr) html->append(text, done, end - done);
    if (plain != nullptr) plain->append(text, done, end - done);
    before_ = character_before(text, end, before_);
    done = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kMarks[static_cast<unsigned char>(text[at])]) continue;
    const std::size_t length = mark_length(text, at);
    if (length == 0) continue;
    copy(at);
    done = at + length;
    const Mark mark{text.substr(at, length), text.substr(done), before_, character_at(text, done, next)};
    const std::string_view written = replacement(mark);
    if (html != nullptr) text::append_html(*html, written);
    if (plain != nullptr) plain->append(written);
    before_ = character_before(written, written.size(), ' ');
    at = done - 1;
  }
  copy(text.size());
}

}  // namespace katern::parse
