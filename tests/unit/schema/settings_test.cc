#include "schema/settings.h"

#include "support/content.h"

using namespace katern;
using namespace katern::schema;
using test::told;

namespace {

using Lines = std::vector<std::string>;

Settings load(std::string_view yaml, Report& report) {
  const auto node = parse::parse_yaml(yaml, "content/site.yaml", report);
  REQUIRE(node);
  return load_settings(*node, "content/site.yaml", report);
}

constexpr const char* kLeast = "title: T\nbase_url: https://voorbeeld.nl\ntheme: t\n";

}  // namespace

TEST_CASE("Settings are what site.yaml says, and defaults") {
  Report report;
  const Settings settings = load(R"(title: Titel
tagline: Ondertitel
base_url: https://voorbeeld.nl/map/
language: en
theme: praktijk
zone: America/Curacao
quotes: single
author_email: redactie@voorbeeld.nl
feed_items: 5
menu:
  - {label: Berichten, url: /berichten/}
  - label: Meer
    items: [{label: Elders, url: "https://elders.nl/?a=b"}, {label: Hier, url: "/x/#y"}]
footer: [{label: Mail, url: "mailto:a@b.nl"}]
options: {maanden: 12, schaal: [], diep: {ja: true, tekst: "true", getal: 1.5, niets: }}
)",
                                 report);
  CHECK(told(report) == Lines{});
  CHECK(settings.title == "Titel");
  CHECK(settings.base_url == "https://voorbeeld.nl/map");
  CHECK(settings.messages() == Language::english);
  CHECK(settings.zone == "America/Curacao");
  CHECK(settings.quotes == "single");
  CHECK(settings.feed_items == 5);
  REQUIRE(settings.menu.size() == 2);
  CHECK(settings.menu[1].items[1].url == "/x/#y");
  CHECK(settings.footer[0].url == "mailto:a@b.nl");
  CHECK(settings.options.get("maanden").as_integer() == 12);
  CHECK(settings.options.get("schaal").is_list());
  CHECK(settings.options.get("diep").get("ja").is_boolean());
  CHECK(settings.options.get("diep").get("tekst").as_string() == "true");
  CHECK(settings.options.get("diep").get("getal").as_number() == 1.5);
  CHECK(settings.options.get("diep").get("niets").is_none());
}

TEST_CASE("Without options, templates see an empty object") {
  Report report;
  const Settings settings = load(kLeast, report);
  CHECK(report.empty());
  CHECK(settings.options.is_object());
  CHECK(settings.language == "nl");
  CHECK(settings.feed_items == 20);
}

TEST_CASE("Each mistake in site.yaml is a finding with its place") {
  const std::pair<std::string, std::string> cases[] = {
      {"titel: T\n", "config-key-unknown at 4:1 -> title"},
      {"language: de\n", "config-choice-unknown at 4:11"},
      {"zone: Europe/Amsterdm\n", "site-zone-unknown at 4:7"},
      {"author_email: x\n", "field-not-email at 4:15"},
      {"feed_items: veel\n", "config-not-number at 4:13"},
      {"feed_items: -1\n", "config-not-number at 4:13"},
      {"menu: {a: b}\n", "config-not-list at 4:7"},
      {"menu: [{url: /x/}]\n", "config-key-missing at 4:8"},
      {"menu: [{label: x, url: berichten}]\n", "site-menu-url-invalid at 4:24"},
      {"menu: [{label: x, url: \"javascript:alert(1)\"}]\n", "site-menu-url-invalid at 4:24"},
      {"options: x\n", "config-not-mapping at 4:10"},
  };
  for (const auto& [rest, expected] : cases) {
    INFO(rest);
    Report report;
    load(kLeast + rest, report);
    CHECK(told(report) == Lines{expected});
  }
}

TEST_CASE("A site needs a title, an address and a theme") {
  Report report;
  load("language: nl\n", report);
  CHECK(told(report).size() == 3);
  Report wrong;
  load("title: T\nbase_url: voorbeeld.nl\ntheme: t\n", wrong);
  CHECK(told(wrong) == Lines{"site-base-url-invalid at 2:11"});
}
