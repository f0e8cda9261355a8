#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/report.h"
#include "files/file_system.h"
#include "read/inventory.h"
#include "render/theme.h"
#include "schema/schema.h"
#include "schema/settings.h"
#include "templating/callable.h"
#include "value/value.h"

namespace katern::pipeline {

/// What a build knows before it reads the first entry.
struct Sources {
  read::Inventory inventory;
  schema::Settings settings;
  std::optional<render::Theme> theme;
  templating::Registry registry;  ///< what rules and listings may use
  std::vector<schema::NamedNode> data;
  schema::Schema schema;
};

/// Reads the site's settings, content model and data. `sources` stays where it is: the schema borrows from it.
void load_content_model(const files::FileSystem& disk, const std::string& root, Sources& sources, Report& report);

/// The same, and the theme.
void load_sources(const files::FileSystem& disk, const std::string& root, Sources& sources, Report& report);

/// content/data as templates see it: an object by file name.
Value data_value(const Sources& sources);

}  // namespace katern::pipeline
