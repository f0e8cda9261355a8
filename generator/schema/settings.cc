#include "schema/settings.h"

#include <array>

#include "schema/mapping.h"
#include "schema/places.h"
#include "schema/web_names.h"
#include "text/zone.h"

namespace katern::schema {
namespace {

using parse::Node;

constexpr std::array<std::string_view, 2> kLanguages{"nl", "en"};
constexpr std::array<std::string_view, 2> kQuotes{"double", "single"};

class SettingsLoader {
 public:
  SettingsLoader(const Node& node, std::string_view file, Report& report)
      : file_(file), report_(report), mapping_(node, file, report) {}

  Settings load() {
    if (const Node* title = mapping_.require("title", "title: Practoraten")) settings_.title = title->text;
    settings_.tagline = mapping_.text_or("tagline", "");
    settings_.description = mapping_.text_or("description", "");
    load_base_url();
    settings_.language = choice("language", kLanguages, settings_.language);
    if (const Node* theme = mapping_.require("theme", "theme: praktijk")) {
      settings_.theme = theme->text;
      settings_.theme_at = theme->at;
    }
    load_zone();
    settings_.quotes = choice("quotes", kQuotes, settings_.quotes);
    load_author();
    settings_.copyright = mapping_.text_or("copyright", "");
    settings_.feed_items = mapping_.count("feed_items").value_or(settings_.feed_items);
    load_field_guide();
    settings_.menu = menu_items(mapping_, "menu");
    settings_.footer = menu_items(mapping_, "footer");
    load_options();
    mapping_.finish();
    return std::move(settings_);
  }

 private:
  void load_base_url() {
    const Node* url = mapping_.require("base_url", "base_url: https://practoraten.nl");
    if (url == nullptr) return;
    if (auto base = base_url_of(url->text)) {
      settings_.base_url = *std::move(base);
    } else {
      report_.add(Diagnostic(Code::site_base_url_invalid, place_of(file_, *url)).with("url", shown(url->text)));
    }
  }

  void load_zone() {
    const Node* zone = mapping_.take("zone");
    if (zone == nullptr) return;
    if (text::is_zone(zone->text)) {
      settings_.zone = zone->text;
    } else {
      report_.add(Diagnostic(Code::site_zone_unknown, place_of(file_, *zone)).with("zone", shown(zone->text)));
    }
  }

  void load_author() {
    const Node* email = mapping_.take("author_email");
    if (email == nullptr) return;
    if (is_email(email->text)) {
      settings_.author_email = email->text;
    } else {
      report_.add(Diagnostic(Code::field_not_email, place_of(file_, *email)).with("value", shown(email->text)));
    }
  }

  void load_field_guide() {
    const Node* url = mapping_.take("field_guide");
    if (url == nullptr) return;
    settings_.field_guide_at = url->at;
    if (is_site_path(url->text) && url->text.ends_with('/')) {
      settings_.field_guide = url->text;
    } else {
      report_.add(Diagnostic(Code::kind_url_invalid, place_of(file_, *url)).with("url", shown(url->text)));
    }
  }

  std::string choice(std::string_view key, std::span<const std::string_view> choices, const std::string& fallback) {
    const Node* node = mapping_.take(key);
    if (node == nullptr) return fallback;
    for (const std::string_view possible : choices) {
      if (possible == node->text) return node->text;
    }
    mapping_.refuse_choice(key, *node, choices);
    return fallback;
  }

  // The depth of recursion is that of the node, which the YAML parser bounds.
  std::vector<Settings::MenuItem> menu_items(Mapping& mapping, std::string_view key) {
    std::vector<Settings::MenuItem> items;
    for (const Node& node : mapping.items(key)) {
      Mapping item(node, file_, report_);
      Settings::MenuItem read;
      if (const Node* label = item.require("label", "label: Over ons")) read.label = label->text;
      if (const Node* url = item.take("url")) {
        read.url = menu_url(*url);
        read.url_at = url->at;
      }
      read.items = menu_items(item, "items");
      item.finish();
      items.push_back(std::move(read));
    }
    return items;
  }

  std::string menu_url(const Node& node) {
    const std::string_view path = std::string_view(node.text).substr(0, node.text.find_first_of("?#"));
    constexpr std::string_view kMailto = "mailto:";
    const bool mail = node.text.starts_with(kMailto) && is_email(node.text.substr(kMailto.size()));
    if (!mail && !is_site_path(path) && !is_web_url(node.text)) {
      report_.add(Diagnostic(Code::site_menu_url_invalid, place_of(file_, node)).with("url", shown(node.text)));
    }
    return node.text;
  }

  void load_options() {
    const Node* options = mapping_.take("options");
    if (options == nullptr) {
      settings_.options = to_value(Node{Node::Kind::mapping, false, {}, {}, {}, {}});
      return;
    }
    if (options->kind != Node::Kind::mapping) {
      report_.add(Diagnostic(Code::config_not_mapping, place_of(file_, *options)));
    }
    settings_.options = to_value(*options);
  }

  std::string_view file_;
  Report& report_;
  Mapping mapping_;
  Settings settings_;
};

}  // namespace

Settings load_settings(const Node& node, std::string_view file, Report& report) {
  return SettingsLoader(node, file, report).load();
}

}  // namespace katern::schema
