#include "render/body_writer.h"

#include <memory>
#include <optional>

#include "files/path.h"
#include "model/links.h"
#include "text/escape.h"
#include "value/dict.h"

namespace katern::render {
namespace {

constexpr std::string_view kHref = " href=\"";

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  text::append_html(out, value);
  out += '"';
}

}  // namespace

void BodyWriter::append(std::string& out, const schema::Record& record, const parse::Body& body, Report& report) const {
  std::optional<EntryCitations> citations;
  if (!body.citations.empty()) citations.emplace(record, citations_);
  const Value page = Value::lend(*record.data).get("permalink");
  std::size_t done = 0;
  for (const parse::Body::Hole& hole : body.holes) {
    out.append(body.html, done, hole.offset - done);
    done = hole.offset;
    switch (hole.kind) {
      case parse::Body::Hole::Kind::link: done = append_link(out, record, body, hole); break;
      case parse::Body::Hole::Kind::image: append_image(out, record, body.images[hole.index]); break;
      case parse::Body::Hole::Kind::component: append_component(out, record, body, hole.index, report); break;
      case parse::Body::Hole::Kind::citation:
        if (&body == &record.body) {
          citations->append(out, body, hole.index);
        } else {
          citations->append_in_field(out, body.citations[hole.index],
                                     page.is_string() ? page.as_string() : std::string_view());
        }
        break;
      case parse::Body::Hole::Kind::citation_text:
        text::append_html(out, citations->plain(body.citations[hole.index]));
        break;
    }
  }
  out.append(body.html, done, std::string::npos);
}

std::size_t BodyWriter::append_link(std::string& out, const schema::Record& record, const parse::Body& body,
                                    const parse::Body::Hole& hole) const {
  const std::string url = model::resolve_link(site_, record.path, body.links[hole.index]).url;
  if (!url.empty()) {
    text::append_html(out, url);
    return hole.offset;
  }
  // A link without href is what HTML calls a placeholder: the text stays, and nobody is sent to an error. Its title
  // goes as well, since it may be that of a page that is not to be seen.
  if (out.ends_with(kHref)) out.resize(out.size() - kHref.size());
  const std::size_t behind = hole.offset + 1;  // the quote that closed the href
  constexpr std::string_view kTitle = " title=\"";
  if (body.html.compare(behind, kTitle.size(), kTitle) != 0) return behind;
  return body.html.find('"', behind + kTitle.size()) + 1;
}

void BodyWriter::append_image(std::string& out, const schema::Record& record, const parse::Image& image) const {
  const auto path = files::join_relative(record.path, image.source);
  const model::Media* media = path ? site_.media_at(*path) : nullptr;
  if (media == nullptr) return;
  if (image.figure) out += "<figure>";
  out += "<img";
  append_attribute(out, "src", media->url);
  append_attribute(out, "alt", image.alt);
  if (media->picture && media->picture->width > 0) {
    append_attribute(out, "width", std::to_string(media->picture->width));
    append_attribute(out, "height", std::to_string(media->picture->height));
  }
  if (!image.figure && !image.title.empty()) append_attribute(out, "title", image.title);
  out += " loading=\"lazy\" decoding=\"async\">";
  if (!image.figure) return;
  if (!image.title.empty()) {
    out += "<figcaption>";
    text::append_html(out, image.title);
    out += "</figcaption>";
  }
  out += "</figure>\n";
}

void BodyWriter::append_component(std::string& out, const schema::Record& record, const parse::Body& body,
                                  std::size_t index, Report& report) const {
  if (library_ == nullptr || index >= record.components.size()) return;
  auto local = std::make_unique<Dict>();
  local->set("data", record.components[index].borrow());
  templating::Scope scope;
  scope.layers.reserve(scope_.layers.size() + 1);
  scope.layers.push_back(Value::adopt(local.release()));
  scope.layers.insert(scope.layers.end(), scope_.layers.begin(), scope_.layers.end());
  const std::string name = "components/" + body.components[index].name + ".html";
  library_->render(name, scope, record.path, out, report);
}

void fill_markdown_fields(model::Site& site) {
  const templating::Scope nothing;
  const CitationStyle citations(site.settings);
  const BodyWriter writer(site, citations, nullptr, nothing);
  Report none;  // only components can fail, and fields have none
  for (schema::Record& record : site.records) {
    for (schema::MarkdownField& field : record.markdown_fields) {
      if (field.body.holes.empty()) continue;
      std::string html;
      writer.append(html, record, field.body, none);
      *field.value = Value::markup(html);
    }
  }
}

}  // namespace katern::render
