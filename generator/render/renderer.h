#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "model/site.h"
#include "render/addresses.h"
#include "render/body_writer.h"
#include "render/entry_citations.h"
#include "render/facet_data.h"
#include "render/page.h"
#include "render/theme.h"
#include "templating/library.h"

namespace katern::render {

/// A site and its theme, ready to make pages. Once made, it is good for many threads at once. Stays where it is made.
class Renderer {
 public:
  /// Compiles the theme's templates; their static errors, and templates that kinds name and the theme lacks, are
  /// findings. Both arguments must outlive the renderer.
  Renderer(const model::Site& site, const Theme& theme, Report& report);
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Appends the page's HTML. False, with errors in the report, when it could not be made.
  bool render(const Page& page, std::string& out, Report& report) const;

  /// The HTML of an entry's body, with site paths.
  std::string body(const schema::Record& record, Report& report) const;

  /// The body, and below it what it cites under a heading: for readers who do not see the page.
  std::string full_text(const schema::Record& record, Report& report) const;

  /// What stays the same when a title or a slug changes: the entry's `id` field, or else a URN made of its file.
  std::string permanent_id(const schema::Record& record) const;

  const Addresses& addresses() const { return addresses_; }
  const model::Site& site() const { return site_; }
  /// A text of the theme's i18n; the key itself where there is none.
  std::string text(std::string_view key) const;
  std::string text_or(std::string_view key, std::string_view fallback) const;

 private:
  void add_functions();
  void require_templates(Report& report) const;
  bool render_template(const std::string& name, Value variables, const std::string& entry, std::string& out,
                       Report& report) const;
  bool render_entry(const Page& page, std::string& out, Report& report) const;
  bool render_listing(const Page& page, std::string& out, Report& report) const;
  bool render_fields(const Page& page, std::string& out, Report& report) const;
  void render_moved(const Page& page, std::string& out) const;
  Value home_crumb() const;
  Value crumbs_to(const model::Listing& listing) const;
  /// The listings that belong to an entry, for its page: a list of `{title, url, total, kind}`.
  Value listings_of(std::size_t record) const;
  Value kind_of(const schema::Kind& kind) const;
  std::string back_label() const;
  std::string reference_list(const schema::Record& record) const;
  /// The table of contents of an entry's body.
  Value contents(const schema::Record& record) const;

  const model::Site& site_;
  const Theme& theme_;
  CitationStyle citations_;
  Addresses addresses_;
  templating::Registry registry_;
  templating::Scope common_;
  std::unique_ptr<const templating::Library> library_;
  std::unique_ptr<const BodyWriter> bodies_;
};

}  // namespace katern::render
