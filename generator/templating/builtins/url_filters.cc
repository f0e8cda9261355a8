#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"

namespace katern::templating {
namespace {

bool is_unreserved(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

/// RFC 3986, section 2.1. A path keeps its slashes; in a query a space is a plus (WHATWG URL, urlencoded).
void append_encoded(std::string& out, std::string_view text, bool in_query) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    if (is_unreserved(c) || (c == '/' && !in_query)) {
      out += c;
    } else if (c == ' ' && in_query) {
      out += '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 0xF];
    }
  }
}

void append_pair(std::string& out, std::string_view key, std::string_view value) {
  if (!out.empty()) out += '&';
  append_encoded(out, key, true);
  out += '=';
  append_encoded(out, value, true);
}

Value urlencode(Invocation& call) {
  std::string out;
  if (call.subject().is_object()) {
    const Object& object = call.subject().as_object();
    for (std::size_t i = 0; i < object.size(); ++i) {
      append_pair(out, object.key_at(i), call.text_of(object.value_at(i)));
    }
  } else if (call.subject().is_list()) {
    for (const Value& pair : call.items()) {
      if (!pair.is_list() || pair.size() != 2) {
        call.wrong_subject("a text, an object or a list of pairs");
        return {};
      }
      append_pair(out, call.text_of(pair.at(0)), call.text_of(pair.at(1)));
    }
  } else {
    append_encoded(out, call.text(), false);
  }
  return Value::string(out);
}

}  // namespace

void add_url_filters(Registry& registry) {
  registry.add_filter(
      define({"urlencode", {}, "A text for in a path, or an object or list of pairs as a query."}, urlencode));
}

}  // namespace katern::templating
