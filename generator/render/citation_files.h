#pragma once

#include "render/output.h"
#include "render/page.h"
#include "render/renderer.h"

namespace katern::render {

/// The files beside the page of an entry that is cited itself: CSL-JSON, BibTeX and RIS. Any thread.
void write_citation_files(const Renderer& renderer, const Page& page, OutputSink& sink);

}  // namespace katern::render
