#pragma once

#include <span>
#include <string>
#include <string_view>

#include "citations/item.h"

namespace katern::citations {

/// A form in which reference managers read sources.
struct ExportFormat {
  std::string_view name;        ///< "BibTeX"
  std::string_view extension;   ///< of the file: "bib"
  std::string_view media_type;  ///< "application/x-bibtex"
  std::string (*write)(const Item& item);
};

/// CSL-JSON (a list of one), BibTeX and RIS.
std::span<const ExportFormat> export_formats();

/// https://github.com/citation-style-language/schema, csl-data.json
std::string csl_json(const Item& item);
/// BibTeX in UTF-8, as BibLaTeX and current reference managers read it; what TeX would run is escaped.
std::string bibtex(const Item& item);
/// RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): one tag a line, CRLF.
std::string ris(const Item& item);

}  // namespace katern::citations
