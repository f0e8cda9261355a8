#include "templating/escaping.h"
#include "templating/printing.h"
#include "templating/renderer_guards.h"
#include "text/entities.h"
#include "text/escape.h"
#include "text/xml_characters.h"

namespace katern::templating {

Value Renderer::Capturing::value(Span at, bool in_text) const {
  renderer_.charge_bytes(text_.size(), at);
  return renderer_.made(text_, in_text);
}

// What was written for another place than text, an attribute or a title, is no HTML that can stand anywhere: its tags
// and quotes become text.
Value Renderer::made(std::string_view text, bool in_text) const {
  if (!active_->autoescape) return Value::string(text);
  if (in_text) return Value::markup(text);
  std::string as_text;
  append_markup_as_text(as_text, text);
  return Value::markup(as_text);
}

// Whether what a macro or a block writes can go to the output as it is.
bool Renderer::is_direct(Escape escape) const {
  switch (escape) {
    case Escape::none:
    case Escape::autoescape: return true;
    case Escape::text: return active_->autoescape;
    default: return false;
  }
}

void Renderer::write_other(const Value& value, Escape escape, const Expr& expr) {
  if (is_nothing(value) || (value.is_none() && environment_.none_as_empty)) return;
  if (value.is_undefined()) fail_undefined(expr, value);
  if (value.is_number() || value.is_boolean() || value.is_none() || value.is_date()) {
    static_cast<void>(append_text(*out_, value));  // short, and holds nothing to escape
    make_room(0, expr.at);
    return;
  }
  scratch_.clear();
  if (auto error = append_text(scratch_, value)) fail(*std::move(error), expr.at);
  write_text(scratch_, false, escape, expr.at);
}

void Renderer::write_text(std::string_view text, bool markup, Escape escape, Span at) {
  const std::size_t begin = out_->size();
  if (escape == Escape::autoescape) escape = active_->autoescape ? Escape::text : Escape::none;
  switch (escape) {
    case Escape::none:
    case Escape::autoescape: out_->append(text); break;
    case Escape::text:
      if (markup) {
        out_->append(text);
      } else {
        text::append_html(*out_, text);
      }
      break;
    case Escape::quoted: write_quoted(text, markup); break;
    case Escape::url:
    case Escape::url_part:
    case Escape::url_list:
    case Escape::url_list_part:
    case Escape::url_list_rest:
    case Escape::code_url: write_url(text, markup, escape, at); break;
  }
  if (active_->xml) text::remove_forbidden_in_xml(*out_, begin);
  make_room(0, at);
}

void Renderer::write_quoted(std::string_view text, bool markup) {
  if (markup) {
    append_markup_as_text(*out_, text);
  } else {
    text::append_html(*out_, text);
  }
}

// Of markup, what a browser will make of it counts.
void Renderer::write_url(std::string_view text, bool markup, Escape escape, Span at) {
  const bool allowed = markup ? is_allowed(text::decode_references(text), escape) : is_allowed(text, escape);
  if (allowed) return write_quoted(text, markup);
  *out_ += '#';
  const Code code = escape == Escape::code_url ? Code::template_code_refused : Code::template_url_refused;
  report_.add(finding(code, at).with("value", text));
}

}  // namespace katern::templating
