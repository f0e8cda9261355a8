#include "templating/html_names.h"

#include <algorithm>
#include <array>

namespace katern::templating {
namespace {

using std::string_view;

template <std::size_t N>
bool one_of(string_view word, const std::array<string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<string_view, 15> kUrls{"href",    "src",      "action",   "formaction", "poster",
                                            "cite",    "manifest", "longdesc", "usemap",     "background",
                                            "classid", "codebase", "archive",  "profile",    "icon"};
constexpr std::array<string_view, 4> kUrlLists{"srcset", "imagesrcset", "ping", "attributionsrc"};
constexpr std::array<string_view, 5> kCode{"style", "srcdoc", "sandbox", "attributename", "charset"};
constexpr std::array<string_view, 5> kAnimations{"animate", "set", "animatetransform", "animatemotion", "animatecolor"};
constexpr std::array<string_view, 4> kAnimated{"values", "to", "from", "by"};
constexpr std::array<string_view, 5> kRawElements{"xmp", "iframe", "noembed", "noframes", "plaintext"};
constexpr std::array<string_view, 6> kDangerous{"script", "link", "meta", "base", "object", "embed"};
constexpr std::array<string_view, 5> kCodeLinks{"stylesheet", "preload", "modulepreload", "import", "manifest"};

string_view without_prefix(string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == string_view::npos ? name : name.substr(colon + 1);
}

// What a script of the theme may make an address of: data-src, data-url.
bool sounds_like_url(string_view name) {
  if (name.find('-') == string_view::npos) return false;
  for (const string_view word : {"src", "href", "url", "uri"}) {
    if (name.find(word) != string_view::npos) return true;
  }
  return false;
}

}  // namespace

ElementText text_of_element(string_view tag, bool xml) {
  const string_view name = xml ? without_prefix(tag) : tag;
  if (name == "script") return ElementText::script;
  if (name == "style") return ElementText::style;
  if (xml) return ElementText::markup;
  if (name == "title" || name == "textarea") return ElementText::rcdata;
  return one_of(name, kRawElements) ? ElementText::raw : ElementText::markup;
}

AttributeUse use_of_attribute(string_view tag, string_view name) {
  const string_view element = without_prefix(tag);
  const string_view bare = without_prefix(name);
  if (bare.starts_with("on") || name.starts_with("on") || one_of(bare, kCode)) return AttributeUse::code;
  if (one_of(element, kAnimations) && one_of(bare, kAnimated)) return AttributeUse::code;
  if (element == "base" && (bare == "href" || bare == "target")) return AttributeUse::code;
  if (element == "script" && (bare == "src" || bare == "href")) return AttributeUse::code_url;
  if (element == "script" && bare == "type") return AttributeUse::script_type;
  if (element == "meta" && bare == "http-equiv") return AttributeUse::http_equiv;
  if (element == "meta" && bare == "content") return AttributeUse::meta_content;
  if (element == "link" && bare == "rel") return AttributeUse::link_rel;
  if (element == "link" && bare == "href") return AttributeUse::link_href;
  if (bare == "data") return element.empty() || element == "object" ? AttributeUse::url : AttributeUse::plain;
  if (one_of(bare, kUrls) || sounds_like_url(bare)) return AttributeUse::url;
  return one_of(bare, kUrlLists) ? AttributeUse::url_list : AttributeUse::plain;
}

bool loads_code(string_view rel) {
  constexpr string_view kSpaces = " \t\n\r\f";
  for (std::size_t at = rel.find_first_not_of(kSpaces); at != string_view::npos;) {
    const std::size_t end = std::min(rel.find_first_of(kSpaces, at), rel.size());
    if (one_of(rel.substr(at, end - at), kCodeLinks)) return true;
    at = rel.find_first_not_of(kSpaces, end);
  }
  return false;
}

bool wants_written_attributes(string_view tag) {
  const string_view element = without_prefix(tag);
  return one_of(element, kDangerous) || one_of(element, kAnimations) || element == "iframe";
}

bool is_json_type(string_view type) { return type.ends_with("/json") || type.ends_with("+json"); }

}  // namespace katern::templating
