#include "parse/heading_ids.h"

#include "text/words.h"

namespace katern::parse {

HeadingIds::HeadingIds(std::string_view prefix, const std::vector<std::string>& reserved) : prefix_(prefix) {
  for (const std::string& id : reserved) used_.emplace(id, 1);
}

std::string HeadingIds::make(std::string_view text) {
  std::string slug = text::slugify(text);
  // A heading without letters still needs a place to link to; fn- and fnref- are the footnotes' own.
  if (slug.empty()) slug = "deel";
  if (slug.starts_with("fn-") || slug.starts_with("fnref-")) slug.insert(0, "kop-");
  slug.insert(0, prefix_);
  const auto [first, is_new] = used_.emplace(slug, 1);
  if (is_new) return slug;
  std::string id;
  unsigned number = first->second;
  do {
    id = slug + '-' + std::to_string(++number);
  } while (used_.contains(id));
  used_[slug] = number;
  used_.emplace(id, 1);
  return id;
}

}  // namespace katern::parse
