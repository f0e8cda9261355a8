#pragma once

#include <cstdint>
#include <string_view>

namespace katern::templating {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// What the text of an element is read as (WHATWG HTML, section 13.1.2).
enum class ElementText : std::uint8_t {
  markup,
  script,
  style,
  rcdata,  ///< `title` and `textarea`: references count, tags do not
  raw,     ///< others in which nothing counts
};

/// What a browser makes of the value of an attribute.
enum class AttributeUse : std::uint8_t {
  plain,
  url,          ///< an address that a reader may go to, or of a picture
  url_list,     ///< several, as in `srcset`
  code_url,     ///< what is there is run, or decides how the page looks
  code,         ///< a script, a style or a document of its own, or what decides about those
  script_type,  ///< `type` of `script`
  http_equiv,   ///< of `meta`: then its `content` is an order to the browser
  meta_content,
  link_rel,   ///< tells what the `href` of a `link` is for
  link_href,  ///< what it is depends on `rel`
};

/// `tag` and `name` in lower case. In XML the prefix of a name is passed over.
ElementText text_of_element(std::string_view tag, bool xml);

/// With an empty `tag`, of any element: what it is in the most dangerous one that templates may not name themselves.
AttributeUse use_of_attribute(std::string_view tag, std::string_view name);

/// Whether a `rel` makes of a `link` something that is run or decides how the page looks.
bool loads_code(std::string_view rel);

/// Elements of which the attributes are too dangerous to come from a value as a whole.
bool wants_written_attributes(std::string_view tag);

/// Whether a script of that type is data. An `importmap` or `speculationrules` is not: it chooses which code is run.
bool is_json_type(std::string_view type);

}  // namespace katern::templating
