#include "templating/html_context.h"

// What is no markup: the text of scripts and the like, declarations and comments.

namespace katern::templating {
namespace {

constexpr std::string_view kScript = "<script";
constexpr std::string_view kBang = "!>";  ///< `--!>` ends a comment as well

}  // namespace

// Only the element's own end tag ends raw text.
void HtmlContext::step_raw(char c) {
  if (element_ == ElementText::script && !xml_) step_script(c);
  const std::size_t length = tag_.size() + 2;
  const auto expected = [&](std::size_t i) { return i == 0 ? '<' : i == 1 ? '/' : tag_[i - 2]; };
  const bool ends_name = is_space(c) || c == '/' || c == '>';
  if (word_.size() == length && ends_name && script_text_ == ScriptText::nested) {
    script_text_ = ScriptText::comment;
  } else if (word_.size() == length && ends_name) {
    end_tag_ = true;
    word_.clear();
    state_ = State::in_tag;
    step_between(c);
    return;
  }
  const bool after_bracket = word_ == "<" || word_ == "</";
  if (word_.size() < length && expected(word_.size()) == lower(c)) {
    word_ += lower(c);
    return;
  }
  const bool begins_tag = after_bracket && (is_letter(c) || c == '!' || c == '?');
  if (state_ == State::rcdata && begins_tag) tag_in_rcdata_ = true;
  word_ = c == '<' ? "<" : "";
}

// After `<!--` and `<script`, one `</script>` ends no script. Of what was read, only what may be the beginning of such
// a mark is kept.
void HtmlContext::step_script(char c) {
  const bool plain = script_text_ == ScriptText::plain;
  const auto may_begin = [&](std::string_view mark) { return mark.starts_with(mark_); };
  mark_ += lower(c);
  while (!mark_.empty() && !(plain ? may_begin("<!--") : may_begin("-->") || may_begin(kScript))) mark_.erase(0, 1);
  if (plain && mark_ == "<!--") {
    script_text_ = ScriptText::comment;
    mark_ = "--";
  } else if (!plain && mark_ == "-->") {
    script_text_ = ScriptText::plain;
    mark_.clear();
  } else if (mark_ == kScript) {
    script_text_ = ScriptText::nested;
    mark_.clear();
  }
}

void HtmlContext::step_declaration(char c) {
  if (c == '>') {
    state_ = State::text;
    word_.clear();
    return;
  }
  if (word_.size() < 7) word_ += c;
  if (word_ == "--") {
    state_ = State::comment;
  } else if (xml_ && word_ == "[CDATA[") {
    state_ = State::cdata;
    word_.clear();
  }
}

void HtmlContext::step_comment(char c) {
  const char repeated = state_ == State::comment ? '-' : ']';
  if (c == '>' && word_.size() == 2) {
    state_ = State::text;
    word_.clear();
  } else if (c == repeated) {
    if (word_ == kBang) word_.clear();
    if (word_.size() < 2) word_ += c;
  } else if (c == '!' && word_ == "--") {
    word_ = kBang;
  } else {
    word_.clear();
  }
}

}  // namespace katern::templating
