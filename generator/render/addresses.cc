#include "render/addresses.h"

#include <algorithm>
#include <array>

namespace katern::render {
namespace {

bool has_scheme(std::string_view url) {
  const std::size_t colon = url.find(':');
  return colon != std::string_view::npos && url.find_first_of("/?#") > colon;
}

// The attributes with a URL that Markdown and components can bring into a feed.
constexpr std::array<std::string_view, 3> kUrlAttributes{" href=\"", " src=\"", " poster=\""};

struct Attribute {
  std::size_t value = std::string_view::npos;  ///< where its value begins
  std::size_t end = 0;                         ///< where the value's closing quote stands
};

Attribute next_url_attribute(std::string_view html, std::size_t from) {
  Attribute nearest;
  for (const std::string_view name : kUrlAttributes) {
    const std::size_t at = html.find(name, from);
    if (at == std::string_view::npos || at + name.size() > nearest.value) continue;
    nearest.value = at + name.size();
  }
  if (nearest.value != std::string_view::npos) nearest.end = std::min(html.find('"', nearest.value), html.size());
  return nearest;
}

}  // namespace

Addresses::Addresses(std::string_view base_url) {
  const std::size_t host = base_url.find("://");
  const std::size_t path = host == std::string_view::npos ? std::string_view::npos : base_url.find('/', host + 3);
  origin_ = base_url.substr(0, path);
  if (path != std::string_view::npos) prefix_ = base_url.substr(path);
  while (prefix_.ends_with('/')) prefix_.pop_back();
}

std::string Addresses::absolute(std::string_view url) const {
  if (has_scheme(url)) return std::string(url);
  if (url.starts_with("//")) return "https:" + std::string(url);
  if (url.starts_with('/')) return origin_ + std::string(url);
  return origin_ + prefix_ + '/' + std::string(url);
}

std::string Addresses::output_path(std::string_view url) const {
  if (url.starts_with(prefix_)) url.remove_prefix(prefix_.size());
  while (url.starts_with('/')) url.remove_prefix(1);
  std::string path(url);
  if (path.empty() || path.ends_with('/')) path += "index.html";
  return path;
}

std::string Addresses::absolute_html(std::string_view html, std::string_view page) const {
  std::string out;
  out.reserve(html.size() + html.size() / 8);
  std::size_t done = 0;
  // The generator escapes quotes in text, so an attribute's name with its opening quote stands in tags alone.
  for (Attribute found = next_url_attribute(html, 0); found.value != std::string_view::npos;
       found = next_url_attribute(html, found.end)) {
    out += html.substr(done, found.value - done);
    const std::string_view url = html.substr(found.value, found.end - found.value);
    out += url.starts_with('#') || url.empty() ? std::string(page) + std::string(url) : absolute(url);
    done = found.end;
  }
  return out.append(html.substr(done));
}

}  // namespace katern::render
