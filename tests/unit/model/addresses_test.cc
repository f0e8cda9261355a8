#include "library.h"
#include "model/links.h"
#include "model/urls.h"

using namespace katern;
using test::Library;

namespace {

using Lines = std::vector<std::string>;

std::string kind_at(std::string_view name, std::string_view url, std::string_view rest = "") {
  std::string yaml = "kind: " + std::string(name) + "\nfolder: " + std::string(name) + "\nurl: \"" + std::string(url);
  yaml += "\"\nroles: {title: t, aliases: oud}\nfields: {t: {type: string, required: true}, w: {type: string}, ";
  return yaml + "oud: {type: list, of: {type: string}}}\n" + std::string(rest);
}

}  // namespace

TEST_CASE("The prefix of a site is the path of its base URL") {
  CHECK(model::prefix_of("https://voorbeeld.nl").empty());
  CHECK(model::prefix_of("https://voorbeeld.nl/").empty());
  CHECK(model::prefix_of("https://voorbeeld.nl/map/") == "/map");
  CHECK(model::prefix_of("").empty());
}

TEST_CASE("An address is taken by the file that would be written for it, and by the folder of another one") {
  model::Addresses addresses;
  Report report;
  const Place first{"content/a.md", {}, 0};
  CHECK(addresses.claim("/a/", first, report));
  CHECK(addresses.claim("/b/feed.xml", first, report));
  addresses.claim_folder("/assets/", first);
  for (const char* taken :
       {"/a/", "/a/index.html", "/a", "/a/index.html/", "/b", "/b/feed.xml", "/b/feed.xml/x", "/assets/x.css"}) {
    INFO(taken);
    CHECK(addresses.owner(taken) != nullptr);
  }
  for (const char* free : {"/", "/a/b/", "/a.html", "/b/", "/assets", "/c/"}) {
    INFO(free);
    CHECK(addresses.owner(free) == nullptr);
  }
  CHECK_FALSE(addresses.claim("/a/index.html", {"content/b.md", {}, 0}, report));
  CHECK(report.findings()[0].code == Code::url_doubled);
}

TEST_CASE("Every address carries the prefix") {
  Library site;
  site.settings.base_url = "https://voorbeeld.nl/map";
  site.settings.menu.push_back({"X", "/p/", {{"Y", "https://elders.nl/", {}, {}}}, {}});
  site.kind(kind_at("p", "/p/{{ slug }}/", "listings: [{url: /p/, template: x.html}]\nfeed: true\n"));
  site.entry("content/p/een.md", "t: Een\noud: [/vroeger]\n");
  const model::Site& built = site.build();
  CHECK(site.findings() == Lines{});
  CHECK(built.urls == Lines{"/map/p/een/"});
  CHECK(site.at("content/p/een.md").get("permalink").as_string() == "/map/p/een/");
  CHECK(built.listings[0].url == "/map/p/");
  CHECK(built.feeds[0].url == "/map/feed.xml");
  CHECK(built.feeds[1].url == "/map/p/feed.xml");
  CHECK(built.aliases.at("/map/vroeger/") == "/map/p/een/");
  const Value root = built.root.borrow();
  CHECK(root.get("menu").at(0).get("url").as_string() == "/map/p/");
  CHECK(root.get("menu").at(0).get("items").at(0).get("url").as_string() == "https://elders.nl/");
  CHECK(root.get("kinds").get("p").get("url").as_string() == "/map/p/");
}

TEST_CASE("An address belongs to one page") {
  Library site;
  site.kind(kind_at("a", "/{{ slug }}/", "listings: [{url: /een/, template: x.html}]\n"));
  site.kind(kind_at("b", "/{{ slug }}/"));
  site.entry("content/a/een.md", "t: Een\n");
  site.entry("content/a/twee.md", "t: Twee\n");
  site.entry("content/b/twee.md", "t: Twee\n");
  site.build();
  CHECK(site.findings() == Lines{"url-doubled at 2:4", "url-doubled at 2:4"});
  CHECK(message(site.content.report.findings()[0], Language::dutch) ==
        "Het adres /twee/ is al van content/a/twee.md:2.");
}

TEST_CASE("An address that climbs or that is none is a finding") {
  for (const char* where : {"../weg", "a b", "é", "a//b", ""}) {
    INFO(where);
    Library site;
    site.kind(kind_at("p", "/p/{{ w }}/"));
    site.entry("content/p/een.md", "t: Een\nw: \"" + std::string(where) + "\"\n");
    site.build();
    CHECK(site.findings() == Lines{"url-invalid at 2:4"});
    CHECK(site.at("content/p/een.md").get("permalink").is_none());
  }
}

TEST_CASE("Old addresses lead on, unless something stands there") {
  Library site;
  site.kind(kind_at("p", "/{{ slug }}/"));
  site.kind(
      "kind: q\nfolder: q\nroles: {title: t, aliases: oud}\n"
      "fields: {t: {type: string, required: true}, oud: {type: list, of: {type: string}}}\n");
  site.entry("content/p/een.md", "t: Een\noud: [/oud/, /oud.html, /twee/, oud, /a/../b/]\n");
  site.entry("content/p/twee.md", "t: Twee\noud: [/oud]\n");
  site.entry("content/q/een.md", "t: Een\noud: [/q/]\n");
  const model::Site& built = site.build();
  CHECK(site.findings() == Lines{"alias-invalid at 3:6", "alias-invalid at 3:6", "alias-taken at 3:6",
                                 "alias-taken at 3:6", "alias-without-page at 3:6"});
  CHECK(built.aliases.size() == 2);
  CHECK(built.aliases.at("/oud.html") == "/een/");
}

TEST_CASE("Links know where they lead") {
  using Kind = model::LinkTarget::Kind;
  Library site;
  site.settings.base_url = "https://voorbeeld.nl/map";
  site.kind(kind_at("p", "/p/{{ slug }}/", "listings: [{url: /p/, template: x.html}]\nvisible_if: \"w != 'weg'\"\n"));
  site.kind(
      "kind: q\nfolder: q\nroles: {title: t}\nfields: {t: {type: string, required: true}, "
      "f: {type: file}}\n");
  site.media("content/q/stuk.pdf");
  site.entry("content/p/een.md", "t: Een\n");
  site.entry("content/p/weg.md", "t: Weg\nw: weg\n");
  site.entry("content/q/q.md", "t: Q\nf: stuk.pdf\n");
  const model::Site& built = site.build();
  struct Case {
    const char* target;
    const char* fragment;
    Kind kind;
    const char* url;
  };
  const Case cases[] = {
      {"een.md", "deel", Kind::entry, "/map/p/een/#deel"},
      {"", "deel", Kind::same_page, "#deel"},
      {"../q/q.md", "", Kind::no_page, ""},
      {"../q/stuk.pdf", "", Kind::media, "/map/q/stuk.pdf"},
      {"weg.md", "", Kind::hidden, ""},
      {"nergens.md", "", Kind::nothing, ""},
      {"../../buiten.md", "", Kind::outside, ""},
      {"/p/", "", Kind::page, "/map/p/"},
      {"/p/een/", "x", Kind::entry, "/map/p/een/#x"},
      {"/", "", Kind::page, "/map/"},
      {"/weg/", "", Kind::nothing, ""},
  };
  for (const Case& c : cases) {
    INFO(c.target);
    const auto target = model::resolve_link(built, "content/p/een.md", {c.target, c.fragment, false, {}});
    CHECK(target.kind == c.kind);
    CHECK(target.url == c.url);
  }
}
