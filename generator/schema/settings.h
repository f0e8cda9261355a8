#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/code.h"
#include "diagnostics/report.h"
#include "parse/node.h"
#include "value/value.h"

namespace katern::schema {

/// content/site.yaml, checked.
struct Settings {
  struct MenuItem {
    std::string label;
    std::string url;  ///< of the site, or absolute
    std::vector<MenuItem> items;
    Position url_at;  ///< line 0: it has no address
  };

  std::string title;
  std::string tagline;
  std::string description;
  std::string base_url;  ///< https://practoraten.nl, without the last slash; a path may follow the host
  std::string language = "nl";
  std::string theme;
  Position theme_at;
  std::string zone = "Europe/Amsterdam";
  std::string quotes = "double";  ///< double or single
  std::string author_email;
  std::string copyright;
  std::size_t feed_items = 20;
  std::string field_guide;  ///< site path of the page of all kinds and fields; empty: there is none
  Position field_guide_at;
  std::vector<MenuItem> menu;
  std::vector<MenuItem> footer;
  Value options;  ///< `options`: free settings, an object; for rules and templates as site.options

  Language messages() const { return language == "nl" ? Language::dutch : Language::english; }
};

/// Every mistake is a finding; what is missing has its default.
Settings load_settings(const parse::Node& node, std::string_view file, Report& report);

/// Untyped data as templates see it: scalars are text, but for plain integers, numbers, true and false.
Value to_value(const parse::Node& node);

}  // namespace katern::schema
