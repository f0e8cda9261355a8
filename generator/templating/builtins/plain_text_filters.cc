#include <algorithm>
#include <array>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "text/entities.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::templating {
namespace {

/// Elements inside a line: their tags stand between letters of a word as well.
bool is_inline(std::string_view name) {
  constexpr std::array<std::string_view, 27> kInline = {
      "a",    "abbr", "b", "bdi",  "bdo",   "cite", "code",   "data", "del", "dfn",  "em", "i",   "ins", "kbd",
      "mark", "q",    "s", "samp", "small", "span", "strong", "sub",  "sup", "time", "u",  "var", "wbr"};
  return std::ranges::find(kInline, name) != kInline.end();
}

/// Elements whose content no reader sees as text.
bool is_hidden(std::string_view name) {
  return name == "script" || name == "style" || name == "template" || name == "svg" || name == "math";
}

/// The text of HTML that the generator made, read tag by tag.
class TextOfHtml {
 public:
  explicit TextOfHtml(std::string_view html) : html_(html) {}

  std::string read() {
    while (at_ < html_.size()) {
      const std::size_t tag = std::min(html_.find('<', at_), html_.size());
      text_ += html_.substr(at_, tag - at_);
      at_ = tag;
      if (at_ < html_.size()) skip_tag();
    }
    return text::collapse_spaces(text::decode_references(text_));
  }

 private:
  void skip_past(std::string_view end) {
    const std::size_t found = html_.find(end, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }

  void skip_tag() {
    if (html_.substr(at_).starts_with("<!--")) {
      skip_past("-->");
      return;
    }
    const std::size_t name_begin = std::min(at_ + (html_.substr(at_).starts_with("</") ? 2 : 1), html_.size());
    const std::size_t name_end = std::min(html_.find_first_of(" \t\n\f\r/>", name_begin), html_.size());
    const std::string name = text::lower(html_.substr(name_begin, name_end - name_begin));
    const bool opens = name_begin == at_ + 1;
    if (name.empty()) {
      text_ += html_[at_++];
      return;
    }
    skip_attributes();
    if (!is_inline(name)) text_ += ' ';
    if (opens && is_hidden(name) && html_[at_ - 2] != '/') {
      skip_past("</" + name);
      skip_past(">");
    }
  }

  /// To behind the tag; a `>` in quotes does not end it.
  void skip_attributes() {
    char quote = 0;
    while (at_ < html_.size()) {
      const char c = html_[at_++];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return;
      }
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string text_;
};

/// HTML as its text; a text is one already.
std::string plain(Invocation& call) {
  return call.subject().is_markup() ? TextOfHtml(call.text()).read() : text::collapse_spaces(call.text());
}

Value plain_text(Invocation& call) { return Value::string(plain(call)); }

Value excerpt(Invocation& call) {
  constexpr std::int64_t kLongest = 100'000;
  const std::string text = plain(call);
  const auto length = static_cast<std::size_t>(call.integer(0, 1, kLongest));
  const std::string_view end = call.string(1);
  if (text::length(text) <= length) return Value::string(text);
  const std::size_t room = length - std::min(length, text::length(end));
  std::string_view kept = text::prefix(text, room);
  const bool in_word = kept.size() < text.size() && text[kept.size()] != ' ';
  const std::size_t space = kept.rfind(' ');
  if (in_word && space != std::string_view::npos) kept = kept.substr(0, space);
  // An ellipsis after a comma or a dash looks like a mistake.
  while (!kept.empty() && std::string_view(" ,;:-").find(kept.back()) != std::string_view::npos) kept.remove_suffix(1);
  return Value::string(std::string(kept).append(end));
}

}  // namespace

void add_plain_text_filters(Registry& registry) {
  registry.add_filter(
      define({"plain_text", {}, "The text of HTML, without tags and with white space as single spaces."}, plain_text));
  registry.add_filter(define({"excerpt",
                              {optional("length", 200), optional_text("end", "…")},
                              "The beginning of the text of HTML, cut after a word to at most `length` characters."},
                             excerpt));
}

}  // namespace katern::templating
