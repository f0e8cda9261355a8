#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/kind.h"
#include "schema/mapping.h"
#include "templating/callable.h"

namespace katern::schema {

/// Reads what a kind says of its listings and its calendar.
class ListingCompiler {
 public:
  /// `names`: what the expressions may use of an entry. All must outlive the compiler; the findings go to `report`.
  ListingCompiler(Kind& kind, const std::vector<std::string>& names, const templating::Registry& registry,
                  Report& report);

  /// Adds a listing to the kind.
  void add_listing(const parse::Node& node, std::string_view file) const;

  /// Makes the kind's entries events.
  void set_calendar(const parse::Node& node, std::string_view file) const;

 private:
  std::optional<templating::Expression> expression(const parse::Node* node, std::string_view file) const;
  std::optional<templating::TextTemplate> of_value(const parse::Node* node, std::string_view file) const;
  /// 0: all on one page.
  std::size_t per_page(Mapping& mapping, std::string_view file) const;
  void read_address(Mapping& mapping, std::string_view file, Listing& listing) const;
  std::optional<Grouping> grouping(const parse::Node& node, std::string_view file) const;
  std::optional<Facet> facet(const parse::Node& node, std::string_view file) const;
  void read_facet_order(Mapping& mapping, std::string_view file, Facet& facet, const Field* field) const;
  void add_facets(Mapping& mapping, std::string_view file, Listing& listing) const;

  Kind& kind_;
  const std::vector<std::string>& names_;
  const templating::Registry& registry_;
  Report& report_;
};

}  // namespace katern::schema
