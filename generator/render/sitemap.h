#pragma once

#include <vector>

#include "model/site.h"
#include "render/addresses.h"
#include "render/output.h"
#include "render/page.h"

namespace katern::render {

/// sitemap.xml (https://www.sitemaps.org/protocol.html); beyond 50,000 URLs an index of sitemap-1.xml and so on.
void write_sitemap(const model::Site& site, const Addresses& addresses, const std::vector<Page>& pages,
                   OutputSink& sink);

}  // namespace katern::render
