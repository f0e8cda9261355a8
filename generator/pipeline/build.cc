#include "pipeline/build.h"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "check/check.h"
#include "model/days.h"
#include "parse/document.h"
#include "pipeline/media.h"
#include "pipeline/parallel.h"
#include "pipeline/sources.h"
#include "render/citation_files.h"
#include "render/files.h"
#include "render/renderer.h"

namespace katern::pipeline {
namespace {

// An entry larger than this is refused when it is listed; the cap here guards against growth in between.
constexpr std::uint64_t kEntryBytes = 1024 * 1024;

class NoSink final : public render::OutputSink {
 public:
  void put(std::string_view, std::string_view) override {}
};

class PublisherSink final : public render::OutputSink {
 public:
  explicit PublisherSink(publish::Publisher& publisher) : publisher_(publisher) {}
  void put(std::string_view path, std::string_view bytes) override { publisher_.put(path, bytes); }

 private:
  publish::Publisher& publisher_;
};

class Build {
 public:
  Build(files::FileSystem& disk, const BuildOptions& options)
      : disk_(disk), options_(options), jobs_(options.jobs > 0 ? options.jobs : cores()) {}

  BuildResult run() {
    begin(Stage::read);
    load_sources(disk_, options_.root, sources_, result_.report);
    result_.language = sources_.settings.messages();
    begin(Stage::parse);
    std::vector<schema::Record> records = parse();
    begin(Stage::model);
    make_site(std::move(records));
    begin(Stage::check);
    check();
    if (sources_.theme) render();
    result_.report.sort();
    return std::move(result_);
  }

 private:
  static unsigned cores() { return std::max(1U, std::thread::hardware_concurrency()); }

  void begin(Stage stage) const {
    if (options_.progress) options_.progress(stage);
  }

  void merge(std::vector<Report> reports) {
    for (Report& report : reports) result_.report.merge(std::move(report));
  }

  std::vector<schema::Record> parse() {
    const auto& entries = sources_.inventory.entries;
    std::vector<std::optional<schema::Record>> parsed(entries.size());
    std::vector<Report> reports(entries.size());
    const schema::ReadOptions plain = read_options();
    schema::ReadOptions citing = plain;
    citing.markdown.citations = true;
    parallel_for(entries.size(), jobs_, [&](std::size_t i, unsigned) {
      const auto text = read::read_text(disk_, sources_.inventory, entries[i], kEntryBytes, reports[i]);
      if (!text) return;
      const schema::Kind* kind = sources_.schema.of_path(entries[i].path);
      const schema::ReadOptions& read_options = kind != nullptr && kind->sources ? citing : plain;
      auto document = parse::parse_document(*text, entries[i].path, reports[i], read_options.markdown);
      if (document) parsed[i] = schema::read_record(sources_.schema, *std::move(document), reports[i], read_options);
    });
    merge(std::move(reports));
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

  parse::MarkdownOptions markdown_options() const {
    parse::MarkdownOptions options;
    if (sources_.settings.quotes == "single") options.quotes = "‘’“”";
    if (sources_.theme) {
      for (const schema::ComponentType& component : sources_.theme->components) {
        options.components.push_back(component.name);
      }
    }
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
    std::vector<model::Media> media = used_media(disk_, sources_.inventory, records, result_.report);
    const model::Options options{options_.today, options_.drafts, options_.base_url, unreadable_};
    site_ = model::build_site(sources_.schema, sources_.settings, data_value(sources_), std::move(records),
                              std::move(media), options, result_.report);
    render::fill_markdown_fields(site_);
    result_.entries = site_.records.size();
    result_.next_change = next_change();
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

  void check() {
    std::vector<Report> reports(site_.records.size());
    parallel_for(reports.size(), jobs_, [&](std::size_t i, unsigned) { reports[i] = check::check_record(site_, i); });
    merge(std::move(reports));
    result_.report.merge(check::check_site(site_));
  }

  // Mistakes in the theme are reported along with those in the content; pages are made only from content without any.
  void render() {
    const render::Renderer renderer(site_, *sources_.theme, result_.report);
    if (result_.report.has_errors()) return;
    begin(Stage::render);
    if (!options_.write) {
      NoSink nowhere;
      return render_all(renderer, nowhere);
    }
    Report publishing;
    const auto publisher = publish::Publisher::open(disk_, output_folder(), publishing);
    if (publisher) {
      PublisherSink sink(*publisher);
      render_all(renderer, sink);
      begin(Stage::publish);
      if (!result_.report.has_errors()) result_.published = publisher->commit(publishing);
    }
    result_.machine_failed = publishing.has_errors();
    result_.report.merge(std::move(publishing));
  }

  std::string output_folder() const {
    if (!options_.output.empty()) return options_.output;
    return options_.root == "." ? "output" : options_.root + "/output";
  }

  void render_all(const render::Renderer& renderer, render::OutputSink& sink) {
    const std::vector<render::Page> pages = render::plan_pages(site_, renderer.addresses().prefix());
    std::vector<Report> reports(pages.size());
    std::vector<std::string> buffers(jobs_);
    parallel_for(pages.size(), jobs_, [&](std::size_t i, unsigned worker) {
      std::string& html = buffers[worker];
      html.clear();
      if (renderer.render(pages[i], html, reports[i])) {
        sink.put(renderer.addresses().output_path(pages[i].url), html);
        render::write_citation_files(renderer, pages[i], sink);
      }
    });
    merge(std::move(reports));
    result_.pages = pages.size();
    render::write_files(renderer, pages, *sources_.theme, sink, result_.report);
    copy_media(sink);
  }

  void copy_media(render::OutputSink& sink) {
    for (const model::Media& media : site_.media) {
      const auto bytes = disk_.read(sources_.inventory.root + '/' + media.path, media.bytes);
      if (!bytes) {
        result_.report.add(
            Diagnostic(Code::file_unreadable, Place{media.path, {}, 0}).with("reason", bytes.error().reason));
        continue;
      }
      sink.put(render::Addresses(site_.settings.base_url).output_path(media.url), *bytes);
    }
  }

  files::FileSystem& disk_;
  const BuildOptions& options_;
  unsigned jobs_;
  Sources sources_;
  std::vector<std::string> unreadable_;  ///< entries that have errors
  model::Site site_;
  BuildResult result_;
};

}  // namespace

BuildResult build(files::FileSystem& disk, const BuildOptions& options) { return Build(disk, options).run(); }

}  // namespace katern::pipeline
