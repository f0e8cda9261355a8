#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/report.h"
#include "parse/body.h"
#include "parse/markdown.h"
#include "parse/node.h"

namespace katern::parse {

/// An entry as it stands in its file: front matter between two lines of `---`, and a Markdown body.
struct Document {
  std::string path;  ///< relative to the site's root: content/berichten/x.md
  Node front_matter;
  Body body;
};

/// Nothing, and at least one error in the report, when the front matter cannot be read; mistakes in the body are
/// reported and leave a usable document.
std::optional<Document> parse_document(std::string_view bytes, std::string_view path, Report& report,
                                       const MarkdownOptions& options = {});

}  // namespace katern::parse
