#include "citations/prose.h"

#include "text/escape.h"
#include "text/url.h"

namespace katern::citations {
namespace {

bool ends_sentence(std::string_view text) {
  for (const std::string_view quote : {"”", "’", "\""}) {
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
}

}  // namespace

Prose& Prose::add(std::string_view text, Look look) {
  if (text.empty()) return *this;
  if (!runs_.empty() && runs_.back().look == look && look != Look::link) {
    runs_.back().text += text;
  } else {
    runs_.push_back({std::string(text), look});
  }
  return *this;
}

Prose& Prose::add(const Prose& other) {
  for (const Run& run : other.runs_) add(run.text, run.look);
  return *this;
}

Prose& Prose::space() {
  if (!runs_.empty() && !runs_.back().text.ends_with(' ')) add(" ");
  return *this;
}

Prose& Prose::stop() {
  if (runs_.empty()) return *this;
  const std::string_view last = runs_.back().text;
  // Behind a bracket a question mark belongs to what is inside.
  const bool bracket = last.ends_with(')') || last.ends_with(']');
  if (bracket || !ends_sentence(last)) add(".");
  return *this;
}

std::string Prose::plain() const {
  std::string out;
  for (const Run& run : runs_) out += run.text;
  return out;
}

std::string Prose::html() const {
  std::string out;
  for (const Run& run : runs_) {
    switch (run.look) {
      case Look::plain: text::append_html(out, run.text); break;
      case Look::italic:
        out += "<em>";
        text::append_html(out, run.text);
        out += "</em>";
        break;
      case Look::link:
        out += "<a href=\"";
        text::append_href(out, run.text);
        out += "\" rel=\"noopener external\" class=\"external\">";
        text::append_html(out, run.text);
        out += "</a>";
        break;
    }
  }
  return out;
}

}  // namespace katern::citations
