#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace katern::render {

/// A page of the website, to be rendered.
struct Page {
  enum class Kind {
    home,
    entry,      ///< records[index]
    listing,    ///< listing_pages[index]
    not_found,  ///< 404.html
    fields,     ///< all kinds and fields, for editors
    moved,      ///< what stood here stands at `moved_to` now
  };

  Kind kind = Kind::home;
  std::size_t index = 0;
  std::string url;  ///< site path
  std::string moved_to;
};

/// Every page of the site.
std::vector<Page> plan_pages(const model::Site& site, std::string_view prefix);

}  // namespace katern::render
