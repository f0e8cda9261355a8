#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "files/file_system.h"
#include "read/inventory.h"
#include "schema/component.h"
#include "schema/settings.h"
#include "templating/library.h"

namespace katern::render {

/// A file of a theme's assets/, with the name that its content gives it on the site.
struct Asset {
  std::string name;       ///< as templates ask for it: css/main.css
  std::string url;        ///< output path without the site's prefix: /assets/css/main.3f2a91c0.css
  std::string integrity;  ///< sha384-…
  std::string bytes;
};

/// The files of a theme, read and checked one by one; templates are not compiled yet.
struct Theme {
  std::string name;
  std::vector<templating::TemplateSource> templates;      ///< components are components/<name>.html
  std::vector<schema::ComponentType> components;          ///< by name
  std::vector<Asset> assets;                              ///< by name
  std::map<std::string, std::string, std::less<>> texts;  ///< of the site's language
  std::vector<std::string> ids;  ///< that templates write out, so that no heading may have them
};

/// The theme that the settings name, from themes/<name>/. Nothing, and an error in the report, when there is no such
/// theme; mistakes in its files are findings.
std::optional<Theme> load_theme(const files::FileSystem& disk, const read::Inventory& inventory,
                                const schema::Settings& settings, Report& report);

}  // namespace katern::render
