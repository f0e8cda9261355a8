#include "citations/doi.h"

#include <algorithm>
#include <cstddef>

#include "text/escape.h"
#include "text/url.h"

namespace katern::citations {
namespace {

constexpr std::string_view kPrefixes[] = {"https://doi.org/",   "http://doi.org/", "https://dx.doi.org/",
                                          "http://dx.doi.org/", "doi.org/",        "doi:"};

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
         });
}

bool is_registrant(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits >= 4 && text.find_first_not_of("0123456789.") == text.npos && !text.ends_with('.');
}

}  // namespace

std::optional<std::string> normal_doi(std::string_view text) {
  std::string decoded;
  for (const std::string_view prefix : kPrefixes) {
    if (!begins_with(text, prefix)) continue;
    text.remove_prefix(prefix.size());
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    decoded = text::decode_percent(text);
    text = decoded;
    break;
  }
  const std::size_t slash = text.find('/');
  if (!text.starts_with("10.") || slash == text.npos || slash + 1 == text.size() || text.size() > 500)
    return std::nullopt;
  if (!is_registrant(text.substr(3, slash - 3))) return std::nullopt;
  const bool readable =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20; });
  if (!readable) return std::nullopt;
  return std::string(text);
}

std::string doi_url(std::string_view doi) {
  std::string url = "https://doi.org";
  for (std::size_t at = 0; at <= doi.size();) {
    const std::size_t end = std::min(doi.find('/', at), doi.size());
    url += '/';
    text::append_path_segment(url, doi.substr(at, end - at));
    at = end + 1;
  }
  return url;
}

}  // namespace katern::citations
