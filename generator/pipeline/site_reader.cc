#include "pipeline/site_reader.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "guide/reference.h"
#include "model/days.h"
#include "parse/document.h"
#include "pipeline/media.h"
#include "pipeline/parallel.h"
#include "render/body_writer.h"

namespace katern::pipeline {
namespace {

// An entry larger than this is refused when it is listed; the cap here guards against growth in between.
constexpr std::uint64_t kEntryBytes = 1024 * 1024;

class SiteReader {
 public:
  SiteReader(const files::FileSystem& disk, const SiteOptions& options, ReadSite& into, Report& report)
      : disk_(disk), options_(options), sources_(into.sources), site_(into.site), report_(report) {}

  void run() {
    begin(Stage::read);
    load_sources(disk_, options_.root, sources_, report_);
    begin(Stage::parse);
    std::vector<schema::Record> records = parse();
    begin(Stage::model);
    make_site(std::move(records));
  }

 private:
  void begin(Stage stage) const {
    if (options_.progress) options_.progress(stage);
  }

  std::vector<schema::Record> parse() {
    const auto& entries = sources_.inventory.entries;
    std::vector<std::optional<schema::Record>> parsed(entries.size());
    std::vector<Report> reports(entries.size());
    const schema::ReadOptions plain = read_options();
    schema::ReadOptions citing = plain;
    citing.markdown.citations = true;
    parallel_for(entries.size(), jobs_of(options_), [&](std::size_t i, unsigned) {
      const auto text = read::read_text(disk_, sources_.inventory, entries[i], kEntryBytes, reports[i]);
      if (!text) return;
      const schema::Kind* kind = sources_.schema.of_path(entries[i].path);
      const schema::ReadOptions& read_options = kind != nullptr && kind->sources ? citing : plain;
      auto document = parse::parse_document(*text, entries[i].path, reports[i], read_options.markdown);
      if (document) parsed[i] = schema::read_record(sources_.schema, *std::move(document), reports[i], read_options);
    });
    for (Report& report : reports) report_.merge(std::move(report));
    std::vector<schema::Record> records;
    for (std::size_t i = 0; i < parsed.size(); ++i) {
      if (parsed[i]) {
        records.push_back(*std::move(parsed[i]));
      } else {
        unreadable_.push_back(entries[i].path);
      }
    }
    return records;
  }

  // A theme may have other words; those of a language that is no Dutch are English where it has none.
  parse::MarkdownWords words() const {
    parse::MarkdownWords words;
    if (sources_.settings.language != "nl") words = parse::MarkdownWords::english();
    if (!sources_.theme) return words;
    const auto& texts = sources_.theme->texts;
    for (const auto& [key, word] : {std::pair{"markdown_table", &words.table},
                                    {"markdown_footnote", &words.footnote},
                                    {"markdown_footnotes", &words.footnotes},
                                    {"markdown_footnote_back", &words.back},
                                    {"markdown_done", &words.done},
                                    {"markdown_to_do", &words.to_do}}) {
      if (const auto found = texts.find(key); found != texts.end()) *word = found->second;
    }
    return words;
  }

  parse::MarkdownOptions markdown_options() const {
    parse::MarkdownOptions options;
    if (sources_.settings.quotes == "single") options.quotes = "‘’“”";
    options.words = words();
    if (!sources_.theme) return options;
    for (const schema::ComponentType& component : sources_.theme->components) {
      options.components.push_back(component.name);
    }
    options.reserved_ids = sources_.theme->ids;
    return options;
  }

  schema::ReadOptions read_options() const {
    schema::ReadOptions options;
    options.zone = sources_.settings.zone;
    options.markdown = markdown_options();
    if (sources_.theme) options.components = sources_.theme->components;
    return options;
  }

  void make_site(std::vector<schema::Record> records) {
    std::vector<model::Media> media = used_media(disk_, sources_.inventory, records, report_);
    model::Options options{options_.today, options_.drafts, options_.base_url, unreadable_};
    const schema::Settings& settings = sources_.settings;
    if (!settings.field_guide.empty()) options.field_guide = guide::reference(sources_.schema, settings.messages());
    site_ = model::build_site(sources_.schema, sources_.settings, data_value(sources_), std::move(records),
                              std::move(media), options, report_);
    render::fill_markdown_fields(site_);
    site_.next_change = next_change();
  }

  // What a template makes of `today` is not known. It can hardly be but to compare a date with it.
  std::optional<Date> next_change() const {
    const auto names_today = [](const auto& source) { return source.text.find("today") != std::string::npos; };
    const bool asked =
        sources_.theme && std::any_of(sources_.theme->templates.begin(), sources_.theme->templates.end(), names_today);
    const auto day = asked ? model::first_day_after(site_.records, site_.today) : std::nullopt;
    if (!day || (site_.next_change && *site_.next_change < *day)) return site_.next_change;
    return day;
  }

  const files::FileSystem& disk_;
  const SiteOptions& options_;
  Sources& sources_;
  model::Site& site_;
  Report& report_;
  std::vector<std::string> unreadable_;  ///< entries that have errors
};

}  // namespace

unsigned jobs_of(const SiteOptions& options) {
  return std::min(kMostJobs, options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency()));
}

void read_site(const files::FileSystem& disk, const SiteOptions& options, ReadSite& into, Report& report) {
  SiteReader(disk, options, into, report).run();
}

}  // namespace katern::pipeline
