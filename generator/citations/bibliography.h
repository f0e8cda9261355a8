#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citations/item.h"
#include "citations/prose.h"
#include "citations/style.h"
#include "text/collate.h"

namespace katern::citations {

/// One source in a citation, with what its writer put around it.
struct Cite {
  std::size_t item = 0;
  std::string_view prefix;       ///< "zie"
  std::string_view suffix;       ///< "p. 12", "hoofdstuk 3"; a number alone means pages
  bool suppress_author = false;  ///< the text names the author itself
};

/// How a source of a citation is written: `before` and `after` stand outside the link to the list.
struct CitedText {
  std::size_t cite = 0;  ///< index of the cite; citations are put in the order of the list
  std::string before;    ///< "(zie ", "; "
  Prose label;           ///< "Jansen & De Vries, 2020"
  std::string after;     ///< ", p. 12", ")"
};

/// The sources of one text: their order in the list, and what tells apart those that would look the same in running
/// text. Views the items. Immutable once made, and good for many threads.
class Bibliography {
 public:
  Bibliography(std::span<const Item> items, const Style& style, const text::Collator& collator);

  std::span<const Item> items() const { return items_; }
  /// The items in the order of the list (APA 9.44 to 9.49): by head word, one author before several, older before
  /// newer.
  std::span<const std::size_t> order() const { return order_; }
  /// "a", "b", … where one author has several works in a year; else empty.
  const std::string& year_suffix(std::size_t item) const { return entries_[item].suffix; }

  Prose reference(std::size_t item) const;

  /// In brackets: "(Bos, 2019; Jansen & De Vries, 2020, p. 12)".
  std::vector<CitedText> parenthetical(std::span<const Cite> cites) const;
  /// In the sentence: "Jansen en De Vries (2020, p. 12)".
  CitedText narrative(const Cite& cite) const;
  /// "Jansen & De Vries, 2020".
  std::string label(std::size_t item) const;

 private:
  struct Entry {
    std::string suffix;
    std::size_t shown = 1;  ///< authors, of three or more
    bool initials = false;
    std::vector<std::string> sort_key;
  };

  void put_in_order(const text::Collator& collator);
  void tell_years_apart();
  void tell_authors_apart();
  void tell_families_apart();
  Prose author_of(std::size_t item, bool narrative) const;
  bool joins(const Cite& before, const Cite& next) const;
  std::string suffix_of(const Cite& cite) const;

  std::span<const Item> items_;
  Style style_;
  std::vector<Entry> entries_;
  std::vector<std::size_t> order_;
};

}  // namespace katern::citations
