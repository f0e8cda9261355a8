#pragma once

#include <string>
#include <string_view>

namespace katern::render {

/// For the `integrity` attribute: "sha384-" and base64 (https://www.w3.org/TR/SRI/).
std::string integrity_of(std::string_view bytes);

/// Eight hexadecimal digits of the SHA-384 of the bytes, for a file's name.
std::string fingerprint_of(std::string_view bytes);

/// A UUID of version 5 in the URL namespace (RFC 9562, section 5.5): the same name, the same UUID.
std::string uuid_of_url(std::string_view url);

}  // namespace katern::render
