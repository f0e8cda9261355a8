#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "templating/parser.h"
#include "text/words.h"

namespace katern::templating {
namespace {

constexpr std::array<std::string_view, 19> kTags{
    "autoescape", "block",  "break",   "call",  "continue", "do",  "extends", "filter", "for", "from",
    "if",         "import", "include", "macro", "print",    "raw", "set",     "with",   "elif"};

std::string nearest_tag(std::string_view word) {
  std::vector<std::string> tags(kTags.begin(), kTags.end());
  for (const char* end : {"endif", "endfor", "endblock", "endmacro", "endset", "endwith", "endcall", "endfilter",
                          "endautoescape", "else"}) {
    tags.emplace_back(end);
  }
  // A name that is right needs no other.
  if (std::find(tags.begin(), tags.end(), word) != tags.end()) return {};
  return text::nearest(word, tags).value_or("");
}

}  // namespace

Parser::Ending::Ending(Parser& parser, Words words) : parser_(parser) { parser_.endings_.push_back(words); }
Parser::Ending::~Ending() { parser_.endings_.pop_back(); }

// One mistake of a tag is enough, and of a text that nests too deep nothing further is read.
void Parser::note(const SyntaxError& error) {
  if (error.code == Code::template_too_deep && nesting_ > 0) throw error;
  if (mistakes_.too_many()) return;
  const bool of_tag = error.code != Code::template_block_unclosed;
  if (!of_tag || !in_broken_tag()) mistakes_.add(error);
}

// Whether the lexer has found a mistake in the current tag.
bool Parser::in_broken_tag() const {
  std::size_t begin = at_;
  while (begin > 0 && tokens_[begin].kind != TokenKind::tag_begin && tokens_[begin].kind != TokenKind::output_begin) {
    --begin;
  }
  for (std::size_t i = begin; i < tokens_.size(); ++i) {
    if (tokens_[i].kind == TokenKind::broken) return true;
    if (tokens_[i].kind == TokenKind::tag_end || tokens_[i].kind == TokenKind::output_end) return false;
  }
  return false;
}

void Parser::skip_tag() {
  while (!is(TokenKind::tag_end) && !is(TokenKind::output_end) && !is(TokenKind::end)) advance();
  advance();
}

// The next text, output or statement, or what could be made of it.
void Parser::next(Body& body) {
  const std::size_t loops = loops_;
  const std::size_t depth = function_depth_;
  try {
    if (is(TokenKind::tag_begin)) {
      statement(body);
    } else {
      text_or_output(body);
    }
  } catch (const SyntaxError& error) {
    note(error);
    loops_ = loops;
    function_depth_ = std::max(depth, function_depth_);
    // What was never closed ends before the tag that shows it.
    if (error.code != Code::template_block_unclosed) skip_tag();
  }
}

// `{% endfi %}` ends what is open, so that only the word is wrong.
bool Parser::ends_body_misspelt(Words ends) {
  if (!is(TokenKind::tag_begin) || ahead().kind != TokenKind::name || !ahead().text.starts_with("end")) return false;
  const Token& word = ahead();
  const std::string meant = nearest_tag(word.text);
  if (std::find(ends.begin(), ends.end(), meant) == ends.end()) return false;
  note({Code::template_tag_unopened, word.at, {{"tag", std::string(word.text)}}, meant});
  return true;
}

bool Parser::ends_outer_body() const {
  return std::any_of(endings_.begin(), endings_.end(), [&](Words words) { return ends_body(words); });
}

void Parser::never_closed(OpenTag opened, std::string_view end, std::size_t strays) const {
  // One that was closed by the wrong word is told there.
  const bool noted = strays_ > strays;
  throw SyntaxError{Code::template_block_unclosed,
                    opened.at,
                    {{"tag", std::string(opened.name)}, {"end", std::string(end)}},
                    {},
                    noted};
}

void Parser::unknown_tag(const Token& word) {
  const std::string name(word.text);
  const bool closes = name.starts_with("end") || name == "else" || name == "elif";
  const std::string meant = nearest_tag(name);
  if (closes) {
    ++strays_;
    SyntaxError error{Code::template_tag_unopened, word.at, {{"tag", name}}, meant};
    error.noted = forgiven_.contains(name);
    throw error;
  }
  for (const std::string& opened : {name, meant}) forgiven_.insert("end" + opened);
  forgiven_.insert({"else", "elif"});
  fail(Code::template_tag_unknown, word.at, {{"tag", name}}, meant);
}

void Parser::end_word() {
  advance();
  header([] {});
}

ExprPtr Parser::stand_in(Span at, Value value) { return deepen(std::make_unique<Constant>(at, std::move(value)), 0); }

}  // namespace katern::templating
