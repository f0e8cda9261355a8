#pragma once

#include <string_view>
#include <vector>

namespace katern::templating {

/// A stretch of HTML that is text, or that is not: a tag, a comment, the inside of a script.
struct MarkupRun {
  std::string_view html;
  bool text = false;
};

/// HTML that templates made, in such stretches: filters that put something into it do so in its text only.
std::vector<MarkupRun> markup_runs(std::string_view html);

/// Whether all of it is text.
inline bool is_all_text(std::string_view html) { return html.find('<') == std::string_view::npos; }

}  // namespace katern::templating
