#include "templating/html_context.h"

#include <algorithm>
#include <utility>

#include "text/entities.h"

namespace katern::templating {
namespace {

using std::string_view;

// Enough to know every name that matters.
constexpr std::size_t kLongestWord = 200;

}  // namespace

HtmlContext::HtmlContext(Syntax syntax) : xml_(syntax == Syntax::xml) {
  if (syntax == Syntax::text) state_ = State::plain;
  if (syntax == Syntax::json) state_ = State::json;
}

bool HtmlContext::in_tag_area() const {
  return state_ == State::tag_name || state_ == State::in_tag || state_ == State::gap ||
         state_ == State::attribute_name || state_ == State::after_attribute_name;
}

bool HtmlContext::in_value() const {
  return state_ == State::double_quoted || state_ == State::single_quoted || state_ == State::unquoted;
}

std::optional<HtmlContext::Problem> HtmlContext::advance(string_view text) {
  if (state_ == State::plain || state_ == State::json) return std::nullopt;
  std::optional<Problem> first;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (state_ == State::text) {
      i = std::min(text.find('<', i), text.size());
      if (i < text.size()) state_ = State::tag_open;
      continue;
    }
    step(text[i]);
    if (!problem_) continue;
    if (!first) first = Problem{*problem_, i};
    problem_.reset();
  }
  return first;
}

void HtmlContext::step(char c) {
  switch (state_) {
    case State::plain:
    case State::json:
    case State::text:
      if (c == '<') state_ = State::tag_open;
      break;
    case State::tag_open:
    case State::end_tag_open: step_tag_open(c); break;
    case State::tag_name: step_tag_name(c); break;
    case State::in_tag:
    case State::gap: step_between(c); break;
    case State::attribute_name:
    case State::after_attribute_name: step_attribute_name(c); break;
    case State::before_value: step_before_value(c); break;
    case State::unquoted:
    case State::double_quoted:
    case State::single_quoted: step_value(c); break;
    case State::raw_text:
    case State::rcdata: step_raw(c); break;
    case State::declaration: step_declaration(c); break;
    case State::comment:
    case State::cdata: step_comment(c); break;
  }
}

void HtmlContext::step_tag_open(char c) {
  word_.clear();
  if (is_letter(c) || (xml_ && (c == '_' || static_cast<unsigned char>(c) >= 0x80))) {
    end_tag_ = state_ == State::end_tag_open;
    state_ = State::tag_name;
    word_ = lower(c);
  } else if (state_ == State::tag_open && c == '/') {
    state_ = State::end_tag_open;
  } else if (c == '!' || c == '?' || (state_ == State::end_tag_open && c != '>')) {
    state_ = State::declaration;
  } else {
    state_ = c == '<' ? State::tag_open : State::text;
  }
}

void HtmlContext::step_tag_name(char c) {
  if (!is_space(c) && c != '/' && c != '>') {
    word_ += lower(c);
    return;
  }
  name_tag();
  state_ = State::in_tag;
  step_between(c);
}

void HtmlContext::name_tag() {
  tag_ = word_;
  word_.clear();
  json_script_ = typed_ = rel_known_ = loads_code_ = orders_browser_ = meaning_open_ = false;
  element_ = text_of_element(tag_, xml_);
}

void HtmlContext::step_between(char c) {
  if (c == '>') return finish_tag();
  self_closing_ = c == '/';
  if (is_space(c) || c == '/') {
    state_ = State::in_tag;
    return;
  }
  if (state_ == State::gap) problem_ = Code::template_branches_differ;
  begin_attribute(c);
}

void HtmlContext::begin_attribute(char c) {
  state_ = State::attribute_name;
  word_ = lower(c);
}

void HtmlContext::step_attribute_name(char c) {
  if (c == '>') return finish_tag();
  if (c == '=') {
    name_attribute();
    state_ = State::before_value;
  } else if (c == '/') {
    state_ = State::in_tag;
    word_.clear();
  } else if (is_space(c)) {
    state_ = State::after_attribute_name;
  } else if (state_ == State::after_attribute_name) {
    begin_attribute(c);
  } else {
    word_ += lower(c);
  }
}

void HtmlContext::name_attribute() {
  attribute_name_ = word_;
  word_.clear();
  use_ = use_of_attribute(tag_, attribute_name_);
  if (use_ == AttributeUse::http_equiv && meaning_open_) problem_ = Code::template_attribute_late;
  if (use_ == AttributeUse::http_equiv) orders_browser_ = true;
}

std::optional<UrlProgress::Kind> HtmlContext::kind_of_url() const {
  switch (use_) {
    case AttributeUse::url: return UrlProgress::Kind::single;
    case AttributeUse::url_list: return UrlProgress::Kind::list;
    case AttributeUse::code_url: return UrlProgress::Kind::code;
    case AttributeUse::link_href: return loads_code_ ? UrlProgress::Kind::code : UrlProgress::Kind::single;
    default: return std::nullopt;
  }
}

void HtmlContext::begin_value() {
  const auto kind = kind_of_url();
  url_ = kind ? std::optional(UrlProgress(*kind)) : std::nullopt;
}

void HtmlContext::step_before_value(char c) {
  if (is_space(c)) return;
  if (c == '>') return finish_tag();
  begin_value();
  if (c == '"') {
    state_ = State::double_quoted;
  } else if (c == '\'') {
    state_ = State::single_quoted;
  } else {
    state_ = State::unquoted;
    step_value(c);
  }
}

void HtmlContext::step_value(char c) {
  const bool ends = state_ == State::double_quoted   ? c == '"'
                    : state_ == State::single_quoted ? c == '\''
                                                     : is_space(c) || c == '>';
  if (ends) {
    end_value();
    if (c == '>') finish_tag();
    return;
  }
  const bool read = use_ == AttributeUse::script_type || use_ == AttributeUse::link_rel ||
                    (use_ == AttributeUse::meta_content && orders_browser_ && !url_);
  if (read && word_.size() < kLongestWord) word_ += lower(c);
  if (url_) {
    if (const auto problem = url_->follow(c)) problem_ = problem;
  } else if (use_ == AttributeUse::meta_content && orders_browser_ && word_.ends_with("url=")) {
    url_ = UrlProgress(UrlProgress::Kind::single);
  }
}

// Of a doubled attribute the first counts.
void HtmlContext::end_value() {
  if (use_ == AttributeUse::script_type && !typed_) {
    json_script_ = is_json_type(word_);
    typed_ = true;
  } else if (use_ == AttributeUse::link_rel) {
    loads_code_ = loads_code_ || word_.size() >= kLongestWord || loads_code(text::decode_references(word_));
    rel_known_ = true;
    if (loads_code_ && meaning_open_) problem_ = Code::template_attribute_late;
  }
  state_ = State::in_tag;
  use_ = AttributeUse::plain;
  url_.reset();
  word_.clear();
  attribute_name_.clear();
}

void HtmlContext::finish_tag() {
  word_.clear();
  attribute_name_.clear();
  use_ = AttributeUse::plain;
  script_text_ = ScriptText::plain;
  mark_.clear();
  const bool empty = end_tag_ || (xml_ && self_closing_);
  end_tag_ = self_closing_ = tag_in_rcdata_ = meaning_open_ = false;
  if (!empty && element_ != ElementText::markup) {
    state_ = element_ == ElementText::rcdata ? State::rcdata : State::raw_text;
    return;
  }
  state_ = State::text;
  // Which tag came last means nothing any more.
  tag_.clear();
  element_ = ElementText::markup;
  json_script_ = typed_ = rel_known_ = loads_code_ = orders_browser_ = false;
}

}  // namespace katern::templating
