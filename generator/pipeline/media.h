#pragma once

#include <vector>

#include "diagnostics/report.h"
#include "files/file_system.h"
#include "model/site.h"
#include "read/inventory.h"
#include "schema/record.h"

namespace katern::pipeline {

/// The pictures and files that the records refer to and that exist, looked at: what kind of picture, how large, and
/// whether an SVG is safe to publish. By path.
std::vector<model::Media> used_media(const files::FileSystem& disk, const read::Inventory& inventory,
                                     const std::vector<schema::Record>& records, Report& report);

}  // namespace katern::pipeline
