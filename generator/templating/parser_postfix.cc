#include <algorithm>
#include <string>
#include <utility>

#include "templating/parser.h"

namespace katern::templating {
namespace {

std::size_t depth_of(const ExprPtr& node) { return node ? node->depth : 0; }

}  // namespace

ExprPtr Parser::postfix(ExprPtr node) {
  while (true) {
    if (is(TokenKind::dot) || is(TokenKind::left_bracket)) {
      node = subscript(std::move(node));
    } else if (is(TokenKind::left_paren)) {
      node = call(std::move(node));
    } else {
      return node;
    }
  }
}

ExprPtr Parser::filters_and_tests(ExprPtr node) {
  while (true) {
    if (is(TokenKind::pipe)) {
      advance();
      node = filter(std::move(node));
    } else if (is_word("is")) {
      node = test(std::move(node));
    } else if (is(TokenKind::left_paren)) {
      node = call(std::move(node));
    } else {
      return node;
    }
  }
}

std::string_view Parser::filter_name(Span& at) {
  const Token& first = expect(TokenKind::name, "name");
  at = first.at;
  while (skip(TokenKind::dot)) at = join(at, expect(TokenKind::name, "name").at);
  return template_.source.text().substr(at.offset, at.length);
}

ExprPtr Parser::filter(ExprPtr subject) {
  const Span first = subject ? subject->at : current().at;
  Span name_at;
  const std::string_view name = filter_name(name_at);
  CallArguments arguments;
  arguments.at = name_at;
  if (is(TokenKind::left_paren)) arguments = call_arguments();
  const std::size_t below = std::max(templating::depth_of(subject), depth_of(arguments));
  return deepen(std::make_unique<Applied>(ExprKind::filter, since(first), std::move(subject), name, name_at,
                                          std::move(arguments)),
                below);
}

ExprPtr Parser::filter_chain(ExprPtr subject) {
  ExprPtr node = filter(std::move(subject));
  while (skip(TokenKind::pipe)) node = filter(std::move(node));
  return node;
}

ExprPtr Parser::test(ExprPtr subject) {
  advance();
  const bool negated = skip_word("not");
  Span name_at;
  const std::string_view name = filter_name(name_at);
  CallArguments arguments;
  arguments.at = name_at;
  if (is(TokenKind::left_paren)) {
    arguments = call_arguments();
  } else {
    constexpr std::array kBegins{TokenKind::name,      TokenKind::string,     TokenKind::integer,
                                 TokenKind::number,    TokenKind::left_paren, TokenKind::left_bracket,
                                 TokenKind::left_brace};
    const bool begins = std::find(kBegins.begin(), kBegins.end(), current().kind) != kBegins.end();
    if (is_word("is")) unexpected_token("");
    if (begins && !is_word("else") && !is_word("or") && !is_word("and") && !is_word("if") && !is_word("in") &&
        !is_word("not") && !is_word("recursive")) {
      arguments.positional.push_back(postfix(primary()));
    }
  }
  const std::size_t below = std::max<std::size_t>(subject->depth, depth_of(arguments));
  const Span at = since(subject->at);
  auto node = std::make_unique<Applied>(ExprKind::test, at, std::move(subject), name, name_at, std::move(arguments));
  node->negated = negated;
  return deepen(std::move(node), below);
}

ExprPtr Parser::subscript(ExprPtr object) {
  const Span first = object->at;
  const std::size_t below = object->depth;
  if (skip(TokenKind::dot)) {
    if (is(TokenKind::name)) {
      const std::string_view name = advance().text;
      return deepen(std::make_unique<Attribute>(since(first), std::move(object), name), below);
    }
    if (!is(TokenKind::integer)) unexpected_token("name");
    ExprPtr index = integer();
    return deepen(std::make_unique<Item>(since(first), std::move(object), std::move(index)), below);
  }
  const Descent descent(*this);
  advance();
  if (is(TokenKind::colon)) return slice(std::move(object), nullptr, first);
  ExprPtr index = expression();
  if (is(TokenKind::colon)) return slice(std::move(object), std::move(index), first);
  expect(TokenKind::right_bracket, "]");
  const std::size_t deepest = std::max<std::size_t>(below, index->depth);
  return deepen(std::make_unique<Item>(since(first), std::move(object), std::move(index)), deepest);
}

ExprPtr Parser::slice(ExprPtr object, ExprPtr start, Span first) {
  auto node = std::make_unique<Slice>(first, std::move(object));
  node->start = std::move(start);
  expect(TokenKind::colon, ":");
  if (!is(TokenKind::colon) && !is(TokenKind::right_bracket)) node->stop = expression();
  if (skip(TokenKind::colon) && !is(TokenKind::right_bracket)) node->step = expression();
  expect(TokenKind::right_bracket, "]");
  node->at = since(first);
  const std::size_t below = std::max({templating::depth_of(node->object), templating::depth_of(node->start),
                                      templating::depth_of(node->stop), templating::depth_of(node->step)});
  return deepen(std::move(node), below);
}

ExprPtr Parser::call(ExprPtr callee) {
  const Span first = callee->at;
  CallArguments arguments = call_arguments();
  const std::size_t below = std::max<std::size_t>(callee->depth, depth_of(arguments));
  return deepen(std::make_unique<CallExpr>(since(first), std::move(callee), std::move(arguments)), below);
}

CallArguments Parser::call_arguments() {
  const Descent descent(*this);
  CallArguments arguments;
  const Span first = expect(TokenKind::left_paren, "(").at;
  bool begun = false;
  while (!is(TokenKind::right_paren)) {
    if (begun) expect(TokenKind::comma, ",");
    if (is(TokenKind::right_paren)) break;
    begun = true;
    const Span at = current().at;
    if (is(TokenKind::star) && !arguments.spread()) {
      advance();
      arguments.rest = expression();
    } else if (is(TokenKind::double_star) && !arguments.named_rest) {
      advance();
      arguments.named_rest = expression();
    } else if (arguments.named_rest) {
      fail(Code::template_argument_order, at);
    } else if (is(TokenKind::name) && ahead().kind == TokenKind::assign) {
      const std::string_view name = advance().text;
      advance();
      const bool doubled = std::any_of(arguments.named.begin(), arguments.named.end(),
                                       [&](const NamedExpr& named) { return named.name.text == name; });
      if (doubled) fail(Code::template_parameter_doubled, at, {{"name", std::string(name)}});
      arguments.named.push_back({Name(name), at, expression()});
    } else {
      if (!arguments.named.empty() || arguments.spread()) fail(Code::template_argument_order, at);
      arguments.positional.push_back(expression());
    }
  }
  advance();
  arguments.at = since(first);
  return arguments;
}

}  // namespace katern::templating
