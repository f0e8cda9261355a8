#include "model/citations.h"

#include <algorithm>

#include "citations/csl.h"
#include "model/builtins.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::model {
namespace {

using citations::Item;
using citations::TextVariable;
using schema::Record;

constexpr std::size_t kShown = 60;

std::string shown(const Value& value) {
  if (value.is_string()) return std::string(text::prefix(value.as_string(), kShown));
  if (value.is_integer()) return std::to_string(value.as_integer());
  if (value.is_list() && value.size() > 0 && value.at(0).is_string()) return shown(value.at(0));
  return "…";
}

/// Where a value comes from: the field that the expression is no more than the name of, or else the entry.
Place origin_of(const schema::CslValue& variable, const Record& record) {
  const std::vector<schema::Field>& fields = record.kind->fields;
  const auto field =
      std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.name == variable.value.text(); });
  if (field == fields.end()) return place_of(record);
  return {record.path, record.positions[static_cast<std::size_t>(field - fields.begin())], 0};
}

/// A site path of this site with its host before it.
std::string absolute(const Site& site, std::string_view url) {
  if (!url.starts_with('/')) return std::string(url);
  return site.settings.base_url + std::string(url.substr(site.prefix.size()));
}

std::string nearest_type(const Value& value) {
  if (!value.is_string()) return {};
  const auto names = citations::type_names();
  return text::nearest(value.as_string(), std::vector<std::string>(names.begin(), names.end())).value_or("");
}

Item make_item(const Site& site, const Record& record, EntryScope& scope, Report& report) {
  Item item;
  item.id = record.slug;
  const Value& title = slot_of(*record.data, Builtin::title);
  if (title.is_string()) item.set(TextVariable::title, std::string(title.as_string()));
  for (const schema::CslValue& variable : record.kind->csl) {
    const auto value = variable.value.evaluate(scope.of(*record.data), record.path, report);
    if (!value || !citations::set_from_value(item, variable.key, *value)) continue;
    report.add(Diagnostic(Code::citation_value_misfit, origin_of(variable, record))
                   .with("key", variable.key)
                   .with("value", shown(*value))
                   .with("kind", record.kind->file)
                   .suggest(variable.key == "type" ? nearest_type(*value) : ""));
  }
  if (const std::string_view url = item.text(TextVariable::url); !url.empty()) {
    item.set(TextVariable::url, absolute(site, url));
  }
  return item;
}

}  // namespace

std::string citation_file_url(const Site& site, std::size_t record, const citations::ExportFormat& format) {
  return site.urls[record] + site.records[record].slug + '.' + std::string(format.extension);
}

std::map<std::size_t, Item> make_citations(const Site& site, EntryScope& scope, Addresses& addresses, Report& report) {
  std::map<std::size_t, Item> made;
  for (std::size_t i = 0; i < site.records.size(); ++i) {
    const Record& record = site.records[i];
    if (record.kind->csl.empty()) continue;
    made.emplace(i, make_item(site, record, scope, report));
    if (site.urls[i].empty()) continue;
    for (const citations::ExportFormat& format : citations::export_formats()) {
      addresses.claim(citation_file_url(site, i, format), place_of(record), report);
    }
  }
  return made;
}

}  // namespace katern::model
