#pragma once

#include <string>

#include "diagnostics/report.h"
#include "model/site.h"
#include "render/renderer.h"

namespace katern::render {

/// RSS 2.0 (https://www.rssboard.org/rss-specification) with content:encoded, dc:creator and atom:link. Every URL in it
/// is absolute. The guid is made of the entry's file (or its id field), so it outlives a new title or slug.
std::string rss(const Renderer& renderer, const model::Feed& feed, Report& report);

}  // namespace katern::render
