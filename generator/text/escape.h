#pragma once

#include <string>
#include <string_view>

namespace katern::text {

/// For HTML and XML text and quoted attributes alike: & < > " ' become references (as markupsafe does: &amp; &lt;
/// &gt; &#34; &#39;). Characters that XML 1.0 forbids stay; see append_xml.
void append_html(std::string& out, std::string_view text);

/// As append_html, with the control characters that XML 1.0 forbids (section 2.2) left out.
void append_xml(std::string& out, std::string_view text);

/// The inside of a JSON string (RFC 8259); with `in_html`, < > & and ' are written as \u003c and so on, so that
/// the result can stand inside a script element or an attribute.
void append_json(std::string& out, std::string_view text, bool in_html = false);

/// Percent-encodes what RFC 3986 does not allow in a path segment.
void append_path_segment(std::string& out, std::string_view text);

/// Whether the text, after leading control characters and spaces, is a relative reference or starts with http:, https:,
/// mailto: or tel: (any case; tabs and line breaks inside are ignored, as the WHATWG URL standard does).
bool is_safe_url(std::string_view url);

}  // namespace katern::text
