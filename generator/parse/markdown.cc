#include "parse/markdown.h"

#include "parse/cmark_tree.h"
#include "parse/markdown_caps.h"
#include "parse/markdown_renderer.h"

namespace katern::parse {

Body parse_markdown(std::string_view text, std::string_view file, Report& report, std::uint32_t first_line,
                    const MarkdownOptions& options) {
  if (auto excess = find_excess(text, file, first_line)) {
    report.add(*std::move(excess));
    return {};
  }
  const CmarkTree tree(text, options.citations);
  return MarkdownRenderer(text, file, report, first_line, options).render(tree.root());
}

}  // namespace katern::parse
