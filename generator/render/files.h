#pragma once

#include <vector>

#include "diagnostics/report.h"
#include "render/output.h"
#include "render/page.h"
#include "render/renderer.h"
#include "render/theme.h"

namespace katern::render {

/// The files of the site that are no pages: feeds, sitemap.xml, robots.txt, the theme's assets.
void write_files(const Renderer& renderer, const std::vector<Page>& pages, const Theme& theme, OutputSink& sink,
                 Report& report);

}  // namespace katern::render
