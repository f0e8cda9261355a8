#include "render/addresses.h"

#include "support/catch.h"

using katern::render::Addresses;

TEST_CASE("a site path gets the site's origin") {
  const Addresses site("https://voorbeeld.nl");
  CHECK(site.absolute("/praktijk/") == "https://voorbeeld.nl/praktijk/");
  CHECK(site.absolute("sitemap.xml") == "https://voorbeeld.nl/sitemap.xml");
  CHECK(site.prefix().empty());
}

TEST_CASE("a site in a folder keeps its prefix in addresses and loses it in files") {
  const Addresses site("https://voorbeeld.nl/map/");
  CHECK(site.prefix() == "/map");
  CHECK(site.absolute("/map/x/") == "https://voorbeeld.nl/map/x/");
  CHECK(site.absolute("sitemap.xml") == "https://voorbeeld.nl/map/sitemap.xml");
  CHECK(site.output_path("/map/x/") == "x/index.html");
  CHECK(site.output_path("/map/") == "index.html");
}

TEST_CASE("an address that is absolute already stays") {
  const Addresses site("https://voorbeeld.nl");
  CHECK(site.absolute("https://elders.nl/x") == "https://elders.nl/x");
  CHECK(site.absolute("mailto:a@b.nl") == "mailto:a@b.nl");
}

TEST_CASE("a path with an ending is a file of that name") {
  CHECK(Addresses("https://voorbeeld.nl").output_path("/404.html") == "404.html");
  CHECK(Addresses("https://voorbeeld.nl").output_path("/berichten/feed.xml") == "berichten/feed.xml");
}

TEST_CASE("no relative address stays in HTML for a feed") {
  const Addresses site("https://voorbeeld.nl");
  const std::string html =
      "<p><a href=\"/x/\">x</a> <a href=\"#noot\">1</a> <img src=\"/b.png\" alt=\"href=&#34;/y\"></p>";
  CHECK(site.absolute_html(html, "https://voorbeeld.nl/p/") ==
        "<p><a href=\"https://voorbeeld.nl/x/\">x</a> <a href=\"https://voorbeeld.nl/p/#noot\">1</a> "
        "<img src=\"https://voorbeeld.nl/b.png\" alt=\"href=&#34;/y\"></p>");
}

TEST_CASE("HTML without addresses stays as it is") {
  CHECK(Addresses("https://voorbeeld.nl").absolute_html("<p>tekst</p>", "https://voorbeeld.nl/") == "<p>tekst</p>");
}
