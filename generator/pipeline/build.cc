#include "pipeline/build.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "check/check.h"
#include "pipeline/parallel.h"
#include "render/citation_files.h"
#include "render/files.h"
#include "render/renderer.h"

namespace katern::pipeline {
namespace {

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
      : disk_(disk), options_(options), jobs_(jobs_of(options)) {}

  BuildResult run() {
    read_site(disk_, options_, read_, result_.report);
    result_.language = sources_.settings.messages();
    result_.entries = site_.records.size();
    result_.next_change = site_.next_change;
    begin(Stage::check);
    check();
    if (sources_.theme) render();
    result_.report.sort();
    return std::move(result_);
  }

 private:
  void begin(Stage stage) const {
    if (options_.progress) options_.progress(stage);
  }

  void merge(std::vector<Report> reports) {
    for (Report& report : reports) result_.report.merge(std::move(report));
  }

  void check() {
    std::vector<Report> reports(site_.records.size());
    parallel_for(reports.size(), jobs_, [&](std::size_t i, unsigned) { reports[i] = check::check_record(site_, i); });
    merge(std::move(reports));
    for (const schema::Record& record : site_.hidden.records) {
      result_.report.merge(check::check_hidden(site_, record));
    }
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
    const std::string output = output_folder();
    const std::string source = source_around(output);
    if (!source.empty()) {
      publishing.add(Diagnostic(Code::output_in_source, {}).with("output", output).with("source", source));
    }
    const auto publisher = source.empty() ? publish::Publisher::open(disk_, output, publishing) : nullptr;
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

  // The folder of the site that the output would lie in, as far as the names tell; empty where there is none.
  std::string source_around(const std::string& output) const {
    const auto normal = [](const std::string& path) { return std::filesystem::path(path).lexically_normal(); };
    for (const char* name : {"content", "themes"}) {
      std::string source = options_.root + '/' + name;
      const auto inside = normal(output).lexically_relative(normal(source));
      if (!inside.empty() && *inside.begin() != "..") return source;
    }
    return {};
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
  ReadSite read_;
  const Sources& sources_ = read_.sources;
  const model::Site& site_ = read_.site;
  BuildResult result_;
};

}  // namespace

BuildResult build(files::FileSystem& disk, const BuildOptions& options) { return Build(disk, options).run(); }

}  // namespace katern::pipeline
