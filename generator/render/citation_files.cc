#include "render/citation_files.h"

#include "model/citations.h"

namespace katern::render {

void write_citation_files(const Renderer& renderer, const Page& page, OutputSink& sink) {
  if (page.kind != Page::Kind::entry) return;
  const model::Site& site = renderer.site();
  const auto item = site.citations.find(page.index);
  if (item == site.citations.end()) return;
  for (const citations::ExportFormat& format : citations::export_formats()) {
    const std::string url = model::citation_file_url(site, page.index, format);
    sink.put(renderer.addresses().output_path(url), format.write(item->second));
  }
}

}  // namespace katern::render
