#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/site.h"
#include "parse/body.h"

namespace katern::model {

/// Where a link of an entry leads.
struct LinkTarget {
  enum class Kind {
    external,   ///< another site, or mail or telephone
    same_page,  ///< only a fragment
    entry,      ///< records[record]
    media,      ///< a file of the site
    page,       ///< a path of the site at which a listing, a feed or another file stands
    hidden,     ///< an entry that is not visible now
    faulty,     ///< an entry that has errors of its own, which are told elsewhere
    no_page,    ///< an entry whose kind has no pages
    outside,    ///< climbs out of content/
    nothing,
  };

  Kind kind = Kind::nothing;
  std::string url;         ///< with the fragment; empty where the link leads nowhere
  std::size_t record = 0;  ///< of an entry
  std::string path;        ///< what was looked for, relative to the site's root
};

/// `from` is the path of the file that the link stands in. Any thread.
LinkTarget resolve_link(const Site& site, std::string_view from, const parse::Link& link);

}  // namespace katern::model
