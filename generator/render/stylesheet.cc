#include "render/stylesheet.h"

#include <algorithm>

#include "files/path.h"

namespace katern::render {
namespace {

constexpr std::string_view kSpaces = " \t\n\r\f";

bool leads_elsewhere(std::string_view url) {
  return url.empty() || url.front() == '/' || url.front() == '#' || url.find(':') != std::string_view::npos;
}

struct Reference {
  std::size_t begin = std::string_view::npos;  ///< of the URL itself, without quotes
  std::size_t end = 0;
};

// The next url(…) outside comments; CSS allows quotes and white space inside (css-syntax-3, section 4.3.6).
Reference next_reference(std::string_view css, std::size_t from) {
  while (from < css.size()) {
    const std::size_t comment = css.find("/*", from);
    const std::size_t call = css.find("url(", from);
    if (call == std::string_view::npos) return {};
    if (comment < call) {
      const std::size_t end = css.find("*/", comment + 2);
      if (end == std::string_view::npos) return {};
      from = end + 2;
      continue;
    }
    std::size_t begin = std::min(css.find_first_not_of(kSpaces, call + 4), css.size());
    const bool quoted = begin < css.size() && (css[begin] == '"' || css[begin] == '\'');
    const std::size_t end = quoted ? css.find(css[begin], begin + 1) : css.find_first_of(" \t\n\r\f)", begin);
    if (end == std::string_view::npos) return {};
    return {begin + (quoted ? 1 : 0), end};
  }
  return {};
}

}  // namespace

std::string with_fingerprints(std::string_view css, std::string_view name, std::string_view file,
                              const std::vector<Asset>& assets, Report& report) {
  std::string out;
  out.reserve(css.size() + 256);
  std::size_t done = 0;
  for (Reference at = next_reference(css, 0); at.begin != std::string_view::npos; at = next_reference(css, at.end)) {
    const std::string_view url = css.substr(at.begin, at.end - at.begin);
    if (leads_elsewhere(url)) continue;
    const auto path = files::join_relative(name, url.substr(0, url.find_first_of("?#")));
    const auto asset =
        std::find_if(assets.begin(), assets.end(), [&](const Asset& a) { return path && a.name == *path; });
    if (asset == assets.end()) {
      report.add(Diagnostic(Code::asset_unknown, Place{std::string(file), position_at(css, at.begin), 0})
                     .with("name", path.value_or(std::string(url))));
      continue;
    }
    // The folders below assets/ are the same on the site; only the last step of a name changes.
    out += css.substr(done, at.begin - done);
    const std::size_t folder = url.substr(0, url.find_first_of("?#")).rfind('/') + 1;
    out += url.substr(0, folder);
    out += asset->url.substr(asset->url.rfind('/') + 1);
    done = at.begin + std::min(url.find_first_of("?#"), url.size());
  }
  return out.append(css.substr(done));
}

}  // namespace katern::render
