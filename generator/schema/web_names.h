#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace katern::schema {

/// An absolute http or https URL (RFC 3986) with a host, without user information, spaces or control characters.
bool is_web_url(std::string_view text);

/// The address of a website as it may be written (https://practoraten.nl/, with or without a path), without slashes at
/// its end; nothing where it is no web URL or has a query or a fragment.
std::optional<std::string> base_url_of(std::string_view text);

/// `name@host.nl`: the common part of RFC 5321, without quotes and comments.
bool is_email(std::string_view text);

/// A path of this site: begins with a slash; each step is made of letters, digits, `-`, `.`, `_` and `~`, and none is
/// empty (but for one at the end), `.` or `..`.
bool is_site_path(std::string_view text);

}  // namespace katern::schema
