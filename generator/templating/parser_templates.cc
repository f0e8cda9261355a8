#include <algorithm>
#include <string>
#include <utility>

#include "templating/parser.h"

namespace katern::templating {
namespace {

bool only_spaces(const Body& body) {
  return std::all_of(body.begin(), body.end(), [](const StatementPtr& statement) {
    return statement->kind == StatementKind::text &&
           static_cast<const Text&>(*statement).text.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos;
  });
}

}  // namespace

bool Parser::context_clause(bool fallback) {
  const bool with = is_word("with");
  if ((with || is_word("without")) && ahead().kind == TokenKind::name && ahead().text == "context") {
    advance();
    advance();
    return with;
  }
  return fallback;
}

StatementPtr Parser::import(OpenTag tag) {
  auto made = std::make_unique<Import>(tag.at);
  made->source = expression();
  expect_word("as");
  made->target = name_target();
  made->with_context = context_clause(false);
  end_tag();
  return made;
}

StatementPtr Parser::from_import(OpenTag tag) {
  auto made = std::make_unique<FromImport>(tag.at);
  made->source = expression();
  expect_word("import");
  bool clause = false;
  while (true) {
    if (!made->names.empty()) {
      if (!skip(TokenKind::comma)) break;
    }
    clause = (is_word("with") || is_word("without")) && ahead().text == "context";
    if (clause || !is(TokenKind::name)) break;
    FromImport::Imported imported;
    imported.target = name_target();
    imported.name = imported.target.name;
    imported.at = imported.target.at;
    if (imported.name.text.starts_with('_')) {
      fail(Code::template_import_private, imported.at, {{"name", std::string(imported.name.text)}});
    }
    if (skip_word("as")) imported.target = name_target();
    made->names.push_back(std::move(imported));
  }
  if (made->names.empty()) unexpected_token("name");
  made->with_context = context_clause(false);
  end_tag();
  return made;
}

StatementPtr Parser::include(OpenTag tag) {
  auto made = std::make_unique<Include>(tag.at);
  made->source = expression();
  if (is_word("ignore") && ahead().text == "missing") {
    advance();
    advance();
    made->ignore_missing = true;
  }
  made->with_context = context_clause(true);
  end_tag();
  return made;
}

StatementPtr Parser::extends(OpenTag tag) {
  auto made = std::make_unique<Extends>(tag.at, expression());
  end_tag();
  return made;
}

StatementPtr Parser::block(OpenTag tag) {
  auto code = std::make_unique<BlockCode>();
  code->at = tag.at;
  header([&] {
    const Token& name = expect(TokenKind::name, "name");
    code->name = Name(name.text);
    code->at = name.at;
    code->scoped = skip_word("scoped");
    code->required = skip_word("required");
  });
  const std::string_view name = code->name.text;
  if (!name.empty() && template_.block(code->name) != nullptr) {
    note({Code::template_block_doubled, code->at, {{"name", std::string(name)}}, {}});
  }
  auto made = std::make_unique<Block>(tag.at);
  made->code = code.get();
  template_.blocks.push_back(std::move(code));
  made->code->function = function_until("endblock", tag);
  if (made->code->required && !only_spaces(made->code->function.body)) {
    note({Code::template_block_not_empty, made->code->at, {{"name", std::string(name)}}, {}});
  }
  advance();
  header([&] {
    if (!is(TokenKind::name)) return;
    if (!name.empty() && current().text != name) unexpected_token(name);
    advance();
  });
  return made;
}

}  // namespace katern::templating
