#include <algorithm>
#include <array>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/urlize.h"
#include "templating/escaping.h"
#include "templating/html_names.h"
#include "templating/markup_places.h"
#include "text/entities.h"
#include "text/escape.h"
#include "text/words.h"
#include "value/json.h"

namespace katern::templating {
namespace {

Value escape(Invocation& call) {
  return call.subject().is_markup() ? call.subject() : Value::markup(escaped(call.text()));
}

Value forceescape(Invocation& call) { return Value::markup(escaped(call.text())); }

Value safe(Invocation& call) {
  if (call.subject().is_markup()) return call.subject();
  if (call.subject().is_undefined()) {
    call.fail_undefined(call.subject());
  } else {
    call.fail({Code::value_not_safe, {{"actual", std::string(kind_name(call.subject().kind()))}}, {}});
  }
  return {};
}

/// Without what stands between `open` and the next `close`.
std::string without(std::string_view text, std::string_view open, std::string_view close) {
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = text.find(open, at);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find(close, begin + open.size());
    if (end == std::string_view::npos) return out.append(text.substr(at));
    out += text.substr(at, begin - at);
    at = end + close.size();
  }
}

Value striptags(Invocation& call) {
  const std::string text = without(without(call.text(), "<!--", "-->"), "<", ">");
  return Value::string(text::decode_references(text::collapse_spaces(text)));
}

/// An attribute of any element; none that is code may come from a value.
bool is_attribute_name(std::string_view key, AttributeUse use) {
  return !key.empty() && key.find_first_of(" \t\n\v\f\r/>=\"'<") == std::string_view::npos && use != AttributeUse::code;
}

void append_attribute(Invocation& call, std::string& out, std::string_view key, const Value& value) {
  const AttributeUse use = use_of_attribute("", text::lower(key));
  if (!is_attribute_name(key, use)) {
    call.fail({Code::call_bad_value,
               {{"callee", "xmlattr"},
                {"argument", "key"},
                {"value", std::string(key)},
                {"expected", "an attribute name, and not of one that runs a script"}},
               {}});
    return;
  }
  const std::string_view text = call.text_of(value);
  const std::string read = value.is_markup() ? text::decode_references(text) : std::string();
  const Escape escape = use == AttributeUse::url        ? Escape::url
                        : use == AttributeUse::url_list ? Escape::url_list
                                                        : Escape::quoted;
  out.append(key).append("=\"");
  if (!is_allowed(value.is_markup() ? std::string_view(read) : text, escape)) {
    out += '#';
  } else if (value.is_markup()) {
    append_markup_as_text(out, text);
  } else {
    text::append_html(out, text);
  }
  out += '"';
}

Value xmlattr(Invocation& call) {
  const Object* object = call.object();
  std::string out;
  for (std::size_t i = 0; object != nullptr && i < object->size() && !call.failed(); ++i) {
    const Value& value = object->value_at(i);
    if (value.is_none() || value.is_undefined()) continue;
    if (!out.empty() || call.flag(0)) out += ' ';
    append_attribute(call, out, object->key_at(i), value);
  }
  return call.autoescape() ? Value::markup(out) : Value::string(out);
}

/// The text of HTML with its addresses as links, but for what is in a link already.
std::string link_text_urls(std::string_view html, const LinkStyle& style) {
  std::string out;
  std::size_t links = 0;
  for (const MarkupRun& run : markup_runs(html)) {
    if (run.text && links == 0) {
      out += link_urls(run.html, style);
      continue;
    }
    out += run.html;
    const std::string tag = run.text ? std::string() : text::lower(run.html.substr(0, 4));
    if (tag.starts_with("<a") && tag.size() > 2 && (is_space(tag[2]) || tag[2] == '>')) ++links;
    if (tag == "</a>" && links > 0) --links;
  }
  return out;
}

Value urlize(Invocation& call) {
  LinkStyle style;
  if (call.given(0)) style.longest = static_cast<std::size_t>(call.integer(0, 0));
  style.nofollow = call.flag(1);
  if (call.given(2)) style.target = call.string(2);
  if (call.given(3)) style.rel = call.string(3);
  // Every link gets them.
  constexpr std::size_t kLongest = 1000;
  for (const std::size_t i : {std::size_t{2}, std::size_t{3}}) {
    if (call.given(i) && call.string(i).size() > kLongest) call.bad_value(i, "it is too long");
  }
  if (call.failed()) return {};
  if (call.given(4)) {
    for (const Value& scheme : call.items_of(call.argument(4))) {
      const std::string_view text = call.text_of(scheme);
      if (!is_scheme(text) || !text::is_safe_url(text)) {
        call.bad_value(4, "a scheme is http:, https:, mailto: or tel:, with // or without");
        return {};
      }
      style.schemes.emplace_back(text);
    }
  }
  const std::string out =
      call.subject().is_markup() ? link_text_urls(call.text(), style) : link_urls(escaped(call.text()), style);
  return call.autoescape() ? Value::markup(out) : Value::string(out);
}

Value written(Invocation& call, JsonStyle style) {
  constexpr std::int64_t kMaxIndent = 16;
  style.in_html = true;
  if (call.given(0)) style.indent = static_cast<int>(call.integer(0, 0, kMaxIndent));
  std::string out;
  const auto refusal = to_json(call.subject(), out, style);
  if (!refusal) return Value::markup(out);
  switch (*refusal) {
    case JsonRefusal::circular: call.fail({Code::value_circular, {{"callee", std::string(call.callee())}}, {}}); break;
    case JsonRefusal::undefined:
      if (call.subject().is_undefined()) call.fail_undefined(call.subject());
      call.wrong_subject("what JSON can hold: an undefined value is inside");
      break;
    case JsonRefusal::callable: call.wrong_subject("what JSON can hold: a function is inside"); break;
    case JsonRefusal::not_finite: call.wrong_subject("what JSON can hold: infinity or nan is inside"); break;
  }
  return {};
}

Value json(Invocation& call) { return written(call, {}); }

Value tojson(Invocation& call) {
  JsonStyle style;
  style.ascii = style.sorted = style.spaced = true;
  return written(call, style);
}

}  // namespace

void add_markup_filters(Registry& registry) {
  for (const std::string_view name : {"e", "escape"}) {
    registry.add_filter(
        define({name, {}, "With `<` `>` `&` `\"` `'` as HTML writes them; HTML stays as it is."}, escape));
  }
  registry.add_filter(define({"forceescape", {}, "As `escape`, but also of what is HTML already."}, forceescape));
  registry.add_filter(
      define({"safe", {}, "HTML that the generator made, as it is; an error for any other text."}, safe));
  registry.add_filter(define({"striptags", {}, "Without tags and comments; white space as single spaces."}, striptags));
  registry.add_filter(define(
      {"xmlattr", {optional("autospace", true)}, "An object as attributes of a tag, without those that are none."},
      xmlattr));
  registry.add_filter(define({"urlize",
                              {optional("trim_url_limit"), optional("nofollow", false), optional("target"),
                               optional("rel"), optional("extra_schemes")},
                              "A text with its web and mail addresses as links."},
                             urlize));
  registry.add_filter(
      define({"json",
              {optional("indent")},
              "As JSON that can stand in a script element or an attribute; keys in the object's order."},
             json));
  registry.add_filter(
      define({"tojson", {optional("indent")}, "As JSON the way Jinja writes it: keys sorted, ASCII only."}, tojson));
}

}  // namespace katern::templating
