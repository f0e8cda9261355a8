#include <algorithm>
#include <string>
#include <utility>

#include "templating/parser.h"

namespace katern::templating {
void Parser::parse_all() {
  try {
    template_.root.body = body_until({}, {});
  } catch (const SyntaxError& error) {
    note(error);  // too deep to go on
  }
  template_.root.depth = static_cast<std::uint16_t>(function_depth_);
}

bool Parser::ends_body(std::initializer_list<std::string_view> ends) const {
  return is(TokenKind::tag_begin) && ahead().kind == TokenKind::name &&
         std::find(ends.begin(), ends.end(), ahead().text) != ends.end();
}

// Leaves the word that ends the body as the current token.
Body Parser::body_until(std::initializer_list<std::string_view> ends, OpenTag opened) {
  const Descent descent(*this);
  function_depth_ = std::max(function_depth_, nesting_);
  const Ending ending(*this, ends);
  const std::size_t strays = strays_;
  Body body;
  while (!is(TokenKind::end)) {
    if (ends_body(ends) || ends_body_misspelt(ends)) {
      advance();
      return body;
    }
    if (ends_outer_body()) break;
    next(body);
  }
  if (!opened.name.empty()) never_closed(opened, *(ends.end() - 1), strays);
  return body;
}

void Parser::text_or_output(Body& body) {
  const Token& token = advance();
  if (token.kind == TokenKind::text) {
    body.push_back(std::make_unique<Text>(token.at, token.text));
    return;
  }
  ExprPtr value = tuple(true);
  const Span at = value->at;
  expect(TokenKind::output_end, "}}");
  body.push_back(std::make_unique<Output>(at, std::move(value)));
}

void Parser::statement(Body& body) {
  const Span begin = advance().at;
  if (!is(TokenKind::name)) unexpected_token("the name of a tag, such as if or set");
  const Token& word = advance();
  const OpenTag tag{word.text, join(begin, word.at)};
  const std::string_view name = word.text;
  if (name == "print") return print(body);

  StatementPtr made;
  if (name == "if")
    made = condition(tag);
  else if (name == "for")
    made = loop(tag);
  else if (name == "set")
    made = set(tag);
  else if (name == "with")
    made = with(tag);
  else if (name == "macro")
    made = macro(tag);
  else if (name == "call")
    made = call_block(tag);
  else if (name == "import")
    made = import(tag);
  else if (name == "from")
    made = from_import(tag);
  else if (name == "include")
    made = include(tag);
  else if (name == "extends")
    made = extends(tag);
  else if (name == "block")
    made = block(tag);
  else if (name == "filter")
    made = filter_block(tag);
  else if (name == "do")
    made = evaluate(tag);
  else if (name == "autoescape")
    made = autoescape(tag);
  else if (name == "break")
    made = jump(tag, StatementKind::leave_loop);
  else if (name == "continue")
    made = jump(tag, StatementKind::next_turn);
  else
    unknown_tag(word);
  body.push_back(std::move(made));
}

void Parser::end_tag() { expect(TokenKind::tag_end, "%}"); }

StatementPtr Parser::condition(OpenTag tag) {
  auto made = std::make_unique<Condition>(tag.at);
  while (true) {
    ExprPtr test;
    if (!header([&] { test = tuple(false); })) test = stand_in(tag.at, Value(true));
    Body body = body_until({"elif", "else", "endif"}, tag);
    made->branches.push_back({std::move(test), std::move(body)});
    if (skip_word("elif")) continue;
    if (skip_word("else")) {
      header([] {});
      Body otherwise = body_until({"endif"}, tag);
      made->branches.push_back({nullptr, std::move(otherwise)});
    }
    end_word();
    return made;
  }
}

StatementPtr Parser::loop(OpenTag tag) {
  auto made = std::make_unique<Loop>(tag.at);
  header([&] {
    made->target = target(false, {"in"});
    expect_word("in");
    made->items = tuple(false, {"recursive", "if"});
    if (skip_word("if")) made->filter = expression();
    made->recursive = skip_word("recursive");
  });
  if (!made->items) made->items = stand_in(tag.at);
  ++loops_;
  made->body = body_until({"endfor", "else"}, tag);
  --loops_;
  if (skip_word("else")) {
    header([] {});
    made->otherwise = body_until({"endfor"}, tag);
  }
  end_word();
  return made;
}

// Whether it has a value in the tag itself, or in a body that follows.
bool Parser::sets_value() const {
  for (std::size_t i = at_; i < tokens_.size(); ++i) {
    if (tokens_[i].kind == TokenKind::assign) return true;
    if (tokens_[i].kind == TokenKind::pipe || tokens_[i].kind == TokenKind::tag_end) return false;
  }
  return false;
}

StatementPtr Parser::set(OpenTag tag) {
  if (sets_value()) {
    Target to = target(true, {"="});
    expect(TokenKind::assign, "=");
    ExprPtr value = tuple(true);
    end_tag();
    return std::make_unique<Assign>(tag.at, std::move(to), std::move(value));
  }
  auto made = std::make_unique<Capture>(tag.at);
  header([&] {
    made->target = target(true, {"="});
    if (skip(TokenKind::pipe)) made->filter = filter_chain(nullptr);
  });
  made->body = body_until({"endset"}, tag);
  end_word();
  return made;
}

StatementPtr Parser::with(OpenTag tag) {
  auto made = std::make_unique<With>(tag.at);
  header([&] {
    while (!is(TokenKind::tag_end)) {
      if (!made->values.empty()) expect(TokenKind::comma, ",");
      Target to = target(false, {"="});
      expect(TokenKind::assign, "=");
      ExprPtr value = expression();
      made->values.emplace_back(std::move(to), std::move(value));
    }
  });
  made->body = body_until({"endwith"}, tag);
  end_word();
  return made;
}

// Stands for a tag whose own words are wrong, so that what is in it is read all the same.
StatementPtr Parser::only_body(OpenTag tag, Body body) {
  auto made = std::make_unique<With>(tag.at);
  made->body = std::move(body);
  return made;
}

// A function is a scope of its own: loops around it cannot be left from inside, and its depth is counted apart.
Function Parser::function_until(std::string_view end, OpenTag opened) {
  const std::size_t outer_depth = std::exchange(function_depth_, 1);
  const std::size_t outer_loops = std::exchange(loops_, 0);
  Function function;
  function.body = body_until({end}, opened);
  function.depth = static_cast<std::uint16_t>(function_depth_);
  function_depth_ = std::max(outer_depth, function_depth_);
  loops_ = outer_loops;
  return function;
}

std::vector<MacroParameter> Parser::signature() {
  std::vector<MacroParameter> parameters;
  expect(TokenKind::left_paren, "(");
  while (!is(TokenKind::right_paren)) {
    if (!parameters.empty()) expect(TokenKind::comma, ",");
    if (is(TokenKind::right_paren)) break;
    const Target name = name_target();
    const bool doubled = std::any_of(parameters.begin(), parameters.end(),
                                     [&](const MacroParameter& p) { return p.name.text == name.name.text; });
    if (doubled) fail(Code::template_parameter_doubled, name.at, {{"name", std::string(name.name.text)}});
    ExprPtr fallback = skip(TokenKind::assign) ? expression() : nullptr;
    if (!fallback && !parameters.empty() && parameters.back().fallback) {
      fail(Code::template_parameter_order, name.at, {{"name", std::string(name.name.text)}});
    }
    if (!fallback && name.name.text == "caller") fail(Code::template_caller_parameter, name.at);
    parameters.push_back({name.name, name.at, std::move(fallback)});
  }
  advance();
  return parameters;
}

StatementPtr Parser::macro(OpenTag tag) {
  auto made = std::make_unique<Macro>(tag.at);
  made->code.at = tag.at;
  made->code.source = &template_.source;
  header([&] {
    made->target = name_target();
    made->code.name = made->target.name.text;
    made->code.at = made->target.at;
    made->code.parameters = signature();
  });
  made->code.function = function_until("endmacro", tag);
  end_word();
  return made;
}

StatementPtr Parser::call_block(OpenTag tag) {
  auto made = std::make_unique<CallBlock>(tag.at);
  made->code.name = "caller";
  made->code.of_call_block = true;
  made->code.at = tag.at;
  made->code.source = &template_.source;
  const bool good = header([&] {
    if (is(TokenKind::left_paren)) made->code.parameters = signature();
    made->call = expression();
    if (made->call->kind != ExprKind::call) fail(Code::template_call_expected, made->call->at);
  });
  made->code.function = function_until("endcall", tag);
  end_word();
  if (!good) return only_body(tag, std::move(made->code.function.body));
  return made;
}

StatementPtr Parser::filter_block(OpenTag tag) {
  auto made = std::make_unique<FilterBlock>(tag.at);
  const bool good = header([&] { made->filter = filter_chain(nullptr); });
  made->body = body_until({"endfilter"}, tag);
  end_word();
  if (!good) return only_body(tag, std::move(made->body));
  return made;
}

StatementPtr Parser::evaluate(OpenTag tag) {
  auto made = std::make_unique<Evaluate>(tag.at, tuple(true));
  end_tag();
  return made;
}

StatementPtr Parser::autoescape(OpenTag tag) {
  auto made = std::make_unique<Autoescape>(tag.at);
  if (!header([&] { made->enabled = expression(); })) made->enabled = stand_in(tag.at, Value(true));
  made->body = body_until({"endautoescape"}, tag);
  end_word();
  return made;
}

StatementPtr Parser::jump(OpenTag tag, StatementKind kind) {
  if (loops_ == 0) fail(Code::template_jump_outside, tag.at, {{"tag", std::string(tag.name)}});
  end_tag();
  return std::make_unique<Jump>(kind, tag.at);
}

void Parser::print(Body& body) {
  do {
    ExprPtr value = expression();
    const Span at = value->at;
    body.push_back(std::make_unique<Output>(at, std::move(value)));
  } while (skip(TokenKind::comma));
  end_tag();
}

}  // namespace katern::templating
