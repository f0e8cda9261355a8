#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "model/site.h"

namespace katern::model {

/// The files that visible entries use, with their URLs and values, by path.
std::vector<Media> used_media(std::span<const schema::Record> records, std::vector<Media> media,
                              std::string_view prefix);

/// Puts the value of every picture and file that front matter names in its place. One that is not there, and a picture
/// that is none, are findings. `media`: by path; must outlive the records.
void attach_media(std::span<schema::Record> records, std::span<const Media> media, Report& report);

}  // namespace katern::model
