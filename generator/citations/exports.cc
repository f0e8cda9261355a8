#include "citations/exports.h"

#include <array>

#include "citations/csl.h"
#include "value/json.h"

namespace katern::citations {
namespace {

constexpr std::array<ExportFormat, 3> kFormats{{
    {"CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json},
    {"BibTeX", "bib", "application/x-bibtex", bibtex},
    {"RIS", "ris", "application/x-research-info-systems", ris},
}};

}  // namespace

std::span<const ExportFormat> export_formats() { return kFormats; }

std::string csl_json(const Item& item) {
  std::string out;
  JsonStyle style;
  style.indent = 2;
  to_json(Value::list({to_value(item)}), out, style);
  out += '\n';
  return out;
}

}  // namespace katern::citations
