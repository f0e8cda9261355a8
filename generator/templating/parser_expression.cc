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

// Enough for any template that people write; the tree is walked by recursion, also when it is run.
constexpr std::size_t kMaxNesting = 200;

std::optional<Comparison> comparison_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::equal: return Comparison::equal;
    case TokenKind::not_equal: return Comparison::not_equal;
    case TokenKind::less: return Comparison::less;
    case TokenKind::less_equal: return Comparison::less_equal;
    case TokenKind::greater: return Comparison::greater;
    case TokenKind::greater_equal: return Comparison::greater_equal;
    default: return std::nullopt;
  }
}

std::optional<Operation> product_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::star: return Operation::multiply;
    case TokenKind::slash: return Operation::divide;
    case TokenKind::double_slash: return Operation::floor_divide;
    case TokenKind::percent: return Operation::modulo;
    default: return std::nullopt;
  }
}

std::size_t depth_of(const ExprPtr& node) { return node ? node->depth : 0; }

}  // namespace

Parser::Descent::Descent(Parser& parser) : parser_(parser) {
  if (parser_.nesting_ >= kMaxNesting) fail(Code::template_too_deep, parser_.current().at);
  ++parser_.nesting_;
}

ExprPtr Parser::deepen(ExprPtr node, std::size_t below) {
  if (below >= kMaxNesting) fail(Code::template_too_deep, node->at);
  node->depth = static_cast<std::uint16_t>(below + 1);
  function_depth_ = std::max(function_depth_, nesting_ + node->depth);
  return node;
}

ExprPtr Parser::deepen(ExprPtr node, std::initializer_list<const Expr*> below) {
  std::size_t deepest = 0;
  for (const Expr* child : below) deepest = std::max<std::size_t>(deepest, child == nullptr ? 0 : child->depth);
  return deepen(std::move(node), deepest);
}

std::size_t Parser::depth_of(const CallArguments& arguments) {
  std::size_t deepest = std::max(templating::depth_of(arguments.rest), templating::depth_of(arguments.named_rest));
  for (const ExprPtr& value : arguments.positional) deepest = std::max(deepest, templating::depth_of(value));
  for (const NamedExpr& named : arguments.named) deepest = std::max(deepest, templating::depth_of(named.value));
  return deepest;
}

void Parser::parse_lone_expression() {
  const Span first = current().at;
  ExprPtr value = expression();
  if (!is(TokenKind::end)) unexpected_token("");
  const Span at = since(first);
  template_.root.body.push_back(std::make_unique<Output>(at, std::move(value)));
  template_.root.depth = static_cast<std::uint16_t>(function_depth_);
}

ExprPtr Parser::expression() { return conditional(); }

ExprPtr Parser::conditional() {
  const Descent descent(*this);
  const Span first = current().at;
  ExprPtr value = either();
  while (skip_word("if")) {
    ExprPtr condition = either();
    ExprPtr otherwise = skip_word("else") ? conditional() : nullptr;
    const std::initializer_list<const Expr*> below = {condition.get(), value.get(), otherwise.get()};
    std::size_t deepest = 0;
    for (const Expr* child : below) deepest = std::max<std::size_t>(deepest, child == nullptr ? 0 : child->depth);
    value = deepen(
        std::make_unique<Conditional>(since(first), std::move(condition), std::move(value), std::move(otherwise)),
        deepest);
  }
  return value;
}

ExprPtr Parser::either() {
  const Span first = current().at;
  ExprPtr left = both();
  while (skip_word("or")) {
    ExprPtr right = both();
    const std::size_t below = std::max(left->depth, right->depth);
    left = deepen(std::make_unique<Logical>(since(first), true, std::move(left), std::move(right)), below);
  }
  return left;
}

ExprPtr Parser::both() {
  const Span first = current().at;
  ExprPtr left = negation();
  while (skip_word("and")) {
    ExprPtr right = negation();
    const std::size_t below = std::max(left->depth, right->depth);
    left = deepen(std::make_unique<Logical>(since(first), false, std::move(left), std::move(right)), below);
  }
  return left;
}

ExprPtr Parser::negation() {
  const Span first = current().at;
  if (!is_word("not")) return comparison();
  const Descent descent(*this);
  advance();
  ExprPtr operand = negation();
  const std::size_t below = operand->depth;
  return deepen(std::make_unique<Unary>(ExprKind::logical_not, since(first), std::move(operand)), below);
}

ExprPtr Parser::comparison() {
  const Span first = current().at;
  ExprPtr left = sum();
  std::size_t below = left->depth;
  std::vector<Compare::Link> links;
  while (true) {
    std::optional<Comparison> kind = comparison_of(current().kind);
    if (kind) {
      advance();
    } else if (skip_word("in")) {
      kind = Comparison::in;
    } else if (is_word("not") && ahead().kind == TokenKind::name && ahead().text == "in") {
      advance();
      advance();
      kind = Comparison::not_in;
    } else {
      break;
    }
    ExprPtr right = sum();
    below = std::max<std::size_t>(below, right->depth);
    links.push_back({*kind, std::move(right)});
  }
  if (links.empty()) return left;
  return deepen(std::make_unique<Compare>(since(first), std::move(left), std::move(links)), below);
}

ExprPtr Parser::sum() {
  const Span first = current().at;
  ExprPtr left = concatenation();
  while (is(TokenKind::plus) || is(TokenKind::minus)) {
    const Operation operation = advance().kind == TokenKind::plus ? Operation::add : Operation::subtract;
    ExprPtr right = concatenation();
    const std::size_t below = std::max(left->depth, right->depth);
    left = deepen(std::make_unique<Binary>(since(first), operation, std::move(left), std::move(right)), below);
  }
  return left;
}

ExprPtr Parser::concatenation() {
  const Span first = current().at;
  std::vector<ExprPtr> parts;
  parts.push_back(product());
  std::size_t below = parts.back()->depth;
  while (skip(TokenKind::tilde)) {
    parts.push_back(product());
    below = std::max<std::size_t>(below, parts.back()->depth);
  }
  if (parts.size() == 1) return std::move(parts.front());
  return deepen(std::make_unique<Concat>(since(first), std::move(parts)), below);
}

ExprPtr Parser::product() {
  const Span first = current().at;
  ExprPtr left = power();
  while (const auto operation = product_of(current().kind)) {
    advance();
    ExprPtr right = power();
    const std::size_t below = std::max(left->depth, right->depth);
    left = deepen(std::make_unique<Binary>(since(first), *operation, std::move(left), std::move(right)), below);
  }
  return left;
}

ExprPtr Parser::power() {
  const Span first = current().at;
  ExprPtr left = unary();
  while (skip(TokenKind::double_star)) {
    ExprPtr right = unary();
    const std::size_t below = std::max(left->depth, right->depth);
    left = deepen(std::make_unique<Binary>(since(first), Operation::power, std::move(left), std::move(right)), below);
  }
  return left;
}

ExprPtr Parser::unary(bool with_filters) {
  const Span first = current().at;
  ExprPtr node;
  if (is(TokenKind::minus) || is(TokenKind::plus)) {
    const Descent descent(*this);
    const ExprKind kind = advance().kind == TokenKind::minus ? ExprKind::negate : ExprKind::plus;
    ExprPtr operand = unary(false);
    const std::size_t below = operand->depth;
    node = deepen(std::make_unique<Unary>(kind, since(first), std::move(operand)), below);
  } else {
    node = primary();
  }
  node = postfix(std::move(node));
  return with_filters ? filters_and_tests(std::move(node)) : std::move(node);
}

}  // namespace katern::templating
