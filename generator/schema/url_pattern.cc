#include "schema/url_pattern.h"

#include <algorithm>
#include <string>

#include "schema/places.h"

namespace katern::schema {
namespace {

// `/berichten/{slug}/` as it was meant; the same text where no single brace stands in it.
std::string with_double_braces(std::string_view pattern) {
  std::string mended;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    if (rest.starts_with("{{") || rest.starts_with("{%") || rest.starts_with("{#")) {
      const std::size_t length = std::min(rest.find('}'), rest.size() - 1) + 1;
      const std::size_t whole = std::min(length + (rest.substr(length).starts_with('}') ? 1 : 0), rest.size());
      mended += rest.substr(0, whole);
      at += whole;
      continue;
    }
    const std::size_t close = rest.front() == '{' ? rest.find('}') : rest.npos;
    if (close == rest.npos) {
      mended += rest.front();
      ++at;
      continue;
    }
    mended.append("{{ ").append(rest.substr(1, close - 1)).append(" }}");
    at += close + 1;
  }
  return mended;
}

}  // namespace

void check_url_pattern(const parse::Node& node, std::string_view file, Report& report) {
  if (node.kind != parse::Node::Kind::scalar) return;
  if (!node.text.starts_with('/') || !node.text.ends_with('/')) {
    report.add(Diagnostic(Code::kind_url_invalid, place_of(file, node)).with("url", shown(node.text)));
  }
  const std::string mended = with_double_braces(node.text);
  if (mended == node.text) return;
  report.add(Diagnostic(Code::kind_url_single_brace, place_of(file, node))
                 .with("url", shown(node.text))
                 .with("mended", shown(mended)));
}

}  // namespace katern::schema
