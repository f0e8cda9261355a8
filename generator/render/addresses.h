#pragma once

#include <string>
#include <string_view>

namespace katern::render {

/// The two halves of a site's base URL: "https://voorbeeld.nl/map" is the origin "https://voorbeeld.nl" and the prefix
/// "/map" (empty where the site has the whole host). Site paths carry the prefix; output paths do not.
class Addresses {
 public:
  explicit Addresses(std::string_view base_url);

  const std::string& prefix() const { return prefix_; }

  /// A site path with its origin; what is absolute already stays as it is.
  std::string absolute(std::string_view url) const;

  /// The file that serves a site path, relative to the output: "/map/x/" is "x/index.html".
  std::string output_path(std::string_view url) const;

  /// Every relative link and source in HTML that Katern made, made absolute; `page` is the absolute URL of the page
  /// that the HTML stands on. For feeds, whose readers have no base.
  std::string absolute_html(std::string_view html, std::string_view page) const;

 private:
  std::string origin_;
  std::string prefix_;
};

}  // namespace katern::render
