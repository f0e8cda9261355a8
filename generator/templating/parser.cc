#include "templating/parser.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace katern::templating {
namespace {

bool is_reserved(std::string_view name) {
  constexpr std::array<std::string_view, 6> kWords{"true", "True", "false", "False", "none", "None"};
  return std::find(kWords.begin(), kWords.end(), name) != kWords.end();
}

}  // namespace

std::unique_ptr<Template> parse_template(Source source, const CompileOptions& options, Mistakes& mistakes) {
  auto made = std::make_unique<Template>(std::move(source));
  Parser(*made, tokenize(made->source, options, mistakes), mistakes).parse_all();
  made->broken = !mistakes.all().empty();
  return made;
}

std::unique_ptr<Template> parse_expression(Source source) {
  auto made = std::make_unique<Template>(std::move(source));
  Mistakes none;
  Parser(*made, tokenize_expression(made->source), none).parse_lone_expression();
  return made;
}

bool Parser::skip(TokenKind kind) {
  if (!is(kind)) return false;
  advance();
  return true;
}

bool Parser::skip_word(std::string_view word) {
  if (!is_word(word)) return false;
  advance();
  return true;
}

const Token& Parser::expect(TokenKind kind, std::string_view what) {
  if (!is(kind)) unexpected_token(what);
  return advance();
}

void Parser::expect_word(std::string_view word) {
  if (!is_word(word)) unexpected_token(word);
  advance();
}

Span Parser::since(Span first) const { return at_ == 0 ? first : join(first, tokens_[at_ - 1].at); }

void Parser::unexpected_token(std::string_view expected) const {
  const Token& token = current();
  if (token.kind == TokenKind::end) fail(Code::template_ends_early, token.at, {{"expected", std::string(expected)}});
  // Behind an expression that is not written out, whoever writes = means to compare.
  const bool compares = expected.empty() || expected == "%}" || expected == ")";
  if (token.kind == TokenKind::assign && compares) fail(Code::template_equals_single, token.at);
  std::vector<Diagnostic::Argument> arguments{{"value", std::string(token.text)}};
  if (expected.empty()) fail(Code::template_token_unexpected, token.at, std::move(arguments));
  arguments.push_back({"expected", std::string(expected)});
  fail(Code::template_token_expected, token.at, std::move(arguments));
}

void Parser::fail(Code code, Span at, std::vector<Diagnostic::Argument> arguments, std::string suggestion) {
  throw SyntaxError{code, at, std::move(arguments), std::move(suggestion)};
}

Target Parser::name_target() {
  const Token& token = expect(TokenKind::name, "name");
  if (is_reserved(token.text)) fail(Code::template_name_reserved, token.at, {{"name", std::string(token.text)}});
  Target target;
  target.at = token.at;
  target.name = Name(token.text);
  return target;
}

Target Parser::target(bool attribute_allowed, std::initializer_list<std::string_view> ends) {
  const Descent descent(*this);
  const Span first = current().at;
  const auto one = [&]() -> Target {
    if (!skip(TokenKind::left_paren)) return name_target();
    Target inside = target(false, {});
    expect(TokenKind::right_paren, ")");
    return inside;
  };
  if (attribute_allowed && is(TokenKind::name) && ahead().kind == TokenKind::dot) {
    Target made = name_target();
    advance();
    made.attribute = expect(TokenKind::name, "name").text;
    made.at = since(first);
    return made;
  }
  Target made = one();
  if (!is(TokenKind::comma)) return made;
  Target several;
  several.tuple = true;
  several.parts.push_back(std::move(made));
  while (skip(TokenKind::comma)) {
    if (at_tuple_end(ends) || is(TokenKind::assign)) break;
    several.parts.push_back(one());
  }
  several.at = since(first);
  return several;
}

}  // namespace katern::templating
