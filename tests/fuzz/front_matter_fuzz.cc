// Any bytes as an entry: nothing crashes, and what is refused is said.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parse/document.h"
#include "parse/yaml.h"

namespace {

/// What the contract of a Report promises: texts that can be printed, and places in the file.
void check(const katern::Report& report) {
  for (const katern::Diagnostic& finding : report.findings()) {
    if (katern::message(finding, katern::Language::dutch).empty()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  katern::Report report;
  const auto document = katern::parse::parse_document(bytes, "x.md", report);
  if (!document && !report.has_errors()) std::abort();
  check(report);

  katern::Report yaml_report;
  const auto node = katern::parse::parse_yaml(bytes, "x.yaml", yaml_report);
  if (node.has_value() == yaml_report.has_errors()) std::abort();
  check(yaml_report);
  return 0;
}
