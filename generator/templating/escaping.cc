#include "templating/escaping.h"

namespace katern::templating {

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

}  // namespace katern::templating
