#include "templating/escaping.h"

#include <algorithm>

#include "text/escape.h"

namespace katern::templating {
namespace {

// The URLs of a list.
constexpr std::string_view kBetween = " \t\n\r\f,";

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  text::append_html(out, text);
  return out;
}

void append_as_markup(std::string& out, const Value& text) {
  if (text.is_markup()) {
    out += text.as_string();
  } else {
    text::append_html(out, text.as_string());
  }
}

void append_markup_as_text(std::string& out, std::string_view markup) {
  for (const char c : markup) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&#34;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
}

bool is_safe_url_part(std::string_view text) {
  const std::size_t decisive = text.find_first_of(":/?#");
  return decisive == std::string_view::npos || text[decisive] != ':';
}

std::string_view after_first_url(std::string_view text) {
  return text.substr(std::min(text.find_first_of(kBetween), text.size()));
}

bool is_safe_url_list(std::string_view text) {
  for (std::size_t at = text.find_first_not_of(kBetween); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    if (!text::is_safe_url(text.substr(at, end - at))) return false;
    at = text.find_first_not_of(kBetween, end);
  }
  return true;
}

// Browsers pass over tabs and line breaks, and over control characters before it; a \ counts as a slash.
bool is_local_url(std::string_view url) {
  std::string start;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= ' ') continue;
    start += c == '\\' ? '/' : c;
    if (start.size() == 2) break;
  }
  // What has no colon before its first / ? or # has no scheme.
  return start != "//" && start != "/" && is_safe_url_part(url);
}

bool is_allowed(std::string_view text, Escape escape) {
  switch (escape) {
    case Escape::url: return text::is_safe_url(text);
    case Escape::url_part: return is_safe_url_part(text);
    case Escape::url_list: return is_safe_url_list(text);
    case Escape::url_list_part:
      return is_safe_url_part(text.substr(0, text.size() - after_first_url(text).size())) &&
             is_safe_url_list(after_first_url(text));
    case Escape::url_list_rest: return is_safe_url_list(after_first_url(text));
    case Escape::code_url: return is_local_url(text);
    default: return true;
  }
}

}  // namespace katern::templating
