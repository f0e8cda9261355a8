#include "render/citation_functions.h"

#include <utility>

#include "citations/csl.h"
#include "citations/reference.h"
#include "model/citations.h"
#include "value/dict.h"

namespace katern::render {
namespace {

using templating::Arguments;
using templating::Caller;
using templating::CallError;
using templating::CallResult;

using RecordOf = std::function<std::optional<std::size_t>(const Value&)>;

CallResult not_an_entry(std::string_view filter) {
  return unexpected(CallError{Code::not_an_entry, {{"filter", std::string(filter)}}, {}});
}

CallResult cite(const model::Site& site, const CitationStyle& style, const RecordOf& record_of,
                const Arguments& arguments) {
  const Value& subject = arguments.subject;
  citations::Item item;
  if (const auto record = record_of(subject)) {
    const auto own = site.citations.find(*record);
    if (own == site.citations.end()) return Value();
    item = own->second;
  } else if (auto source = citations::item_from(subject)) {
    item = *std::move(source);
  } else {
    return not_an_entry("citation");
  }
  const citations::Prose line = citations::reference(item, style.style);
  const Value& form = arguments.positional[0];
  return form.is_string() && form.as_string() == "text" ? Value::string(line.plain()) : Value::markup(line.html());
}

CallResult files_of(const model::Site& site, std::size_t record) {
  std::vector<Value> files;
  if (site.citations.contains(record) && !site.urls[record].empty()) {
    for (const citations::ExportFormat& format : citations::export_formats()) {
      files.push_back(make_dict({{"name", Value::view(format.name)},
                                 {"url", Value::string(model::citation_file_url(site, record, format))},
                                 {"type", Value::view(format.media_type)}}));
    }
  }
  return Value::list(std::move(files));
}

}  // namespace

void add_citation_filters(templating::Registry& registry, const model::Site& site, const CitationStyle& style,
                          RecordOf record_of, std::string back) {
  registry.add_filter({"references",
                       {},
                       false,
                       "The list of the sources that an entry cites, in APA 7; none where it has none.",
                       [&site, &style, record_of, back](const Arguments& arguments, Caller&) -> CallResult {
                         const auto record = record_of(arguments.subject);
                         if (!record) return not_an_entry("references");
                         const std::string list = EntryCitations(site.records[*record], style).list(back);
                         return list.empty() ? Value() : Value::markup(list);
                       }});
  registry.add_filter({"citation",
                       {{"form", Value::view("html")}},
                       false,
                       "An entry of a kind with `csl`, or a source, in APA 7; citation('text') without markup.",
                       [&site, &style, record_of](const Arguments& arguments, Caller&) -> CallResult {
                         return cite(site, style, record_of, arguments);
                       }});
  registry.add_filter({"citation_files",
                       {},
                       false,
                       "The files for reference managers beside an entry's page: [{name, url, type}].",
                       [&site, record_of](const Arguments& arguments, Caller&) -> CallResult {
                         const auto record = record_of(arguments.subject);
                         return record ? files_of(site, *record) : not_an_entry("citation_files");
                       }});
}

}  // namespace katern::render
