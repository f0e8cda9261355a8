#include "templating/html_context.h"

// What can be put out at a place, and how places are joined and described.

namespace katern::templating {

bool HtmlContext::wants_json() const {
  return state_ == State::json || (state_ == State::raw_text && element_ == ElementText::script && json_script_);
}

std::optional<Code> HtmlContext::refusal_of_attribute() const {
  switch (use_) {
    case AttributeUse::code:
    case AttributeUse::http_equiv:
    case AttributeUse::link_rel: return Code::template_output_in_handler;
    case AttributeUse::script_type: return Code::template_output_in_script;
    case AttributeUse::meta_content:
      // Of an order to the browser, only the address that it shall go to.
      if (orders_browser_ && !url_) return Code::template_output_in_handler;
      break;
    default: break;
  }
  return std::nullopt;
}

Result<Escape, Code> HtmlContext::output() {
  switch (state_) {
    case State::plain:
    case State::json: return Escape::none;
    case State::text: return Escape::text;
    case State::rcdata:
      if (tag_in_rcdata_ || word_ == "<" || word_ == "</") return unexpected(Code::template_output_in_tag);
      word_.clear();
      return Escape::quoted;
    case State::raw_text:
      word_.clear();
      mark_.clear();
      if (script_text_ == ScriptText::nested) return unexpected(Code::template_output_in_script);
      if (wants_json()) return Escape::none;
      return unexpected(element_ == ElementText::script ? Code::template_output_in_script
                                                        : Code::template_output_in_style);
    case State::declaration:
    case State::comment:
    case State::cdata: return unexpected(Code::template_output_in_comment);
    case State::before_value:
    case State::unquoted: return unexpected(Code::template_output_unquoted);
    case State::double_quoted:
    case State::single_quoted: break;
    default: return unexpected(Code::template_output_in_tag);
  }
  if (const auto refusal = refusal_of_attribute()) return unexpected(*refusal);
  if (use_ == AttributeUse::meta_content || (use_ == AttributeUse::link_href && !rel_known_)) meaning_open_ = true;
  return url_ ? url_->output() : Result<Escape, Code>(Escape::quoted);
}

Result<Escape, Code> HtmlContext::attributes(bool spaced) {
  if (!in_tag_area() || end_tag_) return output();
  if (!spaced && state_ != State::in_tag) return unexpected(Code::template_attributes_glued);
  leave_gap();
  if (wants_written_attributes(tag_)) return unexpected(Code::template_output_in_tag);
  return Escape::text;
}

void HtmlContext::leave_gap() {
  if (state_ == State::tag_name) name_tag();
  state_ = State::gap;
  word_.clear();
  self_closing_ = false;
}

std::optional<HtmlContext> HtmlContext::join(const HtmlContext& a, const HtmlContext& b) {
  if (a == b) return a;
  HtmlContext x = a;
  HtmlContext y = b;
  if (x.in_tag_area() && y.in_tag_area()) {
    x.leave_gap();
    y.leave_gap();
  } else if (x.state_ == y.state_ && x.in_value() && x.url_ && y.url_) {
    x.url_ = y.url_ = UrlProgress::join(*x.url_, *y.url_);
  }
  if (x.state_ == y.state_ && x.in_value() && x.use_ == AttributeUse::link_rel && x.word_ != y.word_) {
    // Which words it will have is not known, so the worst of them may be there.
    x.loads_code_ = y.loads_code_ = true;
    x.word_ = y.word_ = {};
  }
  x.meaning_open_ = y.meaning_open_ = x.meaning_open_ || y.meaning_open_;
  if (x == y) return x;
  return std::nullopt;
}

HtmlContext HtmlContext::after_block() const {
  HtmlContext after = *this;
  if (in_tag_area()) after.leave_gap();
  if (in_value() && url_) after.url_ = url_->after_anything();
  if (in_value() && use_ == AttributeUse::link_rel) {
    after.loads_code_ = true;
    after.word_.clear();
  }
  return after;
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
