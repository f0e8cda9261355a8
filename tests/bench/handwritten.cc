#include "handwritten.h"

#include "text/escape.h"
#include "text/words.h"
#include "value/number.h"

namespace katern::bench {
namespace {

std::string text_at(const Value& object, std::string_view name) { return std::string(object.get(name).as_string()); }

std::vector<Blog::Link> links_from(const Value& list, std::string_view url) {
  std::vector<Blog::Link> links;
  for (std::size_t i = 0; i < list.size(); ++i) {
    links.push_back({text_at(list.at(i), url), text_at(list.at(i), "label")});
  }
  return links;
}

void write_head(const Blog& blog, std::string& out) {
  out += "<!doctype html>\n<html lang=\"";
  text::append_html(out, blog.language);
  out += "\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
  text::append_html(out, blog.title);
  out += " – ";
  text::append_html(out, blog.site_title);
  out += "</title>\n<meta name=\"description\" content=\"";
  text::append_html(out, blog.description);
  out += "\">\n<link rel=\"canonical\" href=\"";
  text::append_html(out, text::is_safe_url(blog.url) ? std::string_view(blog.url) : std::string_view("#"));
  out += "\">\n</head>\n<body>\n<nav>\n  <ul>\n";
  for (const Blog::Link& item : blog.menu) {
    out += "    <li><a href=\"";
    text::append_html(out, text::is_safe_url(item.url) ? std::string_view(item.url) : std::string_view("#"));
    out += '"';
    if (item.url == blog.url) out += " aria-current=\"page\"";
    out += '>';
    text::append_html(out, item.label);
    out += "</a></li>\n";
  }
  out += "  </ul>\n</nav>\n<main>\n";
}

void write_tags(const std::vector<Blog::Link>& tags, std::string& out) {
  if (tags.empty()) return;
  out += "<ul class=\"tags\">";
  for (const Blog::Link& tag : tags) {
    out += "<li><a href=\"/t/";
    text::append_html(out, tag.url);
    out += "/\">";
    text::append_html(out, text::upper(tag.label));
    out += "</a></li>";
  }
  out += "</ul>\n";
}

void write_post(const Blog::Post& post, bool first, std::string& out) {
  out += "  <li class=\"card";
  if (first) out += " first";
  out += "\">\n    <h2><a href=\"";
  text::append_html(out, text::is_safe_url(post.url) ? std::string_view(post.url) : std::string_view("#"));
  out += "\">";
  text::append_html(out, post.title);
  out += "</a></h2>\n    <p class=\"meta\"><time datetime=\"";
  text::append_html(out, post.date);
  out += "\">";
  text::append_html(out, post.date);
  out += "</time>";
  if (!post.author.empty()) {
    out += " · ";
    text::append_html(out, post.author);
  }
  out += "</p>\n    <p>";
  text::append_html(out, post.summary);
  out += "</p>\n    ";
  write_tags(post.tags, out);
  out += "\n  </li>\n";
}

}  // namespace

Blog blog_from(const Value& data) {
  const Value site = data.get("site");
  Blog blog;
  blog.language = text_at(site, "language");
  blog.site_title = text_at(site, "title");
  blog.mail = text_at(site, "mail");
  blog.menu = links_from(site.get("menu"), "url");
  blog.title = text_at(data, "title");
  blog.description = text_at(data, "description");
  blog.url = text_at(data, "url");
  blog.page = data.get("page").as_integer();
  blog.pages = data.get("pages").as_integer();
  const Value posts = data.get("posts");
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const Value post = posts.at(i);
    const Value author = post.get("author");
    blog.posts.push_back({text_at(post, "title"), text_at(post, "url"), text_at(post, "date"),
                          author.is_none() ? std::string() : text_at(author, "name"), text_at(post, "summary"),
                          links_from(post.get("tags"), "slug")});
  }
  return blog;
}

void write_by_hand(const Blog& blog, std::string& out) {
  write_head(blog, out);
  out += "<h1>";
  text::append_html(out, blog.title);
  out += "</h1>\n<ol>\n";
  bool first = true;
  for (const Blog::Post& post : blog.posts) {
    write_post(post, first, out);
    first = false;
  }
  out += "</ol>\n<p>";
  append_integer(out, static_cast<std::int64_t>(blog.posts.size()));
  out += " · ";
  append_integer(out, blog.page);
  out += " / ";
  append_integer(out, blog.pages);
  out += "</p>\n</main>\n<footer><p>";
  text::append_html(out, blog.site_title);
  out += " · <a href=\"mailto:";
  text::append_html(out, blog.mail);
  out += "\">";
  text::append_html(out, blog.mail);
  out += "</a></p></footer>\n</body>\n</html>\n";
}

}  // namespace katern::bench
