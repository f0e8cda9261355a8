#include "citations/pages.h"

#include <algorithm>

#include "text/words.h"

namespace katern::citations {
namespace {

constexpr std::string_view kDash = "–";

bool is_place(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A number, perhaps Roman or with a letter: 12, A4, e104, xii.
bool begins_with_number(std::string_view text) {
  const std::size_t word = std::min(text.find_first_of(" ,-–"), text.size());
  const std::string_view first = text.substr(0, word);
  if (first.empty()) return false;
  return first.find_first_of("0123456789") != first.npos || first.find_first_not_of("ivxlc") == first.npos;
}

}  // namespace

std::string page_range(std::string_view pages) {
  std::string out;
  for (std::size_t at = 0; at < pages.size();) {
    const std::size_t end = std::min(pages.find_first_not_of('-', at), pages.size());
    const bool between =
        end > at && end - at <= 2 && at > 0 && end < pages.size() && is_place(pages[at - 1]) && is_place(pages[end]);
    if (between) {
      out += kDash;
      at = end;
    } else {
      out += pages[at++];
    }
  }
  return out;
}

std::string pages_in_words(std::string_view pages, const Style& style) {
  std::string text = page_range(text::collapse_spaces(pages));
  for (const std::string_view label : {"pp.", "p.", "pag.", "blz."}) {
    if (!text.starts_with(label)) continue;
    text.erase(0, std::min(text.find_first_not_of(' ', label.size()), text.size()));
    break;
  }
  if (!begins_with_number(text)) return text;
  const bool several = text.find(kDash) != text.npos || text.find(',') != text.npos || text.find(" en ") != text.npos;
  const Terms& terms = terms_of(style);
  return std::string(several ? terms.pages : terms.page) + ' ' + text;
}

}  // namespace katern::citations
