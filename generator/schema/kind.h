#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/field.h"
#include "schema/listing.h"
#include "schema/rule.h"
#include "schema/sort_key.h"
#include "templating/expression.h"

namespace katern::schema {

/// What a variable of CSL is for an entry that is cited itself.
struct CslValue {
  std::string key;  ///< one of citations::keys()
  templating::Expression value;
};

/// What a field means to Katern whatever it is called: `title: naam`.
enum class Role { title, summary, date, updated, slug, draft, publish_on, expires_on, aliases, image, authors, id };
inline constexpr std::size_t kRoleCount = 12;

/// A kind of entry, as content/kinds/<name>.yaml declares it. Immutable once loaded.
struct Kind {
  std::string name;
  std::string label_one;
  std::string label_many;
  std::string folder;                           ///< below content/
  std::string file;                             ///< of the declaration
  Position at;                                  ///< of its first key
  Position url_at;                              ///< of `url`
  std::optional<templating::TextTemplate> url;  ///< none: entries have no page of their own
  std::string template_name;                    ///< of an entry's page; <kind>.html where the kind does not say
  std::vector<Field> fields;                    ///< mix-ins' first
  std::array<std::optional<std::size_t>, kRoleCount> roles;  ///< index into fields
  std::optional<templating::TextTemplate> title;             ///< composes the title where no field is it
  bool title_follows_references = false;  ///< the composed title can be made only once references are resolved
  std::vector<Rule> rules;
  std::vector<Listing> listings;
  std::optional<templating::Expression> visible_if;
  std::vector<SortKey> sort;  ///< the order of the kind's entries and of inverse lists; default: title
  std::optional<templating::Expression> feed_if;  ///< which entries may stand in any feed; default: all
  bool feed = false;                              ///< a feed of all its entries
  std::vector<std::string> entry_feeds;           ///< a feed for each entry, of what these inverse lists hold
  std::optional<Calendar> calendar;               ///< its entries are events
  std::vector<std::string> inverses;              ///< names of lists that other kinds' references fill here, sorted

  std::optional<std::size_t> sources;  ///< the field of type citations: what entries cite
  std::vector<CslValue> csl;           ///< how entries are cited themselves; empty: they are not
  Position csl_at;

  /// Slots of an entry: the built-in names first (see builtin_names), then fields, then inverses.
  std::shared_ptr<const Shape> shape;

  std::size_t field_slot(std::size_t field) const;
  std::size_t inverse_slot(std::size_t inverse) const;
  /// The first listing of all entries; null where there is none. Feed and calendar of the kind stand with it.
  const Listing* main_listing() const;
  std::optional<std::size_t> role(Role role) const { return roles[static_cast<std::size_t>(role)]; }
};

/// What every entry has besides its fields, in slot order: permalink, kind, source, slug, title, summary, date,
/// updated, image, authors. A field with such a name is an error, unless it has that very role.
std::span<const std::string_view> builtin_names();

/// What rules, filters and sort keys of the kind may name: fields, built-ins, inverses, `entry`, `site` and `today`.
std::vector<std::string> expression_names(const Kind& kind);

}  // namespace katern::schema
