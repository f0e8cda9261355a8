#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/place.h"
#include "schema/sort_key.h"
#include "templating/expression.h"

namespace katern::schema {

/// How a listing's entries come together under headings. What the expression gives is the group; of a list the first
/// item counts, and an entry that it gives stands for its title.
struct Grouping {
  enum class Order { found, ascending, descending };

  /// A group that has a place, a heading or an order of its own.
  struct Group {
    std::string value;
    std::string label;          ///< the value itself where the kind says nothing
    std::vector<SortKey> sort;  ///< empty: as the listing
  };

  templating::Expression by;
  Order order = Order::found;                     ///< found: in the order of the first entry of each
  std::vector<Group> groups;                      ///< these come first, in this order
  std::optional<templating::TextTemplate> label;  ///< the heading of any other; sees `value`
  std::string none;                               ///< the heading of entries without a group, which come last
};

/// A way to narrow a listing: the values that an expression gives of its entries.
struct Facet {
  enum class Order { listed, count, ascending, descending };

  std::string name;  ///< in addresses and query strings, a slug: /practoraten/status/actief/
  std::string label;
  templating::Expression by;  ///< a text, a number, a bool, an entry, or a list of those
  Order order = Order::ascending;
  std::vector<std::string> values;                          ///< of Order::listed: these first
  std::vector<std::pair<std::string, std::string>> labels;  ///< what a value is called, where it is not itself
  std::optional<templating::TextTemplate> title;            ///< of a value's page; sees `value`
  Position at;
};

/// Pages that show entries of a kind: all that a filter lets through, or one such listing for each term.
struct Listing {
  std::string url;  ///< of the first page: /practoraten/; empty when it is one of terms
  std::string template_name;
  std::string title;
  std::optional<templating::Expression> filter;
  std::vector<SortKey> sort;
  std::optional<Grouping> group;
  std::vector<Facet> facets;
  std::size_t per_page = 0;  ///< 0: one page
  bool feed = false;         ///< a feed of its own

  /// A listing for each entry that this expression finds (one, or a list): `themas`. The templates see the term.
  std::optional<templating::Expression> per;
  std::optional<templating::TextTemplate> term_url;
  std::optional<templating::TextTemplate> term_title;
  Position at;
};

/// What a kind's entries are as events of a calendar (RFC 5545). An entry without a start is none.
struct Calendar {
  templating::Expression start;                       ///< a date, which makes an event of whole days, or a moment
  std::optional<templating::Expression> end;          ///< a date is the event's last day
  std::optional<templating::Expression> all_day;      ///< true: only the days of start and end count
  std::optional<templating::Expression> summary;      ///< default: the title
  std::optional<templating::Expression> description;  ///< default: the summary
  std::optional<templating::Expression> location;
  std::optional<templating::Expression> status;  ///< confirmed, tentative or cancelled
  std::optional<templating::Expression> url;     ///< default: the entry's page
  Position at;
};

}  // namespace katern::schema
