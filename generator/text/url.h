#pragma once

#include <string>
#include <string_view>

namespace katern::text {

/// For an href or src in quotes: what may not stand in a URL (RFC 3986) is percent-encoded, escapes that are there
/// stay, and & and ' become references.
void append_href(std::string& out, std::string_view url);

/// With its percent-encoded bytes as the characters that they stand for; as it is when that would not be UTF-8 or hold
/// control characters.
std::string decode_percent(std::string_view url);

/// Whether it leads to another host: http:, https: or //, in any case.
bool is_external_url(std::string_view url);

/// Whether it says which host it leads to, and how: http:// or https://, in any case, and a name.
bool has_host(std::string_view url);

/// Whether it begins with a scheme (RFC 3986, section 3.1), as mailto:x does and a path never does.
bool has_scheme(std::string_view url);

}  // namespace katern::text
