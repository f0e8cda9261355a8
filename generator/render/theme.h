#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "files/file_system.h"
#include "model/site.h"
#include "read/inventory.h"
#include "templating/library.h"

namespace katern::render {

/// A theme, compiled: templates and components, texts, and assets under fingerprinted names.
struct Theme {
  struct Asset {
    std::string source;     ///< themes/practoraten/assets/css/main.css
    std::string url;        ///< /assets/css/main.3f2a91c0.css
    std::string integrity;  ///< sha384-…
    std::string bytes;
  };

  std::string name;
  std::unique_ptr<templating::Registry> registry;  ///< the standard one with t, asset, url, content, …
  std::unique_ptr<templating::Library> library;
  std::map<std::string, Asset, std::less<>> assets;  ///< by the name that templates use: css/main.css
  std::map<std::string, std::string, std::less<>> texts;
};

}  // namespace katern::render
