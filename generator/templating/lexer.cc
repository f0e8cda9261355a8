#include "templating/lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace katern::templating {
namespace {

using std::string_view;

constexpr string_view kSpaces = " \t\n\r\f\v";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

struct Operator {
  string_view text;
  TokenKind kind;
};

// Longer ones first.
constexpr std::array kOperators{
    Operator{"//", TokenKind::double_slash}, Operator{"**", TokenKind::double_star},
    Operator{"==", TokenKind::equal},        Operator{"!=", TokenKind::not_equal},
    Operator{"<=", TokenKind::less_equal},   Operator{">=", TokenKind::greater_equal},
    Operator{"+", TokenKind::plus},          Operator{"-", TokenKind::minus},
    Operator{"*", TokenKind::star},          Operator{"/", TokenKind::slash},
    Operator{"%", TokenKind::percent},       Operator{"~", TokenKind::tilde},
    Operator{"(", TokenKind::left_paren},    Operator{")", TokenKind::right_paren},
    Operator{"[", TokenKind::left_bracket},  Operator{"]", TokenKind::right_bracket},
    Operator{"{", TokenKind::left_brace},    Operator{"}", TokenKind::right_brace},
    Operator{",", TokenKind::comma},         Operator{":", TokenKind::colon},
    Operator{".", TokenKind::dot},           Operator{"|", TokenKind::pipe},
    Operator{"=", TokenKind::assign},        Operator{"<", TokenKind::less},
    Operator{">", TokenKind::greater},
};

class Lexer {
 public:
  Lexer(const Source& source, const CompileOptions& options, Mistakes& mistakes)
      : text_(source.text()), options_(options), mistakes_(mistakes) {}

  std::vector<Token> all() {
    if (!options_.keep_trailing_newline && text_.ends_with('\n')) text_.remove_suffix(1);
    while (at_ < text_.size()) {
      const std::size_t tag = next_tag(at_);
      if (tag == text_.size()) {
        emit_text(at_, tag);
        at_ = tag;
        break;
      }
      try {
        read_tag(tag);
      } catch (SyntaxError& error) {
        go_on_behind(tag, std::move(error));
      }
    }
    emit(TokenKind::end, text_.size(), 0);
    return std::move(tokens_);
  }

  std::vector<Token> expression() {
    while (skip_spaces()) read_token();
    if (!open_.empty()) fail(Code::template_bracket_unclosed, open_.back(), 1);
    emit(TokenKind::end, text_.size(), 0);
    return std::move(tokens_);
  }

 private:
  [[noreturn]] void fail(Code code, std::size_t offset, std::size_t length) const {
    const string_view what = text_.substr(offset, length);
    throw SyntaxError{code, span(offset, length), {{"value", std::string(what)}}, {}};
  }

  // What was never closed hides the rest of the text; another tag ends where it closes, or where the next one begins.
  void go_on_behind(std::size_t tag, SyntaxError error) {
    const std::size_t from = std::max<std::size_t>(tag + 2, error.at.offset);
    const bool inside = error.code != Code::template_comment_unclosed && error.code != Code::template_block_unclosed;
    mistakes_.add(std::move(error));
    open_.clear();
    at_ = text_.size();
    if (!inside) return;
    const bool output = text_[tag + 1] == '{';
    const std::size_t next = next_tag(from);
    const std::size_t close = text_.find(output ? "}}" : "%}", from);
    emit(TokenKind::broken, from, 0);
    emit(output ? TokenKind::output_end : TokenKind::tag_end, from, 0);
    if (!mistakes_.too_many()) at_ = std::min(next, close == string_view::npos ? next : close + 2);
  }

  static Span span(std::size_t offset, std::size_t length) {
    return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
  }

  void emit(TokenKind kind, std::size_t offset, std::size_t length) {
    tokens_.push_back({kind, span(offset, length), text_.substr(offset, length)});
  }

  void emit_text(std::size_t begin, std::size_t end) {
    if (begin < end) emit(TokenKind::text, begin, end - begin);
  }

  char char_at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  std::size_t skip_spaces_from(std::size_t offset) const {
    return std::min(text_.find_first_not_of(kSpaces, offset), text_.size());
  }

  std::size_t next_tag(std::size_t from) const {
    for (std::size_t i = text_.find('{', from); i != string_view::npos; i = text_.find('{', i + 1)) {
      const char c = char_at(i + 1);
      if (c == '{' || c == '%' || c == '#') return i;
    }
    return text_.size();
  }

  // The text before a tag, as far as the tag lets it stand. Only whole lines of white space are stripped, and a line
  // also begins where the newline after an earlier block was trimmed.
  std::size_t text_end(std::size_t begin, std::size_t tag) const {
    const char sign = char_at(tag + 2);
    const string_view before = text_.substr(begin, tag - begin);
    if (sign == '-') return begin + before.find_last_not_of(kSpaces) + 1;
    if (sign == '+' || !options_.lstrip_blocks || char_at(tag + 1) == '{') return tag;
    const std::size_t newline = before.rfind('\n');
    if (newline == string_view::npos && !(begin == 0 || text_[begin - 1] == '\n')) return tag;
    const std::size_t line = newline == string_view::npos ? 0 : newline + 1;
    return before.find_first_not_of(kSpaces, line) == string_view::npos ? begin + line : tag;
  }

  void read_tag(std::size_t tag) {
    emit_text(at_, text_end(at_, tag));
    const char sign = char_at(tag + 2);
    at_ = tag + 2 + (sign == '-' || sign == '+' ? 1 : 0);
    switch (text_[tag + 1]) {
      case '#': skip_comment(tag); break;
      case '{': read_inside(tag, TokenKind::output_begin, TokenKind::output_end, "}}"); break;
      default:
        if (!read_raw(tag)) read_inside(tag, TokenKind::tag_begin, TokenKind::tag_end, "%}");
    }
  }

  void skip_comment(std::size_t tag) {
    const std::size_t end = text_.find("#}", at_);
    if (end == string_view::npos) fail(Code::template_comment_unclosed, tag, 2);
    const char sign = end > at_ ? text_[end - 1] : '\0';
    at_ = after_block(end + 2, sign);
  }

  // What follows the end of a block or comment: `-` takes all white space, and trim_blocks one newline.
  std::size_t after_block(std::size_t offset, char sign) const {
    if (sign == '-') return skip_spaces_from(offset);
    if (sign != '+' && options_.trim_blocks && char_at(offset) == '\n') return offset + 1;
    return offset;
  }

  // Where `{% word %}` that begins at `tag` ends, with its closing sign; nothing when it is another tag.
  struct WordTag {
    std::size_t end;
    char sign;
  };
  std::optional<WordTag> word_tag(std::size_t tag, string_view word) const {
    std::size_t i = tag + 2;
    if (char_at(i) == '-' || char_at(i) == '+') ++i;
    i = skip_spaces_from(i);
    if (text_.substr(i, word.size()) != word) return std::nullopt;
    i = skip_spaces_from(i + word.size());
    char sign = '\0';
    if (char_at(i) == '-' || char_at(i) == '+') sign = text_[i++];
    if (text_.substr(i, 2) != "%}") return std::nullopt;
    return WordTag{i + 2, sign};
  }

  bool read_raw(std::size_t tag) {
    const auto begin = word_tag(tag, "raw");
    if (!begin || begin->sign == '+') return false;
    const std::size_t from = begin->sign == '-' ? skip_spaces_from(begin->end) : begin->end;
    for (std::size_t i = text_.find("{%", from); i != string_view::npos; i = text_.find("{%", i + 1)) {
      const auto end = word_tag(i, "endraw");
      if (!end) continue;
      emit_text(from, std::max(from, text_end(from, i)));
      at_ = after_block(end->end, end->sign);
      return true;
    }
    throw SyntaxError{
        Code::template_block_unclosed, span(tag, begin->end - tag), {{"tag", "raw"}, {"end", "endraw"}}, {}};
  }

  void read_inside(std::size_t tag, TokenKind begin, TokenKind end, string_view closing) {
    emit(begin, tag, at_ - tag);
    while (skip_spaces()) {
      if (open_.empty()) {
        const char sign = text_[at_];
        const bool signed_end =
            (sign == '-' || (sign == '+' && closing == "%}")) && text_.substr(at_ + 1, 2) == closing;
        if (signed_end || text_.substr(at_, 2) == closing) {
          const std::size_t start = at_;
          at_ += signed_end ? 3 : 2;
          emit(end, start, at_ - start);
          if (end == TokenKind::tag_end) {
            at_ = after_block(at_, signed_end ? sign : '\0');
          } else if (signed_end) {
            at_ = skip_spaces_from(at_);
          }
          return;
        }
      }
      if (next_tag_here()) break;
      read_token();
    }
    if (!open_.empty()) fail(Code::template_bracket_unclosed, open_.back(), 1);
    throw SyntaxError{Code::template_tag_unclosed,
                      span(tag, 2),
                      {{"value", std::string(text_.substr(tag, 2))}, {"end", std::string(closing)}},
                      {}};
  }

  // No expression has `{{`, `{%` or `{#` in it: then the tag before was not closed.
  bool next_tag_here() const {
    const char after = char_at(at_ + 1);
    return text_[at_] == '{' && (after == '{' || after == '%' || after == '#');
  }

  /// False at the end of the text.
  bool skip_spaces() {
    at_ = skip_spaces_from(at_);
    return at_ < text_.size();
  }

  void read_token() {
    const char c = text_[at_];
    if (is_name_start(c)) {
      const std::size_t start = at_;
      while (is_name_part(char_at(at_))) ++at_;
      emit(TokenKind::name, start, at_ - start);
    } else if (is_digit(c)) {
      read_number();
    } else if (c == '\'' || c == '"') {
      read_string(c);
    } else {
      read_operator();
    }
  }

  std::size_t skip_digits(std::size_t i) const {
    while (is_digit(char_at(i)) || (char_at(i) == '_' && is_digit(char_at(i + 1)))) ++i;
    return i;
  }

  void read_number() {
    const std::size_t start = at_;
    const char base = static_cast<char>(char_at(at_ + 1) | 0x20);
    if (text_[at_] == '0' && (base == 'x' || base == 'o' || base == 'b')) {
      at_ += 2;
      while (is_name_part(char_at(at_))) ++at_;
      emit(TokenKind::integer, start, at_ - start);
      return;
    }
    at_ = skip_digits(at_);
    TokenKind kind = TokenKind::integer;
    // `a.1.5` asks for the item 1 of a, and of that the item 5.
    const bool after_dot = !tokens_.empty() && tokens_.back().kind == TokenKind::dot;
    if (!after_dot && char_at(at_) == '.' && is_digit(char_at(at_ + 1))) {
      at_ = skip_digits(at_ + 1);
      kind = TokenKind::number;
    }
    if (!after_dot && (char_at(at_) == 'e' || char_at(at_) == 'E')) {
      const std::size_t digits = at_ + (char_at(at_ + 1) == '+' || char_at(at_ + 1) == '-' ? 2 : 1);
      if (is_digit(char_at(digits))) {
        at_ = skip_digits(digits);
        kind = TokenKind::number;
      }
    }
    emit(kind, start, at_ - start);
  }

  void read_string(char quote) {
    const std::size_t start = at_++;
    while (at_ < text_.size() && text_[at_] != quote) at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) fail(Code::template_string_unclosed, start, 1);
    ++at_;
    emit(TokenKind::string, start, at_ - start);
  }

  void read_operator() {
    const string_view rest = text_.substr(at_);
    const auto found =
        std::find_if(kOperators.begin(), kOperators.end(), [&](const Operator& o) { return rest.starts_with(o.text); });
    if (found == kOperators.end()) fail(Code::template_character_unexpected, at_, 1);
    balance(found->kind);
    emit(found->kind, at_, found->text.size());
    at_ += found->text.size();
  }

  void balance(TokenKind kind) {
    if (kind == TokenKind::left_paren || kind == TokenKind::left_bracket || kind == TokenKind::left_brace) {
      open_.push_back(at_);
      return;
    }
    char opening = '\0';
    if (kind == TokenKind::right_paren) opening = '(';
    if (kind == TokenKind::right_bracket) opening = '[';
    if (kind == TokenKind::right_brace) opening = '{';
    if (opening == '\0') return;
    if (open_.empty()) fail(Code::template_bracket_unopened, at_, 1);
    if (text_[open_.back()] != opening) fail(Code::template_bracket_unclosed, open_.back(), 1);
    open_.pop_back();
  }

  string_view text_;
  const CompileOptions& options_;
  Mistakes& mistakes_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  ///< where the brackets stand that are open in this tag
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(const Source& source, const CompileOptions& options, Mistakes& mistakes) {
  return Lexer(source, options, mistakes).all();
}

std::vector<Token> tokenize_expression(const Source& source) {
  Mistakes none;
  return Lexer(source, CompileOptions{}, none).expression();
}

}  // namespace katern::templating
