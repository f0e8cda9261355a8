#include "citations/bibliography.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "citations/names.h"
#include "citations/pages.h"
#include "citations/reference.h"
#include "text/utf8.h"

namespace katern::citations {
namespace {

/// a to z, then aa, ab, …
std::string letters(std::size_t number) {
  std::string out;
  for (++number; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  }
  return out;
}

/// What a title is sorted by: without its article and opening quotes.
std::string_view head_of(std::string_view title) {
  for (const std::string_view quote : {"“", "‘", "\"", "'"}) {
    if (title.starts_with(quote)) title.remove_prefix(quote.size());
  }
  for (const std::string_view article : {"De ", "Het ", "Een ", "The ", "A ", "An "}) {
    if (title.starts_with(article)) return title.substr(article.size());
  }
  return title;
}

/// No date before any date, and what is still to come behind all (APA 9.46).
std::string date_key(const Item& item, const Style& style) {
  const std::string date = date_in_text(item, style);
  const When* issued = item.when(DateVariable::issued);
  const Terms& terms = terms_of(style);
  if (date == terms.no_date) return "0";
  if (issued == nullptr || date == terms.in_press || date == terms.in_preparation || date == terms.submitted)
    return "2";
  const auto padded = [](int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  const DateParts from = date_in_order(item, style);
  return "1" + padded(from.year + 10'000, 5) + padded(static_cast<int>(from.month), 2) +
         padded(static_cast<int>(from.day), 2);
}

std::string given_key(const Name& name) { return initials_of(name) + ' ' + name.particle; }

/// The authors as one text, the same for the same people.
std::string identity_of(const Item& item) {
  const auto names = leading_names(item);
  return names.empty() ? "\n" + std::string(item.text(TextVariable::title)) : authors_in_list(names);
}

}  // namespace

Bibliography::Bibliography(std::span<const Item> items, const Style& style, const text::Collator& collator)
    : items_(items), style_(style), entries_(items.size()) {
  put_in_order(collator);
  tell_families_apart();
  tell_authors_apart();
  tell_years_apart();
}

void Bibliography::put_in_order(const text::Collator& collator) {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    std::vector<std::string>& key = entries_[i].sort_key;
    const std::string title = collator.sort_key(head_of(item.text(TextVariable::title)));
    for (const Name& name : leading_names(item)) {
      key.push_back(collator.sort_key(name.literal.empty() ? name.family : std::string(head_of(name.literal))));
      key.push_back(collator.sort_key(given_key(name)));
    }
    if (key.empty()) key.push_back(title);
    // Sorts before any name, so that one author stands before the same with others.
    key.emplace_back();
    key.push_back(date_key(item, style_));
    key.push_back(title);
  }
  order_.resize(items_.size());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::size_t a, std::size_t b) { return entries_[a].sort_key < entries_[b].sort_key; });
}

void Bibliography::tell_families_apart() {
  std::map<std::string, std::string> bearers;  // family name → who has it
  std::map<std::string, bool> shared;
  for (const Item& item : items_) {
    const auto names = leading_names(item);
    if (names.empty() || !names.front().literal.empty()) continue;
    const std::string family = name_in_text(names.front());
    const auto [bearer, first] = bearers.emplace(family, initials_of(names.front()));
    if (!first && bearer->second != initials_of(names.front())) shared[family] = true;
  }
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const auto names = leading_names(items_[i]);
    if (names.empty() || !names.front().literal.empty()) continue;
    entries_[i].initials = shared.contains(name_in_text(names.front()));
  }
}

// Where et al. would make two groups of authors look alike, names are added until it does not (APA 8.18).
void Bibliography::tell_authors_apart() {
  std::map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (leading_names(items_[i]).size() < 3) continue;
    alike[author_of(i, false).plain() + '\n' + date_in_text(items_[i], style_)].push_back(i);
  }
  for (const auto& [text, group] : alike) {
    if (group.size() > 100) continue;
    for (const std::size_t i : group) {
      const auto mine = leading_names(items_[i]);
      for (const std::size_t other : group) {
        const auto theirs = leading_names(items_[other]);
        if (std::equal(mine.begin(), mine.end(), theirs.begin(), theirs.end())) continue;
        const std::size_t most = std::min(mine.size(), theirs.size());
        std::size_t same = 0;
        while (same < most && mine[same] == theirs[same]) ++same;
        // "et al." stands for more than one: the last name is then written instead.
        const std::size_t needed = same + 1 >= mine.size() - 1 ? mine.size() : same + 1;
        entries_[i].shown = std::max(entries_[i].shown, needed);
      }
    }
  }
}

void Bibliography::tell_years_apart() {
  std::map<std::string, std::vector<std::size_t>> alike;
  for (const std::size_t i : order_) {
    alike[identity_of(items_[i]) + '\n' + date_in_text(items_[i], style_)].push_back(i);
  }
  for (const auto& [text, group] : alike) {
    if (group.size() < 2) continue;
    for (std::size_t n = 0; n < group.size(); ++n) entries_[group[n]].suffix = letters(n);
  }
}

Prose Bibliography::reference(std::size_t item) const {
  return citations::reference(items_[item], style_, entries_[item].suffix);
}

Prose Bibliography::author_of(std::size_t item, bool narrative) const {
  const Item& source = items_[item];
  const Entry& entry = entries_[item];
  Prose out;
  if (const auto names = leading_names(source); !names.empty()) {
    return out.add(authors_in_text(names, {narrative, entry.shown, entry.initials}, style_));
  }
  const std::string_view shorter = source.text(TextVariable::title_short);
  const std::string_view title = shorter.empty() ? source.text(TextVariable::title) : shorter;
  if (stands_alone(source)) return out.add(title, Prose::Look::italic);
  const std::string_view open = text::prefix(style_.quotes, 1);
  return out.add(open).add(title).add(style_.quotes.substr(open.size()));
}

std::string Bibliography::suffix_of(const Cite& cite) const {
  return cite.suffix.empty() ? std::string() : ", " + pages_in_words(cite.suffix, style_);
}

// Works of the same authors, one after another, are named once: (Jansen, 2019, 2020).
bool Bibliography::joins(const Cite& before, const Cite& next) const {
  return before.suffix.empty() && next.prefix.empty() && !before.suppress_author && !next.suppress_author &&
         identity_of(items_[before.item]) == identity_of(items_[next.item]);
}

std::vector<CitedText> Bibliography::parenthetical(std::span<const Cite> cites) const {
  std::vector<std::size_t> order(cites.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Whoever writes "zie" and "ook" has an order in mind.
  const bool ordered = std::any_of(cites.begin(), cites.end(), [](const Cite& cite) { return !cite.prefix.empty(); });
  if (!ordered) {
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return entries_[cites[a].item].sort_key < entries_[cites[b].item].sort_key;
    });
  }
  std::vector<CitedText> out;
  for (const std::size_t i : order) {
    const Cite& cite = cites[i];
    const std::string date = date_in_text(items_[cite.item], style_, entries_[cite.item].suffix);
    CitedText text{i, out.empty() ? "(" : "; ", {}, suffix_of(cite)};
    const bool joined = !out.empty() && joins(cites[out.back().cite], cite);
    if (joined) text.before = ", ";
    if (!cite.prefix.empty()) text.before.append(cite.prefix).append(" ");
    if (!joined && !cite.suppress_author) text.label.add(author_of(cite.item, false)).add(", ");
    text.label.add(date);
    out.push_back(std::move(text));
  }
  if (!out.empty()) out.back().after += ')';
  return out;
}

CitedText Bibliography::narrative(const Cite& cite) const {
  CitedText text;
  text.label.add(author_of(cite.item, true));
  text.label.add(" (" + date_in_text(items_[cite.item], style_, entries_[cite.item].suffix) + suffix_of(cite) + ")");
  return text;
}

std::string Bibliography::label(std::size_t item) const {
  return author_of(item, false).plain() + ", " + date_in_text(items_[item], style_, entries_[item].suffix);
}

}  // namespace katern::citations
