#include "templating/html_context.h"

#include <algorithm>
#include <array>
#include <utility>

namespace katern::templating {
namespace {

using std::string_view;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

template <std::size_t N>
bool one_of(string_view word, const std::array<string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<string_view, 18> kUrlAttributes{
    "href",   "src",     "action",   "formaction", "poster",  "cite", "background", "manifest", "longdesc",
    "usemap", "classid", "codebase", "archive",    "profile", "icon", "data",       "from",     "to"};
constexpr std::array<string_view, 3> kUrlLists{"srcset", "imagesrcset", "ping"};
constexpr std::array<string_view, 4> kSchemes{"http", "https", "mailto", "tel"};
constexpr std::array<string_view, 5> kRawElements{"xmp", "iframe", "noembed", "noframes", "plaintext"};

bool is_json_type(string_view type) {
  return type.ends_with("/json") || type.ends_with("+json") || type == "importmap" || type == "speculationrules";
}

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

std::optional<Code> HtmlContext::advance(string_view text) {
  if (state_ == State::plain || state_ == State::json) return std::nullopt;
  problem_.reset();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (state_ == State::text) {
      i = std::min(text.find('<', i), text.size());
      if (i < text.size()) state_ = State::tag_open;
      continue;
    }
    step(text[i]);
  }
  return std::exchange(problem_, std::nullopt);
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
  json_script_ = false;
  element_ = Element::other;
  if (tag_ == "script") element_ = Element::script;
  if (tag_ == "style") element_ = Element::style;
  if (tag_ == "object") element_ = Element::object;
  if (xml_) return;
  if (tag_ == "title" || tag_ == "textarea") element_ = Element::rcdata;
  if (one_of(tag_, kRawElements)) element_ = Element::raw;
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
  url_ = Url::begin;
  const std::size_t colon = attribute_name_.rfind(':');
  const string_view name = string_view(attribute_name_).substr(colon == std::string::npos ? 0 : colon + 1);
  const bool code = name.starts_with("on") || name == "style" || name == "srcdoc";
  const bool only_elsewhere = (name == "data" && element_ != Element::object) ||
                              ((name == "from" || name == "to") && tag_ != "animate" && tag_ != "set");
  attribute_ = Attribute::plain;
  if (code) {
    attribute_ = Attribute::code;
  } else if (one_of(name, kUrlAttributes) && !only_elsewhere) {
    attribute_ = Attribute::url;
  } else if (one_of(name, kUrlLists)) {
    attribute_ = Attribute::url_list;
  } else if (name == "type" && element_ == Element::script) {
    attribute_ = Attribute::script_type;
  }
}

void HtmlContext::step_before_value(char c) {
  if (is_space(c)) return;
  if (c == '>') return finish_tag();
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
  if (attribute_ == Attribute::script_type) word_ += lower(c);
  if (attribute_ == Attribute::url || attribute_ == Attribute::url_list) follow_url(c);
}

void HtmlContext::end_value() {
  if (attribute_ == Attribute::script_type) json_script_ = is_json_type(word_);
  state_ = State::in_tag;
  attribute_ = Attribute::plain;
  url_ = Url::begin;
  word_.clear();
  attribute_name_.clear();
}

void HtmlContext::follow_url(char c) {
  if (attribute_ == Attribute::url_list && (is_space(c) || c == ',')) {
    url_ = Url::begin;
    word_.clear();
    return;
  }
  if (url_ == Url::decided || url_ == Url::refused || (url_ == Url::begin && is_space(c))) return;
  if (c == '/' || c == '?' || c == '#') {
    url_ = Url::decided;
    word_.clear();
  } else if (c == ':') {
    // After an output, this would make a scheme of it; one that is written out is the author's own affair.
    if (url_ == Url::undecided) problem_ = Code::template_url_scheme;
    url_ = url_ == Url::scheme && one_of(word_, kSchemes) ? Url::decided : Url::refused;
    word_.clear();
  } else if (url_ != Url::undecided) {
    url_ = Url::scheme;
    word_ += lower(c);
  }
}

void HtmlContext::finish_tag() {
  word_.clear();
  attribute_name_.clear();
  attribute_ = Attribute::plain;
  const bool empty = end_tag_ || (xml_ && self_closing_);
  state_ = State::text;
  if (!empty && element_ == Element::rcdata) state_ = State::rcdata;
  if (!empty && (element_ == Element::script || element_ == Element::style || element_ == Element::raw)) {
    state_ = State::raw_text;
  }
  end_tag_ = self_closing_ = false;
  if (state_ != State::text) return;
  // Which tag came last means nothing any more.
  tag_.clear();
  element_ = Element::other;
  json_script_ = false;
}

// Only the element's own end tag ends raw text.
void HtmlContext::step_raw(char c) {
  const std::size_t length = tag_.size() + 2;
  const auto expected = [&](std::size_t i) { return i == 0 ? '<' : i == 1 ? '/' : tag_[i - 2]; };
  if (word_.size() == length && (is_space(c) || c == '/' || c == '>')) {
    end_tag_ = true;
    word_.clear();
    state_ = State::in_tag;
    step_between(c);
    return;
  }
  if (word_.size() < length && expected(word_.size()) == lower(c)) {
    word_ += lower(c);
  } else {
    word_ = c == '<' ? "<" : "";
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
    if (word_.size() < 2) word_ += c;
  } else if (!(c == '!' && word_.size() == 2)) {
    word_.clear();
  }
}

bool HtmlContext::wants_json() const {
  return state_ == State::json || (state_ == State::raw_text && element_ == Element::script && json_script_);
}

Result<Escape, Code> HtmlContext::output() {
  switch (state_) {
    case State::plain:
    case State::json: return Escape::none;
    case State::text: return xml_ ? Escape::xml : Escape::html;
    case State::rcdata: word_.clear(); return Escape::quoted;
    case State::raw_text:
      word_.clear();
      if (wants_json()) return Escape::none;
      return unexpected(element_ == Element::script ? Code::template_output_in_script : Code::template_output_in_style);
    case State::declaration:
    case State::comment:
    case State::cdata: return unexpected(Code::template_output_in_comment);
    case State::before_value:
    case State::unquoted: return unexpected(Code::template_output_unquoted);
    case State::double_quoted:
    case State::single_quoted: break;
    default: return unexpected(Code::template_output_in_tag);
  }
  if (attribute_ == Attribute::code) return unexpected(Code::template_output_in_handler);
  if (attribute_ == Attribute::script_type) return unexpected(Code::template_output_in_script);
  if (attribute_ == Attribute::plain || url_ == Url::decided) return xml_ ? Escape::xml_quoted : Escape::quoted;
  if (url_ == Url::refused) return unexpected(Code::template_url_scheme);
  const bool whole = url_ == Url::begin;
  url_ = Url::undecided;
  word_.clear();
  if (xml_) return whole ? Escape::xml_url : Escape::xml_url_part;
  return whole ? Escape::url : Escape::url_part;
}

Result<Escape, Code> HtmlContext::attributes() {
  if (!in_tag_area() || end_tag_) return output();
  if (state_ == State::tag_name) name_tag();
  state_ = State::gap;
  word_.clear();
  return xml_ ? Escape::xml : Escape::html;
}

std::optional<HtmlContext> HtmlContext::join(const HtmlContext& a, const HtmlContext& b) {
  if (a == b) return a;
  HtmlContext x = a;
  HtmlContext y = b;
  if (x.in_tag_area() && y.in_tag_area()) {
    for (HtmlContext* side : {&x, &y}) {
      if (side->state_ == State::tag_name) side->name_tag();
      side->state_ = State::gap;
      side->word_.clear();
      side->self_closing_ = false;
    }
  } else if (x.state_ == y.state_ && x.in_value() && x.url_ != y.url_) {
    const bool refused = x.url_ == Url::refused || y.url_ == Url::refused;
    for (HtmlContext* side : {&x, &y}) {
      side->url_ = refused ? Url::refused : Url::undecided;
      side->word_.clear();
    }
  }
  if (x == y) return x;
  return std::nullopt;
}

std::string HtmlContext::described() const {
  switch (state_) {
    case State::plain: return "tekst";
    case State::json: return "JSON";
    case State::text: return xml_ ? "XML" : "HTML";
    case State::tag_open:
    case State::end_tag_open:
    case State::tag_name: return "<" + word_ + "…";
    case State::in_tag:
    case State::gap:
    case State::attribute_name:
    case State::after_attribute_name: return "<" + tag_ + " …>";
    case State::before_value:
    case State::unquoted: return "<" + tag_ + " " + attribute_name_ + "=…>";
    case State::double_quoted: return "<" + tag_ + " " + attribute_name_ + "=\"…\">";
    case State::single_quoted: return "<" + tag_ + " " + attribute_name_ + "='…'>";
    case State::raw_text:
    case State::rcdata: return "<" + tag_ + ">";
    case State::declaration: return "<!…>";
    case State::comment: return "<!-- … -->";
    case State::cdata: return "<![CDATA[…]]>";
  }
  return "";
}

}  // namespace katern::templating
