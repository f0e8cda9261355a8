#include "render/feed.h"

#include <optional>

#include "text/dates.h"
#include "xml/writer.h"

namespace katern::render {
namespace {

std::string_view text_of(const Value& value) { return value.is_string() ? value.as_string() : std::string_view(); }

DateTime moment_of(const Value& date, const std::string& zone) {
  return date.is_datetime() ? date.as_datetime() : text::local_time(date.as_date(), 0, zone);
}

// A name, or an entry with a title.
std::string_view name_of(const Value& author) {
  return author.is_object() ? text_of(author.get("title")) : text_of(author);
}

// Of the feed's newest entry, so that the same content gives the same feed on any day.
std::optional<DateTime> last_change(const model::Site& site, const model::Feed& feed) {
  std::optional<DateTime> last;
  for (const std::size_t index : feed.records) {
    const Value entry = Value::lend(*site.records[index].data);
    for (const char* name : {"date", "updated"}) {
      const Value date = entry.get(name);
      if (!date.is_date() && !date.is_datetime()) continue;
      const DateTime moment = moment_of(date, site.settings.zone);
      if (!last || moment > *last) last = moment;
    }
  }
  return last;
}

void write_item(xml::Writer& xml, const Renderer& renderer, const schema::Record& record, const std::string& url,
                Report& report) {
  const Value entry = Value::lend(*record.data);
  const Addresses& addresses = renderer.addresses();
  const std::string page = addresses.absolute(url);
  xml.open("item");
  xml.element("title", text_of(entry.get("title")));
  xml.element("link", page);
  xml.element("guid", renderer.permanent_id(record), {{"isPermaLink", "false"}});
  const Value date = entry.get("date");
  if (date.is_date() || date.is_datetime()) {
    xml.element("pubDate", text::rfc822(moment_of(date, renderer.site().settings.zone)));
  }
  const Value authors = entry.get("authors");
  for (std::size_t i = 0; authors.is_list() && i < authors.size(); ++i) {
    if (const auto name = name_of(authors.at(i)); !name.empty()) xml.element("dc:creator", name);
  }
  xml.element("description", text_of(entry.get("summary")));
  const std::string body = renderer.full_text(record, report);
  if (!body.empty()) xml.element("content:encoded", addresses.absolute_html(body, page));
  xml.close();
}

}  // namespace

std::string rss(const Renderer& renderer, const model::Feed& feed, Report& report) {
  const model::Site& site = renderer.site();
  const Addresses& addresses = renderer.addresses();
  std::string out;
  xml::Writer xml(out);
  xml.open("rss", {{"version", "2.0"},
                   {"xmlns:atom", "http://www.w3.org/2005/Atom"},
                   {"xmlns:content", "http://purl.org/rss/1.0/modules/content/"},
                   {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  xml.open("channel");
  xml.element("title", feed.title);
  xml.element("link", addresses.absolute(feed.page_url));
  xml.element("description", site.settings.description.empty() ? feed.title : site.settings.description);
  xml.element("language", site.settings.language);
  if (!site.settings.copyright.empty()) xml.element("copyright", site.settings.copyright);
  if (const auto last = last_change(site, feed)) xml.element("lastBuildDate", text::rfc822(*last));
  const std::string self = addresses.absolute(feed.url);
  xml.empty("atom:link", {{"rel", "self"}, {"type", "application/rss+xml"}, {"href", self}});
  for (const std::size_t index : feed.records) {
    write_item(xml, renderer, site.records[index], site.urls[index], report);
  }
  xml.close();
  xml.close();
  return out;
}

}  // namespace katern::render
