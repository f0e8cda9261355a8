#include "render/template_ids.h"

namespace katern::render {

std::vector<std::string> ids_in_template(std::string_view html) {
  constexpr std::string_view kAttribute = "id=";
  std::vector<std::string> ids;
  for (std::size_t at = html.find(kAttribute); at != html.npos; at = html.find(kAttribute, at + 1)) {
    const bool is_name = at > 0 && std::string_view(" \t\r\n").find(html[at - 1]) != html.npos;
    const std::size_t quote = at + kAttribute.size();
    if (!is_name || quote >= html.size() || (html[quote] != '"' && html[quote] != '\'')) continue;
    const std::size_t end = html.find(html[quote], quote + 1);
    if (end == html.npos) break;
    const std::string_view id = html.substr(quote + 1, end - quote - 1);
    if (!id.empty() && id.find('{') == id.npos) ids.emplace_back(id);
  }
  return ids;
}

}  // namespace katern::render
