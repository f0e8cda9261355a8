#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/body.h"

namespace katern::parse {

/// The words that the HTML itself needs, for screen readers. Views.
struct MarkdownWords {
  std::string_view table = "Tabel";
  std::string_view footnote = "Voetnoot";
  std::string_view footnotes = "Voetnoten";
  std::string_view back = "Terug naar de tekst bij voetnoot";
  std::string_view done = "Gedaan";
  std::string_view to_do = "Nog te doen";

  static constexpr MarkdownWords english() {
    return {"Table", "Footnote", "Footnotes", "Back to the text at footnote", "Done", "To do"};
  }
};

/// What the rendering of Markdown adds to what CommonMark and GFM say. All on for pages; the tests against the
/// CommonMark specification switch each off by name.
struct MarkdownOptions {
  bool smart_punctuation = true;     ///< Dutch quotes, ’s avonds, dashes, ellipses
  bool heading_ids = true;           ///< ids and shifted levels (a body has no h1)
  bool figures = true;               ///< a picture alone in a paragraph is a figure
  bool holes = true;                 ///< off: links and pictures are written out as they are
  bool mark_external = true;         ///< rel and class on links to other sites
  bool table_wrappers = true;        ///< tables and code scroll in a region of their own, header cells have a scope
  bool citations = false;            ///< `[@key]` and `@key` cite sources, as in Pandoc
  std::string_view quotes = "“”‘’";  ///< opening and closing double, opening and closing single

  std::vector<std::string> components;    ///< a fence whose info string begins with one of these is a component
  std::vector<std::string> reserved_ids;  ///< ids that the page around the body has; headings keep clear of them
  std::string id_prefix;                  ///< before every id, where a page holds more than one body
  MarkdownWords words;
};

/// `first_line` is the line of the file that the text begins at. Raw HTML, unsafe links and what goes beyond the caps
/// on size and nesting are findings with their place; the body is usable all the same (beyond the caps it is empty).
/// Must be well-formed UTF-8. May be called from many threads at once.
Body parse_markdown(std::string_view text, std::string_view file, Report& report, std::uint32_t first_line = 1,
                    const MarkdownOptions& options = {});

}  // namespace katern::parse
