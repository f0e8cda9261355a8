#include <algorithm>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/wrap.h"
#include "templating/escaping.h"
#include "templating/markup_places.h"
#include "text/utf8.h"

namespace katern::templating {
namespace {

constexpr std::int64_t kMaxWidth = 100'000;

/// An argument as it is to be set into HTML or text.
std::string fitting(Invocation& call, const Value& value, bool html) {
  const std::string_view text = call.text_of(value);
  return html && !value.is_markup() ? escaped(text) : std::string(text);
}

Value center(Invocation& call) {
  const std::string_view text = call.text();
  const std::int64_t width = call.integer(0, INT64_MIN, kMaxWidth);
  const auto length = static_cast<std::int64_t>(text::length(text));
  if (width <= length) return call.like_subject(text);
  // Python puts the odd space on the left only where the width is odd as well.
  const std::int64_t room = width - length;
  const auto left = static_cast<std::size_t>(room / 2 + (room & width & 1));
  return call.like_subject(std::string(left, ' ').append(text).append(static_cast<std::size_t>(room) - left, ' '));
}

Value indent(Invocation& call) {
  const bool html = call.subject().is_markup();
  const std::string step =
      call.argument(0).is_string()
          ? fitting(call, call.argument(0), html)
          : std::string(static_cast<std::size_t>(std::max<std::int64_t>(call.integer(0, INT64_MIN, kMaxWidth), 0)),
                        ' ');
  const bool first = call.flag(1);
  const bool blank = call.flag(2);
  // With an end of its own, a text that ends in one has an empty last line, and the empty text has one line.
  const std::string ended = std::string(call.string_subject()) + '\n';
  const std::vector<std::string_view> lines = split_lines(ended);
  std::string out = first ? step : std::string();
  for (std::size_t i = 0; i < lines.size() && call.within(out.size(), kMaxText); ++i) {
    if (i > 0) out += '\n';
    if (i > 0 && (blank || !lines[i].empty())) out += step;
    out += lines[i];
  }
  // Between the lines of a tag, a text would become attributes.
  const bool spaces = step.find_first_not_of(" \t") == std::string::npos;
  if (html && !spaces && !is_all_text(call.text())) return Value::string(out);
  return call.like_subject(out);
}

Value truncate(Invocation& call) {
  // A list that is short enough stays what it is, as in Jinja.
  const bool counted = call.subject().is_list() || call.subject().is_object();
  const std::string_view text = counted ? std::string_view() : call.string_subject();
  const std::size_t size = counted ? call.subject().size() : text::length(text);
  const auto end_length = static_cast<std::int64_t>(text::length(call.string(2)));
  const std::int64_t length = call.integer(0, end_length);
  const std::int64_t leeway = call.given(3) ? call.integer(3, 0) : 5;
  if (static_cast<std::int64_t>(size) - leeway <= length) return call.subject();
  if (counted) call.wrong_subject("a string");
  std::string_view kept = text::prefix(text, static_cast<std::size_t>(length - end_length));
  // As in rsplit(" ", 1): what follows the last space goes; without a space everything stays.
  if (!call.flag(1)) kept = kept.substr(0, kept.rfind(' '));
  // Cut HTML is no HTML any more: what stands before the cut could be half a tag.
  return Value::string(std::string(kept).append(call.string(2)));
}

Value wordwrap(Invocation& call) {
  const std::string_view text = call.string_subject();
  WrapStyle style;
  style.width = static_cast<std::size_t>(call.integer(0, 1, kMaxWidth));
  style.break_long_words = call.flag(1);
  style.break_on_hyphens = call.flag(3);
  const std::string_view between = call.given(2) ? call.string(2) : std::string_view("\n");
  std::string out;
  bool first_line = true;
  for (const std::string_view line : split_lines(text)) {
    if (!call.within(out.size(), kMaxText)) break;
    if (!first_line) out += between;
    first_line = false;
    const std::vector<std::string_view> wrapped = wrap(line, style);
    call.spend_items(wrapped.size());
    for (std::size_t i = 0; i < wrapped.size() && call.within(out.size(), kMaxText); ++i) {
      if (i > 0) out += between;
      out += wrapped[i];
    }
  }
  return Value::string(out);
}

}  // namespace

void add_layout_filters(Registry& registry) {
  registry.add_filter(define({"center", {optional("width", 80)}, "In the middle of a line of `width`."}, center));
  registry.add_filter(
      define({"indent",
              {optional("width", 4), optional("first", false), optional("blank", false)},
              "Lines moved in by spaces, or by a text; not the first and not empty ones, unless asked."},
             indent));
  registry.add_filter(
      define({"truncate",
              {optional("length", 255), optional("killwords", false), optional_text("end", "..."), optional("leeway")},
              "Cut after a word, or in one (`killwords`), when longer than `length` and `leeway` (5)."},
             truncate));
  registry.add_filter(define({"wordwrap",
                              {optional("width", 79), optional("break_long_words", true), optional("wrapstring"),
                               optional("break_on_hyphens", true)},
                              "Broken into lines of at most `width`."},
                             wordwrap));
}

}  // namespace katern::templating
