#include <algorithm>
#include <optional>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/trimmed.h"
#include "templating/escaping.h"
#include "templating/markup_places.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::templating {
namespace {

using TextMapping = std::string (*)(std::string_view);

/// A filter that changes letters and leaves HTML what it is.
void add_mapping(Registry& registry, std::string_view name, std::string_view summary, TextMapping mapping) {
  registry.add_filter(
      define({name, {}, summary}, [mapping](Invocation& call) { return call.like_subject(mapping(call.text())); }));
}

/// The character that ends before `offset`.
std::string_view character_before(std::string_view text, std::size_t offset) {
  std::size_t begin = offset - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return text.substr(begin, offset - begin);
}

Value trim(Invocation& call) {
  const bool own_set = call.given(0);
  const auto set = own_set ? std::optional(call.string(0)) : std::nullopt;
  const std::string_view rest = trimmed(call.text(), set, Ends::both);
  // With a set of its own it could cut through a tag; what is left is then text again.
  if (call.subject().is_markup() && !own_set) return Value::markup(rest);
  return call.part(rest);
}

/// Where in HTML something may be put: nowhere within a tag, a comment or a script.
class OpenPlaces {
 public:
  OpenPlaces(std::string_view text, bool html) {
    if (!html || is_all_text(text)) return;
    inside_.resize(text.size() + 1);
    for (const MarkupRun& run : markup_runs(text)) {
      if (run.text) continue;
      const auto begin = inside_.begin() + (run.html.data() - text.data());
      std::fill(begin + 1, begin + static_cast<std::ptrdiff_t>(run.html.size()), true);
    }
  }

  bool has(std::size_t begin, std::size_t end) const { return inside_.empty() || (!inside_[begin] && !inside_[end]); }

 private:
  std::vector<bool> inside_;
};

// In HTML only what stands in its text is replaced: a part of a tag could become another tag.
Value replace(Invocation& call) {
  const bool to_html = call.autoescape() && (call.argument(0).is_markup() || call.argument(1).is_markup());
  const bool html = to_html || (call.autoescape() && call.subject().is_markup());
  const auto as_html = [&](const Value& value) {
    const std::string_view text = call.text_of(value);
    return html && !value.is_markup() ? escaped(text) : std::string(text);
  };
  const std::string subject = to_html ? as_html(call.subject()) : std::string(call.text());
  const std::string old_text = as_html(call.argument(0));
  const std::string new_text = as_html(call.argument(1));
  std::size_t left = SIZE_MAX;
  if (call.given(2)) {
    const std::int64_t count = call.integer(2);
    if (count >= 0) left = static_cast<std::size_t>(count);
  }

  const OpenPlaces places(subject, html);
  const auto find = [&](std::size_t from) {
    std::size_t found = subject.find(old_text, from);
    while (found != std::string::npos && !places.has(found, found + old_text.size())) {
      found = subject.find(old_text, found + 1);
    }
    return found;
  };

  std::string out;
  std::size_t at = 0;
  for (; left > 0 && call.within(out.size(), kMaxText); --left) {
    // An empty text stands before every character and at the end.
    const std::size_t found = find(at);
    if (found == std::string::npos) break;
    out.append(subject, at, found - at).append(new_text);
    at = found + old_text.size();
    if (!old_text.empty()) continue;
    if (at >= subject.size()) break;
    std::size_t next = at;
    text::next(subject, next);
    out.append(subject, at, next - at);
    at = next;
  }
  if (at < subject.size()) out.append(subject, at);
  return html ? Value::markup(out) : Value::string(out);
}

Value reverse_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (out.size() < text.size()) out += character_before(text, text.size() - out.size());
  return Value::string(out);
}

Value reverse(Invocation& call) {
  if (call.subject().is_string()) return reverse_text(call.subject().as_string());
  std::vector<Value> items = call.items();
  std::ranges::reverse(items);
  return Value::list(std::move(items));
}

Value wordcount(Invocation& call) {
  const std::string_view text = call.text();
  std::int64_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const bool word = text::is_word(text::next(text, i));
    if (word && !inside) ++words;
    inside = word;
  }
  return Value(words);
}

Value string(Invocation& call) {
  if (call.subject().is_string()) return call.subject();
  return Value::string(call.text());
}

Value slug(Invocation& call) {
  return Value::string(text::slugify(call.text(), static_cast<std::size_t>(call.integer(0, 1, 1000))));
}

}  // namespace

void add_text_filters(Registry& registry) {
  add_mapping(registry, "capitalize", "The first letter a capital, the rest in lower case.", text::capitalize);
  add_mapping(registry, "lower", "In lower case.", text::lower);
  add_mapping(registry, "upper", "In capitals.", text::upper);
  registry.add_filter(define({"title", {}, "Every word with a capital, the rest in lower case."},
                             [](Invocation& call) { return Value::string(text::title_case(call.text())); }));
  registry.add_filter(
      define({"trim", {optional("chars")}, "Without white space, or the characters given, at both ends."}, trim));
  registry.add_filter(define({"replace",
                              {required("old"), required("new"), optional("count")},
                              "Every `old`, or the first `count` of them, replaced by `new`."},
                             replace));
  registry.add_filter(define({"reverse", {}, "A text or a list from back to front."}, reverse));
  registry.add_filter(define({"wordcount", {}, "The number of words."}, wordcount));
  registry.add_filter(define({"string", {}, "Anything as text; HTML stays HTML."}, string));
  registry.add_filter(define(
      {"slug", {optional("length", 80)}, "A text as it stands in an address: `Café & Zo` is `cafe-en-zo`."}, slug));
}

}  // namespace katern::templating
