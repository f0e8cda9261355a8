#include "schema/listing_compiler.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/places.h"
#include "schema/rule_compiler.h"
#include "schema/template_name.h"
#include "schema/url_pattern.h"
#include "schema/web_names.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using parse::Node;
using templating::Expression;
using templating::TextTemplate;

constexpr std::array<std::string_view, 3> kGroupOrders{"found", "ascending", "descending"};
constexpr std::array<std::string_view, 4> kFacetOrders{"values", "count", "ascending", "descending"};

const Field* field_of(const Kind& kind, std::string_view name) {
  const auto found =
      std::find_if(kind.fields.begin(), kind.fields.end(), [&](const Field& field) { return field.name == name; });
  return found == kind.fields.end() ? nullptr : &*found;
}

// Of an enumeration, or of a list of them.
const std::vector<std::string>* choices_of(const Field* field) {
  if (field != nullptr && field->items) field = field->items.get();
  return field != nullptr && field->type == FieldType::enumeration ? &field->values : nullptr;
}

}  // namespace

ListingCompiler::ListingCompiler(Kind& kind, const std::vector<std::string>& names,
                                 const templating::Registry& registry, Report& report)
    : kind_(kind), names_(names), registry_(registry), report_(report) {}

std::optional<Expression> ListingCompiler::expression(const Node* node, std::string_view file) const {
  if (node == nullptr) return std::nullopt;
  return compile_expression(*node, file, names_, registry_, report_);
}

std::optional<TextTemplate> ListingCompiler::of_value(const Node* node, std::string_view file) const {
  if (node == nullptr) return std::nullopt;
  return compile_template(*node, file, {"value", "site", "today"}, registry_, report_);
}

void ListingCompiler::add_listing(const Node& node, std::string_view file) const {
  Mapping mapping(node, file, report_);
  Listing listing;
  listing.at = node.at;
  listing.per = expression(mapping.take("per"), file);
  read_address(mapping, file, listing);
  if (const Node* name = mapping.require("template", "template: " + kind_.folder + ".html")) {
    listing.template_name = name->text;
    check_template_name(*name, file, report_);
  }
  listing.filter = expression(mapping.take("filter"), file);
  listing.sort = compile_sort(mapping, names_, registry_);
  if (const Node* group = mapping.take("group")) listing.group = grouping(*group, file);
  add_facets(mapping, file, listing);
  listing.per_page = per_page(mapping, file);
  listing.feed = mapping.flag("feed");
  mapping.finish();
  kind_.listings.push_back(std::move(listing));
}

std::size_t ListingCompiler::per_page(Mapping& mapping, std::string_view file) const {
  const auto count = mapping.count("per_page");
  if (!count) return 0;
  if (*count == 0) {
    report_.add(Diagnostic(Code::config_number_small, place_of(file, *mapping.take("per_page")))
                    .with("key", "per_page")
                    .with("value", "0")
                    .with("limit", "1"));
  }
  return *count;
}

void ListingCompiler::read_address(Mapping& mapping, std::string_view file, Listing& listing) const {
  const bool of_terms = mapping.take("per") != nullptr;
  const Node* url = mapping.require("url", "url: /" + kind_.folder + "/");
  const Node* title = mapping.take("title");
  listing.title = kind_.label_many;
  if (!of_terms) {
    if (title != nullptr) listing.title = mapping.text_or("title", kind_.label_many);
    if (url == nullptr) return;
    listing.url = url->text;
    if (!is_site_path(listing.url) || !listing.url.ends_with('/')) {
      report_.add(Diagnostic(Code::kind_url_invalid, place_of(file, *url)).with("url", shown(listing.url)));
    }
    return;
  }
  // A term may be of any kind: what all kinds have is known here, the rest is looked up in `entry`.
  std::vector<std::string> names(builtin_names().begin(), builtin_names().end());
  names.insert(names.end(), {"entry", "site", "today"});
  if (title != nullptr) listing.term_title = compile_template(*title, file, names, registry_, report_);
  if (url == nullptr) return;
  listing.term_url = compile_template(*url, file, names, registry_, report_);
  check_url_pattern(*url, file, report_);
}

std::optional<Grouping> ListingCompiler::grouping(const Node& node, std::string_view file) const {
  if (node.kind == Node::Kind::scalar) {
    auto by = expression(&node, file);
    return by ? std::optional(Grouping{*std::move(by), {}, {}, {}, {}}) : std::nullopt;
  }
  Mapping mapping(node, file, report_);
  auto by = expression(mapping.require("by", "by: soort"), file);
  const Node* order = mapping.take("order");
  auto label = of_value(mapping.take("label"), file);
  std::string none = mapping.text_or("none", "");
  std::vector<Grouping::Group> groups;
  for (const Node& item : mapping.items("groups")) {
    Mapping group(item, file, report_);
    Grouping::Group& made = groups.emplace_back();
    if (const Node* value = group.require("value", "value: …")) made.value = value->text;
    made.label = group.text_or("label", made.value);
    made.sort = compile_sort(group, names_, registry_);
    group.finish();
  }
  mapping.finish();
  if (!by) return std::nullopt;
  Grouping made{*std::move(by), Grouping::Order::found, std::move(groups), std::move(label), std::move(none)};
  if (order == nullptr) return made;
  const auto known = std::find(kGroupOrders.begin(), kGroupOrders.end(), order->text);
  if (known == kGroupOrders.end())
    mapping.refuse_choice("order", *order, kGroupOrders);
  else
    made.order = static_cast<Grouping::Order>(known - kGroupOrders.begin());
  return made;
}

void ListingCompiler::add_facets(Mapping& mapping, std::string_view file, Listing& listing) const {
  const Node* facets = mapping.take("facets");
  if (facets == nullptr) return;
  // Facets of every term would be a page for each pair.
  if (mapping.take("per") != nullptr) {
    report_.add(Diagnostic(Code::kind_facets_of_terms, place_of(file, *facets)));
    return;
  }
  for (const Node& node : mapping.items("facets")) {
    auto made = facet(node, file);
    if (!made) continue;
    const auto same = std::find_if(listing.facets.begin(), listing.facets.end(),
                                   [&](const Facet& other) { return other.name == made->name; });
    if (same == listing.facets.end()) {
      listing.facets.push_back(*std::move(made));
    } else {
      report_.add(Diagnostic(Code::kind_facet_doubled, place_of(file, node)).with("name", shown(made->name)));
    }
  }
}

std::optional<Facet> ListingCompiler::facet(const Node& node, std::string_view file) const {
  Node group = node;  // a field's name alone says everything
  if (node.kind == Node::Kind::scalar) {
    group = Node{};
    group.kind = Node::Kind::mapping;
    group.at = node.at;
    group.members.push_back({"name", node.at, node});
  }
  Mapping mapping(group, file, report_);
  const Node* name = mapping.require("name", "name: soort");
  const Node* by = mapping.take("by");
  if (by == nullptr) by = name;
  const Field* field = by == nullptr ? nullptr : field_of(kind_, by->text);
  auto compiled = expression(by, file);
  const std::string written = name == nullptr ? "" : name->text;
  std::string label = mapping.text_or("label", field != nullptr ? field->label : written);
  auto title = of_value(mapping.take("title"), file);
  std::vector<std::pair<std::string, std::string>> labels;
  if (const Node* node_of_labels = mapping.take("labels")) {
    Mapping texts(*node_of_labels, file, report_);
    for (const Node::Member& member : node_of_labels->members) {
      labels.emplace_back(member.key, texts.text_or(member.key, member.key));
    }
  }
  if (!compiled || name == nullptr) return std::nullopt;
  const std::string slug = text::slugify(written);
  if (slug.empty()) {
    report_.add(Diagnostic(Code::config_name_invalid, place_of(file, *name)).with("value", shown(written)));
    return std::nullopt;
  }
  Facet made{slug, std::move(label),  *std::move(compiled), Facet::Order::ascending,
             {},   std::move(labels), std::move(title),     group.at};
  read_facet_order(mapping, file, made, field);
  mapping.finish();
  return made;
}

void ListingCompiler::read_facet_order(Mapping& mapping, std::string_view file, Facet& facet,
                                       const Field* field) const {
  const std::vector<std::string>* choices = choices_of(field);
  const Node* order = mapping.take("order");
  if (order != nullptr && order->kind == Node::Kind::sequence) {
    facet.order = Facet::Order::listed;
    for (const Node* value : mapping.texts("order")) facet.values.push_back(value->text);
    return;
  }
  // The order of an enumeration is the one that its kind declares.
  if (order == nullptr ? choices != nullptr : order->text == "values") {
    facet.order = Facet::Order::listed;
    if (choices != nullptr)
      facet.values = *choices;
    else
      report_.add(Diagnostic(Code::kind_facet_without_values, place_of(file, *order)));
    return;
  }
  if (order == nullptr) return;
  const auto known = std::find(kFacetOrders.begin(), kFacetOrders.end(), order->text);
  if (known == kFacetOrders.end())
    mapping.refuse_choice("order", *order, kFacetOrders);
  else
    facet.order = static_cast<Facet::Order>(known - kFacetOrders.begin());
}

void ListingCompiler::set_calendar(const Node& node, std::string_view file) const {
  Mapping mapping(node, file, report_);
  auto start = expression(mapping.require("start", "start: datum"), file);
  const auto part = [&](const char* key) { return expression(mapping.take(key), file); };
  auto end = part("end");
  auto all_day = part("all_day");
  auto summary = part("summary");
  auto description = part("description");
  auto location = part("location");
  auto status = part("status");
  auto url = part("url");
  mapping.finish();
  if (!start) return;
  kind_.calendar.emplace(Calendar{*std::move(start), std::move(end), std::move(all_day), std::move(summary),
                                  std::move(description), std::move(location), std::move(status), std::move(url),
                                  node.at});
}

}  // namespace katern::schema
