#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace katern::templating {

struct LinkStyle {
  std::optional<std::size_t> longest;  ///< code points of an address that are shown
  bool nofollow = false;
  std::optional<std::string> target;
  std::optional<std::string> rel;
  std::vector<std::string> schemes;  ///< further ones to know, such as "tel:"
};

/// "tel:", "https://": word characters, `.`, `+`, `-`; a colon; at most two slashes.
bool is_scheme(std::string_view text);

/// Escaped text with the addresses in it as links, by the rules of Jinja's `urlize`.
std::string link_urls(std::string_view html, const LinkStyle& style);

}  // namespace katern::templating
