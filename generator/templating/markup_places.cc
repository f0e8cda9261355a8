#include "templating/markup_places.h"

#include <algorithm>

#include "templating/html_context.h"

namespace katern::templating {

std::vector<MarkupRun> markup_runs(std::string_view html) {
  std::vector<MarkupRun> runs;
  HtmlContext context(Syntax::html);
  std::size_t begin = 0;
  bool text = true;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (text) i = std::min(html.find('<', i), html.size());
    if (i == html.size()) break;
    context.advance(html.substr(i, 1));
    const bool still_text = context.is_text();
    if (still_text == text) continue;
    // The < belongs to what it opens, and the > to what it closes.
    const std::size_t end = text ? i : i + 1;
    if (end > begin) runs.push_back({html.substr(begin, end - begin), text});
    begin = end;
    text = still_text;
  }
  if (begin < html.size()) runs.push_back({html.substr(begin), text});
  return runs;
}

}  // namespace katern::templating
