#pragma once

#include <string>
#include <string_view>

#include "citations/item.h"
#include "citations/prose.h"
#include "citations/style.h"

namespace katern::citations {

/// An entry of the list of references in APA 7 (Publication Manual, chapters 9 and 10). `year_suffix` is the letter
/// that tells works of one author in one year apart; empty: none.
Prose reference(const Item& item, const Style& style, std::string_view year_suffix = {});

/// What stands between the brackets behind the authors: "2020a, 3 maart", "z.d.", "in druk".
std::string date_in_list(const Item& item, const Style& style, std::string_view year_suffix = {});
/// The same in running text, which has the year alone.
std::string date_in_text(const Item& item, const Style& style, std::string_view year_suffix = {});
/// What works of one author are put in order by: the year, and of the rest as much as the list writes, since what
/// nobody sees is no order (9.46, 9.47). The year is 0 where none is known.
DateParts date_in_order(const Item& item, const Style& style);

/// Whether the title stands on its own, in italics; that of an article or a chapter is part of something larger.
bool stands_alone(const Item& item);

/// Who stands first: the authors, or else the director or the editors. Empty: the title does.
std::span<const Name> leading_names(const Item& item);

}  // namespace katern::citations
