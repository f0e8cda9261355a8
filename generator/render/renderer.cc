#include "render/renderer.h"

#include <algorithm>
#include <set>
#include <utility>

#include "render/digest.h"
#include "text/escape.h"
#include "value/dict.h"

namespace katern::render {
namespace {

constexpr const char* kHomeTemplate = "home.html";
constexpr const char* kNotFoundTemplate = "404.html";
constexpr const char* kFieldsTemplate = "fields.html";

Value crumb(std::string_view title, std::string_view url) {
  return make_dict({{"title", Value::string(title)}, {"url", Value::string(url)}});
}

// Headings from `at` on that stand below `level`, as a tree. `cited`: where any of them cites something.
Value contents_below(const parse::Body& body, const std::optional<EntryCitations>& cited, std::size_t& at,
                     unsigned level) {
  std::vector<Value> items;
  const std::vector<parse::Heading>& headings = body.headings;
  while (at < headings.size() && headings[at].level > level) {
    const parse::Heading& heading = headings[at++];
    Value text = cited ? Value::string(cited->plain(body, heading)) : Value::view(heading.text);
    Value children = contents_below(body, cited, at, heading.level);
    items.push_back(make_dict({{"level", Value(static_cast<int>(heading.level))},
                               {"id", Value::view(heading.id)},
                               {"text", std::move(text)},
                               {"children", std::move(children)}}));
  }
  return Value::list(std::move(items));
}

// The feed of what refers to an entry, if it has one.
Value feed_of(const model::Site& site, const schema::Kind& kind, const std::string& page_url) {
  if (kind.entry_feeds.empty()) return {};
  const auto feed =
      std::find_if(site.feeds.begin(), site.feeds.end(), [&](const model::Feed& f) { return f.page_url == page_url; });
  return feed == site.feeds.end() ? Value() : Value::view(feed->url);
}

}  // namespace

Renderer::Renderer(const model::Site& site, const Theme& theme, Report& report)
    : site_(site),
      theme_(theme),
      citations_(site.settings),
      addresses_(site.settings.base_url),
      registry_(templating::Registry::standard()) {
  add_functions();
  library_ =
      std::make_unique<const templating::Library>(templating::Library::compile(theme.templates, registry_, report));
  common_.layers.push_back(make_dict({{"site", site.root.borrow()}, {"today", Value(site.today)}}));
  bodies_ = std::make_unique<const BodyWriter>(site_, citations_, library_.get(), common_);
  require_templates(report);
}

void Renderer::require_templates(Report& report) const {
  const std::string folder = "themes/" + theme_.name + '/';
  const auto require = [&](const std::string& name, const Place& place) {
    if (library_->has(name) || report.has_errors_in(folder + "templates/" + name)) return;
    report.add(Diagnostic(Code::template_missing, place).with("name", name));
  };
  const std::string theme_file = folder + "theme.yaml";
  require(kHomeTemplate, Place{theme_file, {}, 0});
  require(kNotFoundTemplate, Place{theme_file, {}, 0});
  if (!site_.settings.field_guide.empty()) {
    require(kFieldsTemplate, Place{"content/site.yaml", site_.settings.field_guide_at, 0});
  }
  std::set<const schema::Kind*> kinds;
  for (std::size_t i = 0; i < site_.records.size(); ++i) {
    if (!site_.urls[i].empty()) kinds.insert(site_.records[i].kind);
  }
  for (const schema::Kind* kind : kinds) require(kind->template_name, Place{kind->file, kind->at, 0});
  std::set<const schema::Listing*> listings;
  for (const model::Listing& listing : site_.listings) {
    if (!listings.insert(listing.declared).second) continue;
    require(listing.declared->template_name, Place{listing.kind->file, listing.declared->at, 0});
  }
}

bool Renderer::render(const Page& page, std::string& out, Report& report) const {
  switch (page.kind) {
    case Page::Kind::entry: return render_entry(page, out, report);
    case Page::Kind::listing: return render_listing(page, out, report);
    case Page::Kind::fields: return render_fields(page, out, report);
    case Page::Kind::moved: render_moved(page, out); return true;
    case Page::Kind::home:
    case Page::Kind::not_found: break;
  }
  const bool home = page.kind == Page::Kind::home;
  Value variables = make_dict({{"url", Value::view(page.url)},
                               {"title", home ? Value::view(site_.settings.title) : Value::string(text("not_found"))},
                               {"kind", Value()},
                               {"breadcrumbs", Value::list({})}});
  return render_template(home ? kHomeTemplate : kNotFoundTemplate, std::move(variables), page.url, out, report);
}

bool Renderer::render_entry(const Page& page, std::string& out, Report& report) const {
  const schema::Record& record = site_.records[page.index];
  const Value entry = Value::lend(*record.data);
  const Value kind = kind_of(*record.kind);
  std::string html = body(record, report);
  std::vector<Value> crumbs{home_crumb()};
  const Value listing = kind.get("url");
  if (listing.truthy()) crumbs.push_back(crumb(record.kind->main_listing()->title, listing.as_string()));
  const model::Event* event = site_.event_of(page.index);
  const std::string references = reference_list(record);
  Value variables = make_dict({{"page", entry},
                               {"content", Value::markup_view(html)},
                               {"references", references.empty() ? Value() : Value::markup_view(references)},
                               {"toc", contents(record)},
                               {"url", Value::view(page.url)},
                               {"title", entry.get("title")},
                               {"kind", kind},
                               {"feed", feed_of(site_, *record.kind, page.url)},
                               {"calendar", event != nullptr ? Value::view(event->calendar) : Value()},
                               {"listings", listings_of(page.index)},
                               {"breadcrumbs", Value::list(std::move(crumbs))}});
  return render_template(record.kind->template_name, std::move(variables), record.path, out, report);
}

Value Renderer::contents(const schema::Record& record) const {
  const parse::Body& body = record.body;
  const bool cites = std::any_of(body.headings.begin(), body.headings.end(),
                                 [](const parse::Heading& heading) { return !heading.citations.empty(); });
  std::optional<EntryCitations> citations;
  if (cites) citations.emplace(record, citations_);
  std::size_t first = 0;
  return contents_below(body, citations, first, 0);
}

bool Renderer::render_fields(const Page& page, std::string& out, Report& report) const {
  Value variables = make_dict({{"kinds", site_.field_guide.borrow()},
                               {"url", Value::view(page.url)},
                               {"title", Value::string(text("fields"))},
                               {"kind", Value()},
                               {"breadcrumbs", Value::list({home_crumb()})}});
  return render_template(kFieldsTemplate, std::move(variables), page.url, out, report);
}

void Renderer::render_moved(const Page& page, std::string& out) const {
  // Works on any host, without the server's help and without a script.
  const std::string target = addresses_.absolute(page.moved_to);
  out += "<!DOCTYPE html>\n<html lang=\"";
  text::append_html(out, site_.settings.language);
  out += "\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
  text::append_html(out, text("moved"));
  out += "</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"";
  text::append_html(out, target);
  out += "\">\n<meta http-equiv=\"refresh\" content=\"0; url=";
  text::append_html(out, target);
  out += "\">\n</head>\n<body>\n<p><a href=\"";
  text::append_html(out, page.moved_to);
  out += "\">";
  text::append_html(out, text("moved"));
  out += "</a></p>\n</body>\n</html>\n";
}

bool Renderer::render_template(const std::string& name, Value variables, const std::string& entry, std::string& out,
                               Report& report) const {
  if (!library_->has(name)) return false;  // reported when the renderer was made
  templating::Scope scope;
  scope.layers.push_back(std::move(variables));
  scope.layers.push_back(common_.layers.front().borrow());
  return library_->render(name, scope, entry, out, report);
}

std::string Renderer::body(const schema::Record& record, Report& report) const {
  std::string html;
  html.reserve(record.body.html.size() + record.body.html.size() / 8);
  bodies_->append(html, record, record.body, report);
  return html;
}

std::string Renderer::reference_list(const schema::Record& record) const {
  if (record.sources.items.empty()) return {};
  return EntryCitations(record, citations_).list(back_label());
}

std::string Renderer::full_text(const schema::Record& record, Report& report) const {
  std::string html = body(record, report);
  const std::string references = reference_list(record);
  if (references.empty()) return html;
  html += "<h2>";
  text::append_html(html, text_or("references", is_dutch(citations_.style) ? "Literatuur" : "References"));
  html += "</h2>\n";
  return html + references;
}

std::string Renderer::back_label() const {
  return text_or("reference_back",
                 is_dutch(citations_.style) ? "Terug naar de tekst: {name}" : "Back to the text: {name}");
}

std::string Renderer::permanent_id(const schema::Record& record) const {
  if (const auto field = record.kind->role(schema::Role::id)) {
    const Value& id = record.data->slot(record.kind->field_slot(*field));
    if (id.is_string()) return std::string(id.as_string());
  }
  return "urn:uuid:" + uuid_of_url(addresses_.absolute(record.path));
}

std::string Renderer::text_or(std::string_view key, std::string_view fallback) const {
  const auto found = theme_.texts.find(key);
  return std::string(found == theme_.texts.end() ? fallback : std::string_view(found->second));
}

Value Renderer::kind_of(const schema::Kind& kind) const {
  return site_.root.borrow().get("kinds").get(Name(kind.name));
}

std::string Renderer::text(std::string_view key) const { return text_or(key, key); }

Value Renderer::home_crumb() const { return crumb(text("home"), addresses_.prefix() + "/"); }

}  // namespace katern::render
