#include "schema/named.h"

namespace katern::schema {
namespace {

bool starts_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool in_word(char c) { return starts_word(c) || (c >= '0' && c <= '9'); }

std::size_t end_of_quoted(std::string_view text, std::size_t start) {
  std::size_t at = start + 1;
  while (at < text.size() && text[at] != text[start]) at += text[at] == '\\' ? 2 : 1;
  return at + 1;
}

}  // namespace

std::vector<std::string_view> named_in(std::string_view expression) {
  std::vector<std::string_view> names;
  char before = '\0';  // the last character that is not white space, outside words
  std::string_view last_word;
  for (std::size_t at = 0; at < expression.size();) {
    const char c = expression[at];
    if (c == '\'' || c == '"') {
      at = end_of_quoted(expression, at);
      before = c;
      last_word = {};
    } else if (starts_word(c)) {
      const std::size_t start = at;
      while (at < expression.size() && in_word(expression[at])) ++at;
      const std::string_view word = expression.substr(start, at - start);
      const bool a_test = last_word == "is" || (last_word == "not" && before == 't');
      if (before != '.' && before != '|' && !a_test) names.push_back(word);
      // `is not divisibleby`: the word after `not` is a test as well.
      before = last_word == "is" && word == "not" ? 't' : '\0';
      last_word = word;
    } else {
      if (c != ' ' && c != '\n' && c != '\t') {
        before = c;
        last_word = {};
      }
      ++at;
    }
  }
  return names;
}

std::vector<std::string_view> named_in_template(std::string_view text) {
  std::vector<std::string_view> names;
  for (std::size_t open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open + 2)) {
    const std::size_t close = text.find("}}", open);
    for (const std::string_view name : named_in(text.substr(open + 2, close - open - 2))) names.push_back(name);
  }
  return names;
}

}  // namespace katern::schema
