#include <algorithm>

#include "parse/markdown_renderer.h"
#include "text/escape.h"
#include "text/url.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::parse {
namespace {

std::string_view url_of(cmark_node* node) {
  const char* url = cmark_node_get_url(node);
  return url == nullptr ? std::string_view() : std::string_view(url);
}

std::string_view title_of(cmark_node* node) {
  const char* title = cmark_node_get_title(node);
  return title == nullptr ? std::string_view() : std::string_view(title);
}

std::string shortened(std::string_view url) { return text::collapse_spaces(text::prefix(url, 80)); }

/// What stands in the source for a link: its address, or of one that was made from running text, that text.
std::string_view needle_for(cmark_node* link, std::string_view url) {
  cmark_node* child = cmark_node_first_child(link);
  if (child == nullptr || cmark_node_next(child) != nullptr) return url;
  const std::string_view text = literal_of(child);
  return !text.empty() && url.ends_with(text) ? text : url;
}

bool is_alone(cmark_node* image) {
  cmark_node* parent = cmark_node_parent(image);
  return cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH && cmark_node_next(image) == nullptr &&
         cmark_node_previous(image) == nullptr;
}

}  // namespace

void MarkdownRenderer::link(cmark_node* node, bool entering) {
  if (image_ != nullptr) return;
  if (entering) return open_link(node);
  if (link_open_) html_ += "</a>";
  link_open_ = false;
}

bool MarkdownRenderer::refuse_link(cmark_node* node, std::string_view url) {
  Code code{};
  if (!text::is_safe_url(url)) {
    code = Code::link_unsafe;
  } else if (options_.holes && text::is_external_url(url) && !text::has_host(url)) {
    code = Code::link_incomplete;
  } else if (options_.holes && url.empty()) {
    code = Code::link_empty;
  } else if (options_.holes && cmark_node_first_child(node) == nullptr) {
    code = Code::link_without_text;
  } else {
    return false;
  }
  const Position at = inline_position(node, "[<", url);
  add(Diagnostic(code, place(at)).with("value", shortened(url)));
  return true;
}

void MarkdownRenderer::open_link(cmark_node* node) {
  const std::string_view url = url_of(node);
  if (refuse_link(node, url)) return;
  link_open_ = true;
  html_ += "<a href=\"";
  const bool external = text::is_external_url(url);
  if (external || text::has_scheme(url) || !options_.holes) {
    text::append_href(html_, url);
    html_ += '"';
    if (external && options_.mark_external) html_ += " rel=\"noopener external\" class=\"external\"";
  } else {
    body_.holes.push_back({html_.size(), Body::Hole::Kind::link, static_cast<std::uint32_t>(body_.links.size())});
    html_ += '"';
  }
  if (external || !text::has_scheme(url)) list_link(node, url, external);
  if (const std::string title = typographic(title_of(node)); !title.empty()) {
    html_ += " title=\"";
    text::append_html(html_, title);
    html_ += '"';
  }
  html_ += '>';
}

void MarkdownRenderer::list_link(cmark_node* node, std::string_view url, bool external) {
  const std::size_t hash = std::min(url.find('#'), url.size());
  Link link;
  link.external = external;
  link.target = external ? std::string(url.substr(0, hash)) : text::decode_percent(url.substr(0, hash));
  link.fragment = text::decode_percent(url.substr(std::min(hash + 1, url.size())));
  link.at = inline_position(node, external ? "[<hHwW" : "[<", needle_for(node, url));
  body_.links.push_back(std::move(link));
}

void MarkdownRenderer::image(cmark_node* node, bool entering) {
  if (entering && image_ == nullptr) {
    image_ = node;
    alt_.clear();
  } else if (!entering && node == image_) {
    image_ = nullptr;
    close_image(node);
    punctuation_.pass('x');
  }
}

void MarkdownRenderer::close_image(cmark_node* node) {
  const std::string_view url = url_of(node);
  const bool elsewhere = text::has_scheme(url) || text::is_external_url(url) || !text::is_safe_url(url);
  const Position at = inline_position(node, "!", "![");
  if (elsewhere || (url.empty() && options_.holes)) {
    const Code code = elsewhere ? Code::image_external : Code::image_empty;
    add(Diagnostic(code, place(at)).with("value", shortened(url)).with("alt", shortened(alt_)));
    running_text(alt_);
    return;
  }
  std::string alt = text::collapse_spaces(alt_);
  if (alt.empty() && options_.holes) {
    add(Diagnostic(Code::image_without_alt, place(at))
            .with("value", shortened(url))
            .correct("![]", "![Say here what the picture shows]"));
  }
  if (!options_.holes) return write_image(url, title_of(node));
  const bool figure = options_.figures && is_alone(node);
  const std::size_t hash = std::min(url.find('#'), url.size());
  body_.holes.push_back({html_.size(), Body::Hole::Kind::image, static_cast<std::uint32_t>(body_.images.size())});
  body_.images.push_back(
      {text::decode_percent(url.substr(0, hash)), std::move(alt), typographic(title_of(node)), figure, at});
}

std::string MarkdownRenderer::typographic(std::string_view title) const {
  if (!options_.smart_punctuation) return std::string(title);
  std::string written;
  Punctuation(options_.quotes).write(title, U' ', nullptr, &written);
  return written;
}

void MarkdownRenderer::write_image(std::string_view url, std::string_view title) {
  html_ += "<img src=\"";
  text::append_href(html_, url);
  html_ += "\" alt=\"";
  text::append_html(html_, alt_);
  if (!title.empty()) {
    html_ += "\" title=\"";
    text::append_html(html_, title);
  }
  html_ += "\">";
}

}  // namespace katern::parse
