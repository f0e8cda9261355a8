#pragma once

#include <initializer_list>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "templating/ast.h"
#include "templating/lexer.h"
#include "templating/token.h"

namespace katern::templating {

/// A template's tree, with names not yet resolved. With mistakes it is good for finding more of them, not for running.
/// Nesting is bounded, so any text is safe.
std::unique_ptr<Template> parse_template(Source source, const CompileOptions& options, Mistakes& mistakes);

/// The same for an expression on its own. Throws SyntaxError at the first mistake.
std::unique_ptr<Template> parse_expression(Source source);

/// By recursive descent, after the grammar of Jinja 3.1 (jinja2.parser). Operators are in parser_expression.cc, what
/// they work on in parser_primary.cc, what follows that (attributes, calls, filters, tests) in parser_postfix.cc,
/// statements in parser_statement.cc, those that speak of other templates in parser_templates.cc, and what is done
/// about mistakes in parser_recovery.cc.
class Parser {
 public:
  Parser(Template& target, std::vector<Token> tokens, Mistakes& mistakes)
      : template_(target), tokens_(std::move(tokens)), mistakes_(mistakes) {}

  void parse_all();
  void parse_lone_expression();

 private:
  /// Counts how deep the parser is in its own recursion, and refuses to go too deep.
  class Descent {
   public:
    explicit Descent(Parser& parser);
    ~Descent() { --parser_.nesting_; }
    Descent(const Descent&) = delete;
    Descent& operator=(const Descent&) = delete;

   private:
    Parser& parser_;
  };

  /// Has the words that end the body which is being parsed among those of the bodies around it.
  class Ending {
   public:
    Ending(Parser& parser, std::initializer_list<std::string_view> words);
    ~Ending();
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;

   private:
    Parser& parser_;
  };

  using Words = std::initializer_list<std::string_view>;

  struct OpenTag {
    std::string_view name;
    Span at;
  };

  // Mistakes
  void note(const SyntaxError& error);
  bool in_broken_tag() const;
  void skip_tag();
  void next(Body& body);
  bool ends_body_misspelt(Words ends);
  bool ends_outer_body() const;
  [[noreturn]] void never_closed(OpenTag opened, std::string_view end, std::size_t strays) const;
  [[noreturn]] void unknown_tag(const Token& word);
  /// The inside of a tag and its end. False when it has a mistake, which is noted; the tag is behind then as well.
  template <class Parse>
  bool header(Parse parse) {
    try {
      parse();
      end_tag();
      return true;
    } catch (const SyntaxError& error) {
      note(error);
      skip_tag();
      return false;
    }
  }
  /// The end of a body, whose last word is the current token.
  void end_word();
  /// In place of what could not be read.
  ExprPtr stand_in(Span at, Value value = {});

  // Tokens
  const Token& current() const { return tokens_[at_]; }
  const Token& ahead(std::size_t count = 1) const { return tokens_[std::min(at_ + count, tokens_.size() - 1)]; }
  const Token& advance() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool is(TokenKind kind) const { return current().kind == kind; }
  bool is_word(std::string_view word) const { return is(TokenKind::name) && current().text == word; }
  bool skip(TokenKind kind);
  bool skip_word(std::string_view word);
  const Token& expect(TokenKind kind, std::string_view what);
  void expect_word(std::string_view word);
  Span since(Span first) const;
  [[noreturn]] void unexpected_token(std::string_view expected) const;
  [[noreturn]] static void fail(Code code, Span at, std::vector<Diagnostic::Argument> arguments = {},
                                std::string suggestion = {});

  // Expressions
  ExprPtr expression();
  ExprPtr conditional();
  ExprPtr either();
  ExprPtr both();
  ExprPtr negation();
  ExprPtr comparison();
  ExprPtr sum();
  ExprPtr concatenation();
  ExprPtr product();
  ExprPtr power();
  ExprPtr unary(bool with_filters = true);
  ExprPtr primary();
  ExprPtr name_or_word();
  ExprPtr postfix(ExprPtr node);
  ExprPtr filters_and_tests(ExprPtr node);
  ExprPtr filter(ExprPtr subject);
  ExprPtr filter_chain(ExprPtr subject);
  ExprPtr test(ExprPtr subject);
  ExprPtr subscript(ExprPtr object);
  ExprPtr slice(ExprPtr object, ExprPtr start, Span first);
  ExprPtr call(ExprPtr callee);
  CallArguments call_arguments();
  ExprPtr parenthesized();
  ExprPtr list();
  ExprPtr dict();
  ExprPtr string();
  ExprPtr integer();
  ExprPtr number();
  /// One expression, or several with commas: a tuple. Ends before a word of `ends`.
  ExprPtr tuple(bool with_conditional, std::initializer_list<std::string_view> ends = {});
  bool at_tuple_end(std::initializer_list<std::string_view> ends) const;
  /// Gives the node the depth above those below.
  ExprPtr deepen(ExprPtr node, std::initializer_list<const Expr*> below);
  ExprPtr deepen(ExprPtr node, std::size_t below);
  static std::size_t depth_of(const CallArguments& arguments);
  std::string_view filter_name(Span& at);

  // Statements
  Body body_until(std::initializer_list<std::string_view> ends, OpenTag opened);
  bool ends_body(std::initializer_list<std::string_view> ends) const;
  void text_or_output(Body& body);
  void statement(Body& body);
  StatementPtr condition(OpenTag tag);
  StatementPtr loop(OpenTag tag);
  StatementPtr set(OpenTag tag);
  bool sets_value() const;
  static StatementPtr only_body(OpenTag tag, Body body);
  StatementPtr with(OpenTag tag);
  StatementPtr macro(OpenTag tag);
  StatementPtr call_block(OpenTag tag);
  StatementPtr import(OpenTag tag);
  StatementPtr from_import(OpenTag tag);
  StatementPtr include(OpenTag tag);
  StatementPtr extends(OpenTag tag);
  StatementPtr block(OpenTag tag);
  StatementPtr filter_block(OpenTag tag);
  StatementPtr evaluate(OpenTag tag);
  StatementPtr autoescape(OpenTag tag);
  StatementPtr jump(OpenTag tag, StatementKind kind);
  void print(Body& body);
  Target target(bool attribute_allowed, std::initializer_list<std::string_view> ends = {});
  Target name_target();
  std::vector<MacroParameter> signature();
  bool context_clause(bool fallback);
  void end_tag();
  Function function_until(std::string_view end, OpenTag opened);

  Template& template_;
  std::vector<Token> tokens_;
  Mistakes& mistakes_;
  std::vector<Words> endings_;                   ///< of the bodies around the current statement
  std::set<std::string, std::less<>> forgiven_;  ///< ends of tags that were wrong themselves
  std::size_t strays_ = 0;                       ///< ends without a beginning, so far
  std::size_t at_ = 0;
  std::size_t nesting_ = 0;
  std::size_t loops_ = 0;           ///< around the current statement, within its function
  std::size_t function_depth_ = 1;  ///< of the function that is being parsed
};

}  // namespace katern::templating
