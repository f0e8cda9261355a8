#include "render/sitemap.h"

#include <map>
#include <string>

#include "support/catch.h"
#include "xml/document.h"

using namespace katern;
using namespace katern::render;

namespace {

class Files final : public OutputSink {
 public:
  void put(std::string_view path, std::string_view bytes) override { files[std::string(path)] = bytes; }

  std::map<std::string, std::string> files;
};

std::map<std::string, std::string> sitemap_of(std::size_t pages) {
  std::vector<Page> all;
  for (std::size_t i = 0; i < pages; ++i) all.push_back({Page::Kind::home, 0, "/" + std::to_string(i) + "/", {}});
  all.push_back({Page::Kind::not_found, 0, "/404.html", {}});
  all.push_back({Page::Kind::moved, 0, "/oud/", "/nieuw/"});
  Files sink;
  write_sitemap(model::Site(), Addresses("https://voorbeeld.nl"), all, sink);
  return sink.files;
}

}  // namespace

TEST_CASE("a sitemap names pages, but not the error page and what moved") {
  const auto files = sitemap_of(1);
  REQUIRE(files.size() == 1);
  const std::string& sitemap = files.at("sitemap.xml");
  CHECK(xml::is_well_formed(sitemap));
  CHECK(sitemap.find("<loc>https://voorbeeld.nl/0/</loc>") != std::string::npos);
  CHECK(sitemap.find("404") == std::string::npos);
  CHECK(sitemap.find("/oud/") == std::string::npos);
}

TEST_CASE("beyond fifty thousand pages there is an index of sitemaps") {
  const auto files = sitemap_of(50'001);
  REQUIRE(files.size() == 3);
  CHECK(xml::is_well_formed(files.at("sitemap.xml")));
  CHECK(files.at("sitemap.xml").find("<loc>https://voorbeeld.nl/sitemap-2.xml</loc>") != std::string::npos);
  CHECK(files.at("sitemap-2.xml").find("<loc>") != std::string::npos);
}
