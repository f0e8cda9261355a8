#pragma once

#include <string>

#include "diagnostics/report.h"
#include "model/site.h"
#include "render/entry_citations.h"
#include "templating/library.h"

namespace katern::render {

/// Fills the holes of Markdown bodies: URLs of links, figures, components. Immutable, any thread.
class BodyWriter {
 public:
  /// All must outlive the writer. `library` may be null: components are then left out.
  BodyWriter(const model::Site& site, const CitationStyle& citations, const templating::Library* library,
             const templating::Scope& scope)
      : site_(site), citations_(citations), library_(library), scope_(scope) {}

  /// Appends the HTML of the entry's body, or of one of its fields. Links that lead nowhere lose their href; checks
  /// have said so.
  void append(std::string& out, const schema::Record& record, const parse::Body& body, Report& report) const;

 private:
  // Returns where the body's HTML goes on.
  std::size_t append_link(std::string& out, const schema::Record& record, const parse::Body& body,
                          const parse::Body::Hole& hole) const;
  void append_image(std::string& out, const schema::Record& record, const parse::Image& image) const;
  void append_component(std::string& out, const schema::Record& record, const parse::Body& body, std::size_t index,
                        Report& report) const;

  const model::Site& site_;
  const CitationStyle& citations_;
  const templating::Library* library_;
  const templating::Scope& scope_;
};

/// Gives every field of type markdown its HTML with the links and pictures filled in: the last step of making a site.
void fill_markdown_fields(model::Site& site);

}  // namespace katern::render
