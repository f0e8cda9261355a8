#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "render/theme.h"

namespace katern::render {

/// The style sheet with the fingerprinted names of the assets that its `url(…)`s mean, relative to the sheet as CSS has
/// it. What has a scheme, is absolute or is a fragment stays. A relative file that is no asset is a finding. `name` is
/// the sheet's own asset name, `file` its path for messages. Style sheets cannot name each other this way: use a link
/// for each.
std::string with_fingerprints(std::string_view css, std::string_view name, std::string_view file,
                              const std::vector<Asset>& assets, Report& report);

}  // namespace katern::render
