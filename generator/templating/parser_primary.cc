#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "templating/parser.h"
#include "text/utf8.h"

namespace katern::templating {
namespace {

std::string without_underscores(std::string_view digits) {
  std::string out(digits);
  std::erase(out, '_');
  return out;
}

std::optional<std::uint32_t> digits_of(std::string_view text, int base) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<char> simple_escape(char c) {
  switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'v': return '\v';
    case '\\': return '\\';
    case '\'': return '\'';
    case '"': return '"';
    default: return std::nullopt;
  }
}

// Escapes as in Python; nothing when a code point is none.
std::optional<std::string> unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i++];
      continue;
    }
    const char c = text[i + 1];
    i += 2;
    if (const auto simple = simple_escape(c)) {
      out += *simple;
    } else if (c == 'x' || c == 'u' || c == 'U') {
      const std::size_t length = c == 'x' ? 2 : c == 'u' ? 4 : 8;
      const std::string_view digits = text.substr(i, length);
      const auto code = digits.size() == length ? digits_of(digits, 16) : std::nullopt;
      if (!code || *code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF)) return std::nullopt;
      text::append(out, static_cast<char32_t>(*code));
      i += length;
    } else if (c >= '0' && c <= '7') {
      std::size_t end = i;
      while (end < text.size() && end < i + 2 && text[end] >= '0' && text[end] <= '7') ++end;
      text::append(out, static_cast<char32_t>(*digits_of(text.substr(i - 1, end - i + 1), 8)));
      i = end;
    } else if (c != '\n') {
      out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace

ExprPtr Parser::primary() {
  switch (current().kind) {
    case TokenKind::name: return name_or_word();
    case TokenKind::string: return string();
    case TokenKind::integer: return integer();
    case TokenKind::number: return number();
    case TokenKind::left_paren: return parenthesized();
    case TokenKind::left_bracket: return list();
    case TokenKind::left_brace: return dict();
    default: unexpected_token("");
  }
}

ExprPtr Parser::name_or_word() {
  const Token& token = advance();
  const std::string_view word = token.text;
  if (word == "true" || word == "True") return deepen(std::make_unique<Constant>(token.at, Value(true)), 0);
  if (word == "false" || word == "False") return deepen(std::make_unique<Constant>(token.at, Value(false)), 0);
  if (word == "none" || word == "None") return deepen(std::make_unique<Constant>(token.at, Value()), 0);
  return deepen(std::make_unique<NameExpr>(token.at, word), 0);
}

ExprPtr Parser::string() {
  const Span first = current().at;
  std::string joined;
  const bool plain = ahead().kind != TokenKind::string && current().text.find('\\') == std::string_view::npos;
  if (plain) {
    const std::string_view quoted = advance().text;
    return deepen(std::make_unique<Constant>(first, Value::view(quoted.substr(1, quoted.size() - 2))), 0);
  }
  while (is(TokenKind::string)) {
    const Token& token = advance();
    const auto text = unescape(token.text.substr(1, token.text.size() - 2));
    if (!text) fail(Code::template_string_escape, token.at, {{"value", std::string(token.text)}});
    joined += *text;
  }
  return deepen(std::make_unique<Constant>(since(first), Value::string(joined)), 0);
}

ExprPtr Parser::integer() {
  const Token& token = advance();
  std::string digits = without_underscores(token.text);
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0' && (digits[1] | 0x20) >= 'b') {
    const char letter = static_cast<char>(digits[1] | 0x20);
    base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
    digits.erase(0, 2);
  }
  const bool octal_of_old =
      base == 10 && digits.size() > 1 && digits[0] == '0' && digits.find_first_not_of('0') != std::string::npos;
  std::int64_t value = 0;
  const char* const last = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), last, value, base);
  if (error != std::errc() || end != last || octal_of_old) {
    fail(Code::template_number_invalid, token.at, {{"value", std::string(token.text)}});
  }
  return deepen(std::make_unique<Constant>(token.at, Value(value)), 0);
}

ExprPtr Parser::number() {
  const Token& token = advance();
  const std::string digits = without_underscores(token.text);
  double value = 0;
  const char* const last = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), last, value);
  if (error != std::errc() || end != last) {
    fail(Code::template_number_invalid, token.at, {{"value", std::string(token.text)}});
  }
  return deepen(std::make_unique<Constant>(token.at, Value(value)), 0);
}

ExprPtr Parser::parenthesized() {
  const Descent descent(*this);
  const Span first = advance().at;
  if (skip(TokenKind::right_paren)) {
    return deepen(std::make_unique<ListExpr>(since(first), std::vector<ExprPtr>{}, true), 0);
  }
  ExprPtr inside = tuple(true);
  expect(TokenKind::right_paren, ")");
  return inside;
}

ExprPtr Parser::list() {
  const Descent descent(*this);
  const Span first = advance().at;
  std::vector<ExprPtr> items;
  std::size_t below = 0;
  while (!is(TokenKind::right_bracket)) {
    if (!items.empty()) expect(TokenKind::comma, ",");
    if (is(TokenKind::right_bracket)) break;
    items.push_back(expression());
    below = std::max<std::size_t>(below, items.back()->depth);
  }
  advance();
  return deepen(std::make_unique<ListExpr>(since(first), std::move(items), false), below);
}

ExprPtr Parser::dict() {
  const Descent descent(*this);
  const Span first = advance().at;
  std::vector<std::pair<ExprPtr, ExprPtr>> entries;
  std::size_t below = 0;
  while (!is(TokenKind::right_brace)) {
    if (!entries.empty()) expect(TokenKind::comma, ",");
    if (is(TokenKind::right_brace)) break;
    ExprPtr key = expression();
    expect(TokenKind::colon, ":");
    ExprPtr value = expression();
    below = std::max<std::size_t>({below, key->depth, value->depth});
    entries.emplace_back(std::move(key), std::move(value));
  }
  advance();
  return deepen(std::make_unique<DictExpr>(since(first), std::move(entries)), below);
}

bool Parser::at_tuple_end(std::initializer_list<std::string_view> ends) const {
  switch (current().kind) {
    case TokenKind::output_end:
    case TokenKind::tag_end:
    case TokenKind::right_paren:
    case TokenKind::end: return true;
    default: break;
  }
  return is(TokenKind::name) && std::find(ends.begin(), ends.end(), current().text) != ends.end();
}

ExprPtr Parser::tuple(bool with_conditional, std::initializer_list<std::string_view> ends) {
  const Span first = current().at;
  std::vector<ExprPtr> items;
  std::size_t below = 0;
  bool commas = false;
  while (true) {
    if (!items.empty() && at_tuple_end(ends)) break;
    items.push_back(with_conditional ? expression() : either());
    below = std::max<std::size_t>(below, items.back()->depth);
    if (!skip(TokenKind::comma)) break;
    commas = true;
  }
  if (!commas) return std::move(items.front());
  return deepen(std::make_unique<ListExpr>(since(first), std::move(items), true), below);
}

}  // namespace katern::templating
