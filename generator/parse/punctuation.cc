#include "parse/punctuation.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace katern::parse {
namespace {

constexpr std::string_view kApostrophe = "’";
constexpr std::string_view kOpeningSingle = "‘";
constexpr std::string_view kEnDash = "–";
constexpr std::string_view kEmDash = "—";
constexpr std::string_view kEllipsis = "…";

/// How far a quote may be from the one that closes it, when that decides what it is. Keeps hostile text linear.
constexpr std::size_t kFarthestClose = 200;

constexpr std::array<bool, 256> kMarks = [] {
  std::array<bool, 256> marks{};
  for (const char c : std::string_view("'\"-.\xE2")) marks[static_cast<unsigned char>(c)] = true;
  return marks;
}();

bool is_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return text::is_word(c);
}

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

/// Whether a ' that closes a quotation comes in `rest`, before another such quotation opens.
bool is_closed_soon(std::string_view rest) {
  rest = rest.substr(0, kFarthestClose);
  int open = 0;
  for (std::size_t at = rest.find('\''); at != rest.npos; at = rest.find('\'', at + 1)) {
    const char32_t before = character_before(rest, at, ' ');
    const char32_t after = character_at(rest, at + 1, ' ');
    if (is_word(before) && is_word(after)) continue;
    if (opens_after(before)) {
      if (!is_clipped_word(rest.substr(at + 1)) && !is_clipped_year(rest.substr(at + 1))) ++open;
    } else if (--open < 0) {
      return true;
    }
  }
  return false;
}

std::size_t run_length(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
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

void Punctuation::quote(const Mark& mark, unsigned& open, std::string_view opening, std::string_view closing) {
  const bool may_open = !text::is_space(mark.after) && !is_word(mark.before);
  const bool may_close = !text::is_space(mark.before);
  if (may_open && (!may_close || open == 0 || opens_after(mark.before))) {
    ++open;
    out_ += opening;
  } else if (may_close || open > 0) {
    if (open > 0) --open;
    out_ += closing;
  } else {
    out_ += mark.text.substr(mark.at, mark.end - mark.at);
  }
}

void Punctuation::double_quote(const Mark& mark) { quote(mark, doubles_, quotes_[0], quotes_[1]); }

void Punctuation::single_quote(const Mark& mark) {
  const std::string_view rest = mark.text.substr(mark.end);
  if (is_word(mark.before)) {
    const bool closes = !is_word(mark.after) && singles_ > 0;
    if (closes) --singles_;
    out_ += closes ? quotes_[3] : kApostrophe;
  } else if (is_clipped_word(rest) || (is_clipped_year(rest) && !is_closed_soon(rest))) {
    out_ += kApostrophe;
  } else {
    quote(mark, singles_, quotes_[2], quotes_[3]);
  }
}

void Punctuation::replace(const Mark& mark) {
  const std::string_view marked = mark.text.substr(mark.at, mark.end - mark.at);
  switch (marked.front()) {
    case '"': return double_quote(mark);
    case '\'': return single_quote(mark);
    case '-': out_ += marked.size() == 2 ? kEnDash : marked.size() == 3 ? kEmDash : marked; return;
    case '.': out_ += marked.size() == 3 ? kEllipsis : marked; return;
    default: break;
  }
  // Word processors turn the apostrophe of ’s avonds the wrong way round.
  const bool wrong_way = !is_word(mark.before) && is_clipped_word(mark.text.substr(mark.end));
  out_ += wrong_way ? kApostrophe : marked;
}

std::string_view Punctuation::apply(std::string_view text, char32_t next) {
  out_.clear();
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kMarks[static_cast<unsigned char>(text[at])]) continue;
    std::size_t length = 1;
    if (text[at] == '-' || text[at] == '.') {
      length = run_length(text, at);
    } else if (text[at] == kOpeningSingle[0]) {
      if (!text.substr(at).starts_with(kOpeningSingle)) continue;
      length = kOpeningSingle.size();
    }
    const bool plain = (text[at] == '-' || text[at] == '.') && length == 1;
    if (!plain) {
      // Right behind another mark, what counts is what that one became.
      const bool adjoins = done > 0 && done == at;
      const char32_t before = adjoins ? character_before(out_, out_.size(), ' ') : character_before(text, at, before_);
      out_.append(text, done, at - done);
      done = at + length;
      replace({text, at, done, before, character_at(text, done, next)});
    }
    at += length - 1;
  }
  const std::string_view written = done == 0 ? text : std::string_view(out_.append(text, done));
  before_ = character_before(written, written.size(), before_);
  return written;
}

}  // namespace katern::parse
