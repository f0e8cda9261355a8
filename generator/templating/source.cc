#include "templating/source.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace katern::templating {
namespace {

// Without a byte order mark, as content is read.
std::string plain(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace

Source::Source(std::string name, Place origin, std::string_view text)
    : name_(std::move(name)), origin_(std::move(origin)), text_(plain(text)) {}

Place Source::place(Span span) const {
  const std::string_view all = text_;
  const std::string_view before = all.substr(0, span.offset);
  const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const std::string_view marked = all.substr(span.offset, span.length);

  Place place = origin_;
  place.at.line = std::max(origin_.at.line, 1U) + lines;
  const auto column = static_cast<std::uint32_t>(text::length(before.substr(line_start)));
  place.at.column = column + (lines == 0 ? std::max(origin_.at.column, 1U) : 1U);
  place.length = static_cast<std::uint32_t>(text::length(marked.substr(0, marked.find('\n'))));
  return place;
}

}  // namespace katern::templating
