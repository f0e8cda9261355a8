#include "model/root.h"

#include <utility>

#include "model/calendars.h"
#include "model/feeds.h"

namespace katern::model {
namespace {

using schema::Kind;
using schema::Settings;

Value menu(const std::vector<Settings::MenuItem>& items, const std::string& prefix) {
  std::vector<Value> values;
  for (const Settings::MenuItem& item : items) {
    const std::string url = item.url.starts_with('/') ? prefix + item.url : item.url;
    values.push_back(make_dict({{"label", Value::string(item.label)},
                                {"url", url.empty() ? Value() : Value::string(url)},
                                {"items", menu(item.items, prefix)}}));
  }
  return Value::list(std::move(values));
}

Value text_or_none(const std::string& text) { return text.empty() ? Value() : Value::string(text); }

Value entries_of(const Site& site, const Kind& kind) {
  std::vector<Value> entries;
  if (const auto records = site.by_kind.find(kind.name); records != site.by_kind.end()) {
    entries.reserve(records->second.size());
    for (const std::size_t index : records->second) entries.push_back(Value::lend(*site.records[index].data));
  }
  return Value::list(std::move(entries));
}

}  // namespace

std::unique_ptr<Dict> make_root(const Site& site) {
  const Settings& settings = site.settings;
  auto root = std::make_unique<Dict>();
  root->set("title", Value::string(settings.title));
  root->set("tagline", Value::string(settings.tagline));
  root->set("description", Value::string(settings.description));
  root->set("url", Value::string(site.prefix + "/"));
  root->set("base_url", Value::string(settings.base_url));
  root->set("language", Value::string(settings.language));
  root->set("author_email", Value::string(settings.author_email));
  root->set("copyright", Value::string(settings.copyright));
  root->set("menu", menu(settings.menu, site.prefix));
  root->set("footer", menu(settings.footer, site.prefix));
  root->set("options", settings.options);
  root->set("data", site.data);
  root->set("feeds", Value::list({}));
  root->set("kinds", make_dict({}));
  return root;
}

void add_kinds(Dict& root, const schema::Schema& schema, const Site& site) {
  auto kinds = std::make_unique<Dict>();
  std::vector<Value> feeds;
  const auto feed = [&](const std::string& title, const std::string& url) {
    feeds.push_back(make_dict({{"title", Value::string(title)}, {"url", Value::string(url)}}));
  };
  for (const auto& kind : schema.kinds()) {
    const std::string url = kind->main_listing() == nullptr ? std::string() : site.prefix + kind->main_listing()->url;
    const std::string feed_address = feed_url(*kind, site.prefix);
    if (!feed_address.empty() && feeds.empty()) feed(site.settings.title, site.prefix + "/feed.xml");
    if (!feed_address.empty()) feed(kind->label_many, feed_address);
    kinds->set(kind->name, make_dict({{"name", Value::string(kind->name)},
                                      {"label_one", Value::string(kind->label_one)},
                                      {"label_many", Value::string(kind->label_many)},
                                      {"url", text_or_none(url)},
                                      {"feed", text_or_none(feed_address)},
                                      {"calendar", text_or_none(calendar_url(*kind, site.prefix))},
                                      {"entries", entries_of(site, *kind)}}));
  }
  root.set("kinds", Value::adopt(kinds.release()));
  root.set("feeds", Value::list(std::move(feeds)));
}

Value kind_value(const Kind& kind) {
  return make_dict({{"name", Value::string(kind.name)},
                    {"label_one", Value::string(kind.label_one)},
                    {"label_many", Value::string(kind.label_many)}});
}

}  // namespace katern::model
